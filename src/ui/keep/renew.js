// In the kept copy: what lies in memory stays there while it is looked at, and a newer release takes the place of
// this one, for the next time that it is opened. Whatever fails leaves what is there.
const renew = async () => {
  const { active } = await navigator.serviceWorker.ready;
  const tell = (message) => new Promise((told) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => told(data);
    active.postMessage(message, [port2]);
  });
  const key = await tell({});
  if (!key) return;
  // A browser ends a service worker that hears nothing for half a minute.
  setInterval(() => { if (!('covered' in html.dataset)) tell({ key }); }, 20000);
  const state = await keptState(root);
  const lock = await (await keptAt(root, 'lock', state.cache)).arrayBuffer();
  // Of two windows one is enough.
  await navigator.locks.request('own', { ifAvailable: true }, (turn) => turn && store({ ...state, seal: { key }, lock }));
};
setTimeout(() => renew().catch(() => {}), 2000);
