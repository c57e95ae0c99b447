// On the page of a decoy: its input may be the passcode of the offline copy. Only digits can be one. A wrong
// passcode takes the same time as the right one, in a worker, and shows nothing.
const root = new URL('..', document.baseURI);
let newest;
let trying = false;
let wasHidden = false;
document.addEventListener('visibilitychange', () => {
  if (document.hidden) {
    wasHidden = true;
    newest = undefined;
  }
});
// In turn with keeping, renewing and removing: a copy that has gone does not come back.
const replaceLock = (cache, lock) =>
  navigator.locks.request('own', async () => {
    if ((await keptState(root))?.cache !== cache) return;
    await (await caches.open(cache)).put(new URL('lock', root).href, new Response(lock));
  });
const tryCode = async (code) => {
  // Leads to the set-up page whether or not there is a copy, and tells neither. On an iPhone the app on the home screen
  // does not share the browser's storage.
  if (code === '112358') return location.replace(new URL('more.html', root));
  const state = await keptState(root);
  // Not `ready`, which never settles without a registration.
  const active = (await navigator.serviceWorker.getRegistration(root))?.active;
  if (!state || !active) return;
  const record = await (await keptAt(root, 'lock', state.cache)).arrayBuffer();
  const { port1, port2 } = new MessageChannel();
  active.postMessage({ ask: 'open' }, [port1]);
  const { opened, lock } = await ask({ ask: 'open', code, lock: new Uint8Array(record) }, port2);
  if (lock) await replaceLock(state.cache, lock);
  // Another person may be the one who comes back to the phone.
  if (opened && wasHidden) return active.postMessage({ ask: 'lock' });
  // The service worker answers with the copy.
  if (opened) location.replace(new URL(`${state.tool}/`, root));
};
addEventListener('x-page:submit', async ({ detail }) => {
  const code = detail.replace(/\s/g, ''); // it is offered with a gap
  if (!/^\d{6,12}$/.test(code)) return;
  newest = code;
  if (trying) return;
  trying = true;
  wasHidden = false;
  while (newest) {
    const next = newest;
    newest = undefined;
    await tryCode(next).catch(() => {});
  }
  trying = false;
});
