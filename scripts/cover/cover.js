// The cover's links scroll within it and move the focus.
addEventListener('click', (event) => {
  const place = event.target.closest?.('[data-cover] [data-go]')?.dataset.go;
  const part = place && document.querySelector(`[data-place="${place}"]`);
  part?.scrollIntoView();
  part?.focus({ preventScroll: true });
});
// On return without an earlier focus, as after a reload, focus the title.
addEventListener('return', () => {
  const titles = [...document.querySelectorAll('.view__title')];
  if (!document.activeElement.closest('.page, .exit'))
    titles.find((title) => title.checkVisibility?.())?.focus({ preventScroll: true });
});
// The cover is in the top layer from the start, invisible: showing a popover takes a slow phone longer than
// making it visible. Going back closes the popover, so it is shown again.
(() => {
  const cover = document.querySelector('[data-cover]');
  const lift = () => {
    try {
      cover.showPopover();
    } catch {}
  };
  addEventListener('DOMContentLoaded', () => setTimeout(lift)); // in a separate task
  cover.addEventListener('toggle', (event) => {
    if (event.newState === 'closed') lift();
  });
})();
// What is behind the cover: speech stops at once, checkboxes are cleared when the page is left, and elements that
// a host added are inert like the page.
(() => {
  const root = document.documentElement;
  const stopSpeech = () => {
    if ('reading' in root.dataset) speechSynthesis.cancel();
  };
  new MutationObserver(() => {
    const covered = 'covered' in root.dataset;
    if (covered) stopSpeech();
    for (const part of document.body.children) {
      if (!part.matches('.cover, .exit, .page, script')) part.inert = covered;
    }
  }).observe(root, { attributeFilter: ['data-covered'] });
  const forget = () => {
    stopSpeech();
    for (const box of document.querySelectorAll('[data-guide] input')) box.checked = box.defaultChecked;
  };
  for (const kind of ['left', 'pagehide']) addEventListener(kind, forget);
})();
