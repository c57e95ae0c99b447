// First script of the offline copy: leaving needs no network, and hiding the page, coming back or reloading shows
// the decoy.
(() => {
  const controller = navigator.serviceWorker?.controller;
  // A host shows this page under its own address only by mistake: without a service worker nothing is kept.
  if (!controller) location.replace('..');
  const leave = () => dispatchEvent(new Event('x-page:leave'));
  Object.defineProperty(navigator, 'onLine', { value: true });
  // The key is dropped when it leaves, however long the navigation takes.
  addEventListener('x-page:left', () => controller?.postMessage({ ask: 'lock' }));
  // Another page of the copy takes the place of this one, at the same address.
  const show = (page) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => location.replace('./');
    controller?.postMessage({ ask: 'show', page }, [port2]);
  };
  addEventListener('click', ({ target }) => {
    if (target.closest?.('[data-keep]')) show('more.html');
    if (target.closest?.('[data-do=back]')) show('index.html');
  });
  // A page is also hidden while it is being replaced, and must not replace its successor.
  let unloading = false;
  addEventListener('pagehide', () => {
    unloading = true;
  });
  document.addEventListener('visibilitychange', () => {
    if (document.hidden && !unloading) leave();
  });
  addEventListener('pageshow', (event) => {
    unloading = false;
    if (event.persisted || document.hidden || performance.getEntriesByType('navigation')[0]?.type !== 'navigate')
      leave();
  });
})();
