// The exit. It runs before anything else and depends on nothing: see mod.rs beside it.
(() => {
  const root = document.documentElement;
  const cover = () => { root.dataset.covered = ''; };
  const uncover = () => { delete root.dataset.covered; };
  const exit = () => document.querySelector('[data-exit]');
  const isOn = (event, what) => event.target.closest?.(what);
  const on = (kind, heard) => addEventListener(kind, heard, true);
  let leaving = false;
  const leave = () => {
    leaving = true;
    cover();
    location.replace(exit().href);
  };

  // Whatever is not a fresh arrival starts on the cover: reload, Back, a restored session.
  if (performance.getEntriesByType('navigation')[0]?.type !== 'navigate') cover();
  on('pageshow', (event) => { if (event.persisted) cover(); });

  // Pressing hides. Letting go near the control, or holding on, leaves; only letting go further
  // away gives the page back. The covered control gets no click, so this does not wait for one.
  let pressed = 0;
  let slipped = 0;
  on('pointerdown', (event) => {
    if (!isOn(event, '[data-exit]') || leaving) return;
    cover();
    pressed = setTimeout(leave, 500);
  });
  on('pointerup', (event) => {
    if (!pressed || leaving) return;
    clearTimeout(pressed);
    pressed = 0;
    const { left, right, top, bottom } = exit().getBoundingClientRect();
    const { clientX: x, clientY: y } = event;
    if (x > left - 48 && x < right + 48 && y > top - 48 && y < bottom + 48) return leave();
    slipped = event.timeStamp;
    uncover();
  });
  on('contextmenu', (event) => { if (isOn(event, '[data-exit]')) event.preventDefault(); });

  // The keyboard and assistive technology click without pressing.
  on('click', (event) => {
    if (!isOn(event, '[data-exit]')) return;
    event.preventDefault();
    if (event.timeStamp - slipped > 100) leave();
  });
  on('keydown', (event) => {
    if (leaving) { event.preventDefault(); event.stopImmediatePropagation(); return; }
    if (event.key === 'Escape' && !event.isComposing) { event.preventDefault(); leave(); }
  });

  // Outside links open in a new tab; this one does not stay behind.
  addEventListener('click', (event) => { if (isOn(event, 'a[target=_blank]')) cover(); });

  // The way back: the name of the dish, three times.
  let presses = 0;
  let last = 0;
  addEventListener('click', (event) => {
    if (!isOn(event, '[data-return]')) { presses = 0; return; }
    event.preventDefault();
    presses = event.timeStamp - last < 2000 ? presses + 1 : 1;
    last = event.timeStamp;
    if (presses === 3 && !leaving) { presses = 0; uncover(); }
  });

  // Nothing typed stays.
  on('pagehide', () => {
    for (const field of document.querySelectorAll('input, textarea')) field.value = field.defaultValue;
  });
})();
