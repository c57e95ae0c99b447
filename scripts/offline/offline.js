// Service worker of the offline copy; registered only when a person sets one up. The decoy's files are cached in
// the clear; everything else is one sealed pack, which this opens with the key that the passcode unwrapped, and
// only in memory: once the decoy is shown again, or this worker is terminated, the key is gone.
const root = registration.scope;
const tools = /^(calculator|converter|recipes)\/index\.html$/;
let openedPack;
let key;

const unlock = async (newKey) => {
  const state = await keptState(root);
  const sealed = await (await keptAt(root, 'pack', state.cache)).arrayBuffer();
  openedPack = await openPack(newKey, new Uint8Array(sealed));
  key = newKey;
};

const answer = async (request) => {
  const state = await keptState(root);
  // A request with `no-store` is an update, and goes to the host.
  if (!state || request.cache === 'no-store') return fetch(request);
  const path = request.url
    .slice(root.length)
    .replace(/[?#].*/, '')
    .replace(/(^|\/)$/, '$1index.html');
  const isPage = request.mode === 'navigate';
  const tool = () => (isPage ? Response.redirect(`${root}${state.tool}/`) : Response.error());
  if (path.startsWith('open/')) return openedPack?.(path.slice(5)) ?? tool();
  if (isPage && tools.test(path)) {
    openedPack = key = undefined;
    if (!path.startsWith(`${state.tool}/`)) return tool();
  }
  return (await keptAt(root, path, state.cache)) ?? fetch(request).catch(tool);
};

addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && request.url.startsWith(root)) event.respondWith(answer(request));
});
addEventListener('message', (event) => {
  const {
    data,
    ports: [port],
  } = event;
  event.waitUntil(
    (async () => {
      if (data.lock) openedPack = key = undefined;
      else if (data.key && !openedPack) await unlock(data.key);
      port?.postMessage(key);
    })(),
  );
});
// An update of this file activates at once: it reads the format of every earlier version.
addEventListener('install', () => skipWaiting());
