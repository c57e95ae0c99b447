// The way back from the cover: three presses on the name of the dish, at most twenty seconds apart, because hands
// and switches may be slow. Any other press resets the count.
(() => {
  let presses = 0;
  let last = 0;
  addEventListener('click', (event) => {
    if (event.timeStamp - last >= 20000) presses = 0;
    presses = event.target.closest?.('[data-return]') ? presses + 1 : 0;
    last = event.timeStamp;
    if (presses === 3) {
      presses = 0;
      dispatchEvent(new Event('x-page:return'));
    }
  });
})();
