// The way back from the harmless page: the name of the dish, pressed three times within twenty
// seconds each: hands and switches may be slow, and any other press begins anew.
(() => {
  let presses = 0;
  let last = 0;
  addEventListener('click', (event) => {
    if (!event.target.closest?.('[data-return]')) { presses = 0; return; }
    presses = event.timeStamp - last < 20000 ? presses + 1 : 1;
    last = event.timeStamp;
    if (presses === 3) { presses = 0; dispatchEvent(new Event('return')); }
  });
})();
