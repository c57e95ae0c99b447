// In a copy that is kept on the phone, before all else: leaving needs no network, and whoever looks away, comes
// back or loads again is at the tool.
(() => {
  const leave = () => dispatchEvent(new Event('leave'));
  Object.defineProperty(navigator, 'onLine', { value: true });
  // The key goes with the first press, however long the way takes.
  addEventListener('left', () => navigator.serviceWorker?.controller?.postMessage({ lock: true }));
  // A page that gives way to another one is hidden too, and must not take that one's place.
  let gone = false;
  addEventListener('pagehide', () => { gone = true; });
  document.addEventListener('visibilitychange', () => { if (document.hidden && !gone) leave(); });
  addEventListener('pageshow', (event) => {
    gone = false;
    if (event.persisted || performance.getEntriesByType('navigation')[0]?.type !== 'navigate') leave();
  });
})();
