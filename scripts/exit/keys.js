// Keyboard shortcuts of the exit: Escape once, or Shift three times. docs/exit.md has the rules as a table.
(() => {
  const root = document.documentElement;
  const SPAN = 1000; // maximum length of a tap, from keydown to keyup, in ms
  const PAUSE = 1500; // maximum gap between the ends of two taps, in ms
  const LAST = 4000; // the gap before the third tap, in ms, so that a screen reader can announce what it does
  const REPEAT = 100; // a keydown that repeats sooner, in ms, is a held key

  const downs = new Map(); // time of keydown of each Shift key; -Infinity once it cannot be a tap
  let taps = 0;
  let untold = 0; // how many of the taps had no keyup
  let last = 0;
  let late;

  const leave = () => dispatchEvent(new Event('leave'));
  const say = () => {
    const line = document.querySelector('[data-once-more]');
    if (line) line.textContent = taps === 2 ? line.dataset.onceMore : '';
    clearTimeout(late);
    if (taps === 2) late = setTimeout(forget, LAST);
  };
  const forget = () => {
    for (const key of downs.keys()) downs.set(key, -Infinity);
    if (taps) {
      taps = 0;
      untold = 0;
      say();
    }
  };
  const tap = (now) => {
    if (now - last > (taps === 2 ? LAST : PAUSE)) {
      taps = 0;
      untold = 0;
    }
    taps += 1;
    last = now;
    if (taps < 3) return say();
    forget();
    leave();
  };
  const goesDown = (key, now) => {
    const before = downs.get(key) ?? -Infinity;
    downs.set(key, now);
    if (now - before < REPEAT) return forget();
    if (now - before > PAUSE) return;
    // A second keydown without a keyup: some on-screen keyboards send no more than that.
    tap(now);
    untold += 1;
    if (untold === 2 && taps === 2) tap(now);
  };
  const comesUp = (key, now) => {
    const before = downs.get(key) ?? now;
    downs.delete(key);
    if (now - before > SPAN) forget();
    else tap(now);
  };

  const isComposing = (event) => event.isComposing || event.keyCode === 229;
  const isPicking = () => {
    try {
      return document.activeElement.matches(':is(select, input):open');
    } catch {
      return false;
    }
  };
  const heard = (event) => {
    // Escape is also the browser's Stop: while the page is unloading, no key reaches it. In a browser that stops
    // all the same and has no event for it (no Navigation API), leaving starts again on keyup.
    if (event.key === 'Escape' && event.type === 'keyup' && !window.navigation) {
      dispatchEvent(new Event('stopped'));
    }
    if (root.dataset.covered === 'leaving') {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    const isDown = event.type === 'keydown';
    if (event.key === 'Escape' && isDown && !isComposing(event) && !isPicking()) {
      event.preventDefault();
      leave();
    } else if (event.key !== 'Shift' || root.dataset.keys === 'escape') {
      if (isDown) forget();
    } else if (event.ctrlKey || event.altKey || event.metaKey || isComposing(event)) {
      downs.set(event.code, -Infinity);
      forget();
    } else if (!event.repeat) {
      (isDown ? goesDown : comesUp)(event.code, event.timeStamp);
    }
  };
  for (const kind of ['keydown', 'keypress', 'keyup']) addEventListener(kind, heard, true);
  // A screen reader may swallow the letter of its Shift+letter command; the page sees only the effect.
  for (const kind of ['pointerdown', 'focusin']) addEventListener(kind, forget, true);
  addEventListener('blur', forget);
})();
