// The exit. It runs before all other scripts and has no dependencies: see mod.rs beside it.
(() => {
  const root = document.documentElement;
  root.dataset.script = '';
  const part = (name) => document.querySelector(`[data-${name}]`);
  const isOn = (event, what) => event.target.closest?.(what);
  const on = (kinds, heard) => kinds.split(' ').forEach((kind) => addEventListener(kind, heard, true));
  // An enhancement that throws must never stop the exit.
  const attempt = (act) => {
    try {
      act();
    } catch {}
  };

  // data-covered is '' (covered only), 'leaving', or 'waiting' (for the network, or for the exit to be parsed).
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
  // If navigation is stopped, by a person or the browser, it starts again. Starting again also stops the last one.
  on('stopped', go);
  attempt(() =>
    navigation.addEventListener('navigateerror', () => {
      if (performance.now() - went > 100) setTimeout(go, 100);
    }),
  );
  on('return', () => {
    if (root.dataset.covered !== 'leaving') uncover();
  });
  on('online DOMContentLoaded', () => {
    if (root.dataset.covered === 'waiting') setOff();
    else if (isCovered()) cover(root.dataset.covered);
  });

  // Any navigation type but 'navigate' starts covered: reload, Back, a restored session.
  if (performance.getEntriesByType('navigation')[0]?.type !== 'navigate') cover();
  // A hidden page is covered, because systems take screenshots of open pages for the app switcher.
  let hidden = false;
  let gone = false;
  on('visibilitychange', () => {
    if (document.hidden) {
      if (isCovered()) return;
      cover();
      hidden = !gone;
    } else if (hidden) {
      // Another page of ours may have left meanwhile: handle its message first.
      setTimeout(() => {
        if (!hidden || document.hidden || root.dataset.covered) return;
        hidden = false;
        if (root.dataset.back !== 'cover') uncover();
      }, 100);
    }
  });
  on('freeze', () => {
    hidden = false;
  });
  on('pagehide', () => {
    gone = true;
    hidden = false;
  });
  on('pageshow', (event) => {
    gone = false;
    if (event.persisted) cover();
  });

  // Pointer down covers the page. Release near the exit, or a long press, leaves; only release further away
  // uncovers the page. A covered control gets no click event, so this does not wait for one.
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
  // The keyboard and assistive technology send a click without pointer events.
  on('click', (event) => {
    if (!isOn(event, '[data-exit]')) return;
    event.preventDefault();
    if (event.timeStamp - slipped > 100) leave();
  });
  on('click auxclick', (event) => {
    // An external link opens in a new tab, so this one is covered. A rehearsal only covers.
    if (isOn(event, 'a[target=_blank], [data-rehearsal]')) cover();
  });
})();
