// The exit. It runs before anything else and depends on nothing: see mod.rs beside it.
(() => {
  const root = document.documentElement;
  const cover = () => { root.dataset.covered = ''; };
  const uncover = () => { delete root.dataset.covered; };
  const exitOf = (event) => event.target.closest?.('[data-exit]');
  let leaving = false;
  const leave = () => {
    leaving = true;
    cover();
    location.replace(document.querySelector('[data-exit]').href);
  };

  // Whatever is not a fresh arrival starts on the cover: reload, Back, a restored session.
  if (performance.getEntriesByType('navigation')[0]?.type !== 'navigate') cover();
  addEventListener('pageshow', (event) => { if (event.persisted) cover(); });

  // Pressing hides; letting go leaves.
  addEventListener('pointerdown', (event) => { if (exitOf(event)) cover(); }, true);
  addEventListener('click', (event) => {
    if (exitOf(event)) { event.preventDefault(); leave(); }
  }, true);
  addEventListener('keydown', (event) => {
    if (leaving) { event.preventDefault(); event.stopImmediatePropagation(); return; }
    if (event.key === 'Escape' && !event.isComposing) { event.preventDefault(); leave(); }
  }, true);

  // Outside links open in a new tab; this one does not stay behind.
  addEventListener('click', (event) => {
    if (event.target.closest?.('a[target=_blank]')) cover();
  });

  // The way back: the name of the dish, three times.
  let presses = 0;
  let last = 0;
  addEventListener('click', (event) => {
    if (!event.target.closest?.('[data-return]')) { presses = 0; return; }
    event.preventDefault();
    presses = event.timeStamp - last < 2000 ? presses + 1 : 1;
    last = event.timeStamp;
    if (presses === 3 && !leaving) { presses = 0; uncover(); }
  });

  // Nothing typed stays.
  addEventListener('pagehide', () => {
    for (const field of document.querySelectorAll('input, textarea')) field.value = field.defaultValue;
  });
})();
