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
