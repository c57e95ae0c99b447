// In the offline copy: keeps the service worker, and so the key, while the page is visible, and once a day replaces the
// copy with a newer release, for the next time that it is opened. A failure leaves the current copy in place.
const renew = async () => {
  const { active } = await navigator.serviceWorker.ready;
  // A browser terminates a service worker after 30 s without an event.
  setInterval(() => {
    if (!('covered' in html.dataset)) active.postMessage({});
  }, 20000);
  // The worker that seals gets the key from the service worker.
  const seal = (files) => {
    const { port1, port2 } = new MessageChannel();
    active.postMessage({ ask: 'key' }, [port1]);
    return ask({ ask: 'seal', files }, port2);
  };
  // Only one window updates.
  await navigator.locks.request('renew', { ifAvailable: true }, async (lockHeld) => {
    if (!lockHeld) return;
    const state = await keptState(root);
    if (state.asked === today()) return;
    // A failure too is one request a day.
    await takeTurn(async () => {
      if ((await keptState(root))?.cache === state.cache) await writeState({ ...state, asked: today() });
    });
    const release = await fetchRelease();
    if (release.version === state.version || release.built < state.built) return;
    const lock = await (await keptAt(root, 'lock', state.cache)).arrayBuffer();
    await store({ ...state, release, seal, lock });
  });
};
setTimeout(() => renew().catch(() => {}), 2000);
