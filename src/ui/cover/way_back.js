// The way back from the harmless page: the name of the dish, pressed three times within two seconds
// each.
(() => {
  let presses = 0;
  let last = 0;
  addEventListener('click', (event) => {
    if (!event.target.closest?.('[data-return]')) { presses = 0; return; }
    presses = event.timeStamp - last < 2000 ? presses + 1 : 1;
    last = event.timeStamp;
    if (presses === 3) { presses = 0; dispatchEvent(new Event('return')); }
  });
})();
