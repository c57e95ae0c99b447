// Service worker of the offline copy; registered only when a person sets one up. The decoy's files are cached in
// the clear; everything else is one sealed pack, which this opens with the key that the passcode unwrapped, and
// only in memory: once the decoy is shown again, or this worker is terminated, the key is gone. The copy has the decoy's
// address and title, so that the history has no other entry. The key and the words go to the windows that show it, and
// to no other page of the origin.
if (!('resultingClientId' in FetchEvent.prototype)) throw new Error('browser'); // Safari 15
const root = registration.scope;
let openedPack;
let key;
let locked = 0;
/** @type {{ page: string, until: number } | undefined} The page of the copy that the next navigation shows. */
let next;
/** The windows that show the copy, by client id. */
const windows = new Set();

const lock = () => {
  openedPack = key = next = undefined;
  windows.clear();
  locked += 1;
};
const showNext = (page) => {
  next = { page, until: Date.now() + 5000 };
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

// The page that was asked for, if this navigation is the one to show it; a browser may also load a page in advance.
const takeNext = ({ destination, headers }) => {
  if (destination !== 'document' || headers.has('sec-purpose')) return undefined;
  const page = next && Date.now() < next.until ? openedPack?.(next.page) : undefined;
  next = undefined;
  return page;
};
const title = /<title>[^<]*<\/title>/;
const withTitle = async (page, tool) => {
  const [own] = (await tool.text()).match(title);
  return new Response(
    (await page.text()).replace(title, () => own),
    { headers: page.headers },
  );
};

const answer = async ({ request, clientId, resultingClientId }) => {
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
  if (path.startsWith('open/')) return (!isPage && windows.has(clientId) && openedPack?.(path.slice(5))) || tool();
  // The lock and the pack are not among the files.
  const file = state.files.includes(path) && (await keptAt(root, path, state.cache));
  if (isPage && path === `${state.tool}/index.html`) {
    const page = takeNext(request);
    if (page && resultingClientId) {
      windows.add(resultingClientId);
      return withTitle(page, file);
    }
    lock();
  }
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
    const opened = Boolean(
      newKey && state && isAt(source, state.tool) && (await unlock(newKey, state, before).catch(() => false)),
    );
    if (opened) showNext('index.html');
    port.postMessage(opened);
  },
  // From the copy: another page of it takes its place.
  show({ source, data, ports: [port] }) {
    if (windows.has(source.id)) showNext(data.page);
    port.postMessage(true);
  },
  // The copy's window forwards the port to the worker that seals a newer release.
  key({ source, ports: [port] }) {
    port.postMessage((windows.has(source.id) && key) || null);
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
