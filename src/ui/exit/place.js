// Keeps the exit in sight: above whatever a host lays over the page, above the keyboard on the
// screen, and inside the part of the page that fingers have zoomed into, in its usual size.
(() => {
  const seen = window.visualViewport;
  const fit = () => {
    const { clientWidth, clientHeight } = document.documentElement;
    const { offsetTop: above, offsetLeft: left, width, height, scale } = seen;
    const room = {
      above,
      below: Math.max(0, clientHeight - above - height),
      left,
      end: clientWidth - left - width,
      // A strip that is shrunk again has to be as wide as what is seen was before.
      right: clientWidth - left - width * scale,
    };
    const { style } = document.querySelector('.exit');
    for (const side in room) style.setProperty(`--${side}`, `${Math.round(room[side])}px`);
    style.transform = scale > 1.01 ? `scale(${1 / scale})` : '';
  };
  // a task of its own
  addEventListener('DOMContentLoaded', () => setTimeout(() => {
    document.querySelector('.exit').showPopover?.();
    for (const kind of ['resize', 'scroll']) seen?.addEventListener(kind, fit);
  }));
})();
