// The exit. It runs before anything else and depends on nothing: see mod.rs beside it.
(() => {
  const root = document.documentElement;
  root.dataset.script = '';
  const part = (name) => document.querySelector(`[data-${name}]`);
  const isOn = (event, what) => event.target.closest?.(what);
  const on = (kinds, heard) => kinds.split(' ').forEach((kind) => addEventListener(kind, heard, true));
  // What makes leaving better never stops it.
  const attempt = (act) => { try { act(); } catch {} };

  // Covered is '' (hidden, no more), 'leaving', or 'waiting' for the way out.
  let held;
  const isCovered = () => 'covered' in root.dataset;
  const cover = (covered = '') => {
    if (!isCovered()) held = document.activeElement;
    root.dataset.covered = covered;
    attempt(() => part('cover').showPopover());
    attempt(() => part('cover').focus());
  };
  const uncover = () => {
    delete root.dataset.covered;
    attempt(() => part('cover').hidePopover());
    attempt(() => held.focus({ preventScroll: true }));
  };
  const setOff = () => {
    cover(part('exit') && navigator.onLine !== false ? 'leaving' : 'waiting');
    go();
  };
  const leave = () => {
    press = 0;
    hidden = false;
    const before = root.dataset.covered;
    if (before === 'leaving') return;
    setOff();
    if (before !== root.dataset.covered) dispatchEvent(new Event('left'));
  };
  let went = 0;
  const go = () => {
    if (root.dataset.covered !== 'leaving') return;
    const exit = part('exit');
    went = performance.now();
    location.replace(exit.dataset[root.dataset.way] ?? exit.href);
  };
  on('leave', leave);
  // Whoever or whatever stops the leaving, it begins again. To begin again also stops it.
  on('stopped', go);
  attempt(() => navigation.addEventListener('navigateerror', () => {
    if (performance.now() - went > 100) setTimeout(go, 100);
  }));
  on('return', () => { if (root.dataset.covered !== 'leaving') uncover(); });
  on('online DOMContentLoaded', () => {
    if (root.dataset.covered === 'waiting') setOff();
    else if (isCovered()) cover(root.dataset.covered);
  });

  // Whatever is not a fresh arrival starts on the cover: reload, Back, a restored session.
  if (performance.getEntriesByType('navigation')[0]?.type !== 'navigate') cover();
  // What nobody looks at is covered, for the pictures that systems keep of open pages.
  let hidden = false;
  let gone = false;
  on('visibilitychange', () => {
    if (document.hidden) {
      if (isCovered()) return;
      cover();
      hidden = !gone;
    } else if (hidden) {
      // Another page of ours may have left meanwhile: what it said comes first.
      setTimeout(() => {
        if (!hidden || document.hidden || root.dataset.covered) return;
        hidden = false;
        if (root.dataset.back !== 'cover') uncover();
      }, 100);
    }
  });
  on('freeze', () => { hidden = false; });
  on('pagehide', () => { gone = true; hidden = false; });
  on('pageshow', (event) => { gone = false; if (event.persisted) cover(); });

  // Pressing hides. Letting go near the exit, or holding on, leaves; only letting go further away
  // gives the page back. The covered control gets no click, so this does not wait for one.
  let press = 0;
  let finger = 0;
  let slipped = -Infinity;
  on('pointerdown', (event) => {
    if (!isOn(event, '[data-exit]')) return;
    cover(root.dataset.covered);
    finger = event.pointerId;
    clearTimeout(press);
    press = setTimeout(leave, 500);
  });
  on('pointerup', ({ pointerId, clientX: x, clientY: y, timeStamp }) => {
    if (!press || pointerId !== finger) return;
    clearTimeout(press);
    const { left, right, top, bottom } = part('exit').getBoundingClientRect();
    if (x > left - 48 && x < right + 48 && y > top - 48 && y < bottom + 48) return leave();
    press = 0;
    slipped = timeStamp;
    uncover();
  });
  on('contextmenu dragstart auxclick', (event) => {
    if (press || isOn(event, '[data-exit]')) event.preventDefault();
  });
  // The keyboard and assistive technology click without pressing.
  on('click', (event) => {
    if (!isOn(event, '[data-exit]')) return;
    event.preventDefault();
    if (event.timeStamp - slipped > 100) leave();
  });
  on('click auxclick', (event) => {
    // An outside link opens in a new tab; this one does not stay behind. A rehearsal only hides.
    if (isOn(event, 'a[target=_blank], [data-rehearsal]')) cover();
  });
})();
