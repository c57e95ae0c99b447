// Keeps the exit visible: above any overlay of a host, above the on-screen keyboard, and inside the visual
// viewport after a pinch zoom, at its usual size.
(() => {
  const viewport = window.visualViewport;
  const update = () => {
    const { clientWidth, clientHeight } = document.documentElement;
    const { offsetTop: above, offsetLeft: left, width, height, scale } = viewport;
    const room = {
      above,
      below: Math.max(0, clientHeight - above - height),
      left,
      end: clientWidth - left - width,
      // The bar is scaled down again, so before that it has to be as wide as the visual viewport was.
      right: clientWidth - left - width * scale,
    };
    const { style } = document.querySelector('.exit');
    for (const side in room) style.setProperty(`--${side}`, `${Math.round(room[side])}px`);
    style.transform = scale > 1.01 ? `scale(${1 / scale})` : '';
  };
  // in a separate task
  addEventListener('DOMContentLoaded', () =>
    setTimeout(() => {
      document.querySelector('.exit').showPopover?.();
      for (const kind of ['resize', 'scroll']) viewport?.addEventListener(kind, update);
    }),
  );
})();
