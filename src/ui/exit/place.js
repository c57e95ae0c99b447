// Keeps the exit in sight: above whatever a host lays over the page, above the keyboard on the
// screen, and inside the part of the page that fingers have zoomed into.
(() => {
  const seen = window.visualViewport;
  const fit = () => {
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    const room = {
      above: seen.offsetTop,
      below: height - seen.offsetTop - seen.height,
      left: seen.offsetLeft,
      right: width - seen.offsetLeft - seen.width,
    };
    const { style } = document.querySelector('.exit');
    for (const side in room) style.setProperty(`--${side}`, `${Math.max(0, Math.round(room[side]))}px`);
  };
  addEventListener('DOMContentLoaded', () => {
    document.querySelector('.exit').showPopover?.();
    for (const kind of ['resize', 'scroll']) seen?.addEventListener(kind, fit);
  });
})();
