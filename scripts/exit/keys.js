// Keyboard shortcuts of the exit: Escape once, or Shift three times. docs/exit.md has the rules as a table.
(() => {
  const root = document.documentElement;
  const MAX_TAP_MS = 1000; // maximum length of a tap, from keydown to keyup
  const MAX_GAP_MS = 1500; // maximum gap between the ends of two taps
  const MAX_LAST_GAP_MS = 4000; // the gap before the third tap; long, so that a screen reader can announce what it does
  const MIN_REPEAT_MS = 100; // a keydown that repeats sooner is a held key

  const pressedAt = new Map(); // time of keydown of each Shift key; -Infinity once it cannot be a tap
  let taps = 0;
  let missingKeyups = 0; // how many of the taps had no keyup
  let lastTapAt = 0;
  let expiryTimer;

  const leave = () => dispatchEvent(new Event('x-page:leave'));
  const announce = () => {
    const line = document.querySelector('[data-once-more]');
    if (line) line.textContent = taps === 2 ? line.dataset.onceMore : '';
    clearTimeout(expiryTimer);
    if (taps === 2) expiryTimer = setTimeout(reset, MAX_LAST_GAP_MS);
  };
  const reset = () => {
    for (const key of pressedAt.keys()) pressedAt.set(key, -Infinity);
    if (taps) {
      taps = 0;
      missingKeyups = 0;
      announce();
    }
  };
  const tap = (now) => {
    if (now - lastTapAt > (taps === 2 ? MAX_LAST_GAP_MS : MAX_GAP_MS)) {
      taps = 0;
      missingKeyups = 0;
    }
    taps += 1;
    lastTapAt = now;
    if (taps < 3) return announce();
    reset();
    leave();
  };
  const onKeydown = (key, now) => {
    const before = pressedAt.get(key) ?? -Infinity;
    pressedAt.set(key, now);
    if (now - before < MIN_REPEAT_MS) return reset();
    if (now - before > MAX_GAP_MS) return;
    // A second keydown without a keyup: some on-screen keyboards send no more than that.
    tap(now);
    missingKeyups += 1;
    if (missingKeyups === 2 && taps === 2) tap(now);
  };
  const onKeyup = (key, now) => {
    const before = pressedAt.get(key) ?? now;
    pressedAt.delete(key);
    if (now - before > MAX_TAP_MS) reset();
    else tap(now);
  };

  const isComposing = (event) => event.isComposing || event.keyCode === 229;
  const isListOpen = () => {
    try {
      return document.activeElement.matches(':is(select, input):open');
    } catch {}
  };
  const onKey = (event) => {
    // Escape is also the browser's Stop: while the page is unloading, no key reaches it. In a browser that stops
    // all the same and has no event for it (no Navigation API), leaving starts again on keyup.
    if (event.key === 'Escape' && event.type === 'keyup' && !window.navigation) {
      dispatchEvent(new Event('x-page:stopped'));
    }
    if (root.dataset.covered === 'leaving') {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    const isDown = event.type === 'keydown';
    if (event.key === 'Escape' && isDown && !isComposing(event) && !isListOpen()) {
      event.preventDefault();
      leave();
    } else if (event.key !== 'Shift' || root.dataset.keys === 'escape') {
      if (isDown) reset();
    } else if (event.ctrlKey || event.altKey || event.metaKey || isComposing(event)) {
      pressedAt.set(event.code, -Infinity);
      reset();
    } else if (!event.repeat) {
      (isDown ? onKeydown : onKeyup)(event.code, event.timeStamp);
    }
  };
  for (const kind of ['keydown', 'keyup', 'keypress']) addEventListener(kind, onKey, true);
  // A screen reader may swallow the letter of its Shift+letter command; the page sees only the effect.
  for (const kind of ['pointerdown', 'focusin', 'blur']) addEventListener(kind, reset, true);
})();
