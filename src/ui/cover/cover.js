// The harmless page's links move about in it.
addEventListener('click', (event) => {
  const place = event.target.closest?.('[data-cover] [data-go]')?.dataset.go;
  if (place) document.querySelector(`[data-place="${place}"]`).scrollIntoView();
});
