// The harmless page's links move about in it, and the keyboard goes along.
addEventListener('click', (event) => {
  const place = event.target.closest?.('[data-cover] [data-go]')?.dataset.go;
  const part = place && document.querySelector(`[data-place="${place}"]`);
  part?.scrollIntoView();
  part?.focus({ preventScroll: true });
});
// Whoever comes back and was nowhere before, as after a reload, begins at the title.
addEventListener('return', () => {
  const titles = [...document.querySelectorAll('.view__title')];
  if (!document.activeElement.closest('.page, .exit')) titles.find((title) => title.checkVisibility?.())?.focus({ preventScroll: true });
});
// It lies above everything from the beginning, unseen: to lift it there takes a slow phone longer than to
// let it be seen. Coming back takes it down, so it is put up again.
(() => {
  const cover = document.querySelector('[data-cover]');
  const lift = () => { try { cover.showPopover(); } catch {} };
  addEventListener('DOMContentLoaded', () => setTimeout(lift)); // a task of its own
  cover.addEventListener('toggle', (event) => { if (event.newState === 'closed') lift(); });
})();
// What lies behind the cover: the voice that reads aloud is silent at once, ticks go when the page is left,
// and what a host added is out of reach as the page is.
(() => {
  const root = document.documentElement;
  const hush = () => { if ('reading' in root.dataset) speechSynthesis.cancel(); };
  new MutationObserver(() => {
    const covered = 'covered' in root.dataset;
    if (covered) hush();
    for (const part of document.body.children) {
      if (!part.matches('.cover, .exit, .page, script')) part.inert = covered;
    }
  }).observe(root, { attributeFilter: ['data-covered'] });
  const forget = () => {
    hush();
    for (const box of document.querySelectorAll('[data-guide] input')) box.checked = box.defaultChecked;
  };
  for (const kind of ['left', 'pagehide']) addEventListener(kind, forget);
})();
