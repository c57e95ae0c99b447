// The harmless page: its links move about in it, and the name of the dish, pressed three times
// within two seconds each, is the way back.
(() => {
  let presses = 0;
  let last = 0;
  addEventListener('click', (event) => {
    const link = event.target.closest?.('[data-cover] button');
    if (link?.dataset.go) document.querySelector(`[data-place="${link.dataset.go}"]`).scrollIntoView();
    if (!link || !('return' in link.dataset)) { presses = 0; return; }
    presses = event.timeStamp - last < 2000 ? presses + 1 : 1;
    last = event.timeStamp;
    if (presses === 3) { presses = 0; dispatchEvent(new Event('return')); }
  });
})();
