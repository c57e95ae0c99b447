// Service worker of the offline copy; registered only when a person sets one up. The decoy's files are cached in
// the clear; everything else is one sealed pack, which this opens with the key that the passcode unwrapped, and
// only in memory: once the decoy is shown again, or this worker is terminated, the key is gone. The key and the words go
// to windows of the decoy and of the copy, and to no other page of the origin.
const root = registration.scope;
const tools = /^(calculator|converter|recipes)\/index\.html$/;
let openedPack;
let key;
let locked = 0;

const lock = () => {
  openedPack = key = undefined;
  locked += 1;
};
const unlock = async (newKey, state, before) => {
  const sealed = await (await keptAt(root, 'pack', state.cache)).arrayBuffer();
  const pack = await openPack(newKey, new Uint8Array(sealed));
  if (locked !== before) return false;
  openedPack = pack;
  key = newKey;
  return true;
};
const isAt = (client, folder) => Boolean(client?.url.startsWith(`${root}${folder}/`));

const answer = async ({ request, clientId }) => {
  const state = await keptState(root);
  // A request with `no-store` is an update, and goes to the host.
  if (!state || request.cache === 'no-store') return fetch(request);
  const path = request.url
    .slice(root.length)
    .replace(/[?#].*/, '')
    .replace(/(^|\/)$/, '$1index.html')
    // The worker's files are the decoy's. Firefox knows no client for what a worker imports.
    .replace(/^open\/(?=work(er|_bg)?\.)/, '');
  const isPage = request.mode === 'navigate';
  const tool = () => (isPage ? Response.redirect(`${root}${state.tool}/`) : Response.error());
  if (path.startsWith('open/')) {
    const mayRead = isPage ? request.destination === 'document' : isAt(await clients.get(clientId), 'open');
    return (mayRead && openedPack?.(path.slice(5))) || tool();
  }
  if (isPage && tools.test(path)) {
    lock();
    if (!path.startsWith(`${state.tool}/`)) return tool();
  }
  // The lock and the pack are not among the files.
  const file = state.files.includes(path) && (await keptAt(root, path, state.cache));
  return file || fetch(request).catch(tool);
};

const actions = {
  // From the decoy's window: the worker that opens the lock sends the key, or null. Locking in the meantime wins.
  async open({ source, ports: [port] }) {
    const before = locked;
    const newKey = await new Promise((resolve) => {
      port.onmessage = ({ data }) => resolve(data);
    });
    const state = await keptState(root);
    port.postMessage(Boolean(newKey && state && isAt(source, state.tool) && (await unlock(newKey, state, before))));
  },
  // The copy's window forwards the port to the worker that seals a newer release.
  key({ source, ports: [port] }) {
    port.postMessage((isAt(source, 'open') && key) || null);
  },
  lock,
};

addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && request.url.startsWith(root)) event.respondWith(answer(event));
});
addEventListener('message', (event) => event.waitUntil((async () => actions[event.data.ask]?.(event))()));
// An update of this file activates at once: it reads the format of every earlier version.
addEventListener('install', () => skipWaiting());
