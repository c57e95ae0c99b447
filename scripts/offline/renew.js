// In the offline copy: keeps the key in memory while the page is visible, and replaces the copy with a newer
// release, for the next time that it is opened. A failure leaves the current copy in place.
const renew = async () => {
  const { active } = await navigator.serviceWorker.ready;
  const send = (message) =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => resolve(data);
      active.postMessage(message, [port2]);
    });
  const key = await send({});
  if (!key) return;
  // A browser terminates a service worker after 30 s without an event.
  setInterval(() => {
    if (!('covered' in html.dataset)) send({ key });
  }, 20000);
  const state = await keptState(root);
  const lock = await (await keptAt(root, 'lock', state.cache)).arrayBuffer();
  // Only one window updates.
  await navigator.locks.request(
    'own',
    { ifAvailable: true },
    (lockHeld) => lockHeld && store({ ...state, seal: { key }, lock }),
  );
};
setTimeout(() => renew().catch(() => {}), 2000);
