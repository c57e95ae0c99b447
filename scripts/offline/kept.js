// First script of the offline copy: leaving needs no network, and hiding the page, coming back or reloading shows
// the decoy.
(() => {
  const leave = () => dispatchEvent(new Event('page:leave'));
  Object.defineProperty(navigator, 'onLine', { value: true });
  // The key is dropped on the first press, however long the navigation takes.
  addEventListener('page:left', () => navigator.serviceWorker?.controller?.postMessage({ ask: 'lock' }));
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
    if (event.persisted || performance.getEntriesByType('navigation')[0]?.type !== 'navigate') leave();
  });
})();
