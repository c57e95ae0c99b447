// On the page of a decoy: its input may be the passcode of the offline copy. Only digits can be one. A wrong
// passcode takes the same time as the right one, in a worker, and neither shows anything.
const root = new URL('..', document.baseURI);
let trying = false;
const tryCode = async (code) => {
  const state = await keptState(root);
  if (!state) {
    // On an iPhone the app on the home screen does not share the browser's storage.
    if (code === '112358') location.replace(new URL('more.html', root));
    return;
  }
  const lock = await (await keptAt(root, 'lock', state.cache)).arrayBuffer();
  const { key } = await ask({ ask: 'open', code, lock: new Uint8Array(lock) });
  const { active } = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => location.replace(new URL('open/', root));
  active.postMessage({ key }, [port2]);
};
addEventListener('page:submit', async ({ detail: code }) => {
  if (trying || !/^\d{6,12}$/.test(code)) return;
  trying = true;
  await tryCode(code).catch(() => {});
  trying = false;
});
