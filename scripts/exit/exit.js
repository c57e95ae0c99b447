// The exit. It runs before all other scripts and depends on none. It listens to `x-page:leave` and `x-page:return`, and
// dispatches `x-page:left`.
(() => {
  const root = document.documentElement;
  root.dataset.script = '';
  const find = (name) => document.querySelector(`[data-${name}]`);
  const isOn = (event, selector) => event.target.closest?.(selector);
  const on = (types, listener) => types.split(' ').forEach((type) => addEventListener(type, listener, true));
  // An enhancement that throws must never stop the exit.
  const attempt = (action) => {
    try {
      action();
    } catch {}
  };

  // data-covered is '' (covered only), 'leaving', or 'waiting' (for the network, or for the exit to be parsed).
  let previousFocus;
  const isCovered = () => 'covered' in root.dataset;
  // Shows the bare cover and nothing more, so that it is there in the next frame.
  const hide = () => {
    if (!isCovered()) previousFocus = document.activeElement;
    try {
      find('cover').showPopover();
    } catch {
      root.dataset.covered ||= ''; // it is not parsed yet, or there are no popovers
    }
  };
  const cover = (covered = '') => {
    hide();
    root.dataset.covered = covered;
    attempt(() => find('cover').focus());
  };
  const uncover = () => {
    delete root.dataset.covered;
    attempt(() => find('cover').hidePopover());
    attempt(() => previousFocus.focus({ preventScroll: true }));
  };
  const startLeaving = () => {
    cover(find('exit') && navigator.onLine !== false ? 'leaving' : 'waiting');
    navigate();
  };
  const leave = () => {
    pressTimer = 0;
    hidden = false;
    const before = root.dataset.covered;
    if (before === 'leaving') return;
    startLeaving();
    if (before !== root.dataset.covered) dispatchEvent(new Event('x-page:left'));
  };
  let navigatedAt = 0;
  const navigate = () => {
    if (root.dataset.covered !== 'leaving') return;
    const exit = find('exit');
    navigatedAt = performance.now();
    location.replace(exit.dataset[root.dataset.way] ?? exit.href);
  };
  on('x-page:leave', leave);
  // If navigation is stopped, by a person or the browser, it starts again. Starting again also stops the last one.
  on('x-page:stopped', navigate);
  attempt(() =>
    navigation.addEventListener('navigateerror', () => {
      if (performance.now() - navigatedAt > 100) setTimeout(navigate, 100);
    }),
  );
  on('x-page:return prerenderingchange', () => {
    if (root.dataset.covered !== 'leaving') uncover();
  });
  on('online DOMContentLoaded', () => {
    if (root.dataset.covered === 'waiting') startLeaving();
    else if (isCovered()) cover(root.dataset.covered);
  });

  // Any navigation type but 'navigate' starts covered: reload, Back, a restored session. So does a page that the browser
  // loads in advance, until it is opened.
  if (document.prerendering || performance.getEntriesByType('navigation')[0]?.type !== 'navigate') cover();
  // A hidden page is covered, because systems take screenshots of open pages for the app switcher.
  let hidden = false;
  let unloading = false;
  on('visibilitychange', () => {
    if (document.hidden) {
      if (isCovered()) return;
      cover();
      hidden = !unloading;
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
    unloading = true;
    hidden = false;
  });
  on('pageshow', (event) => {
    unloading = false;
    if (event.persisted) cover();
  });

  // Pointer down hides the page; the rest of covering takes a slow phone longer than a frame, and follows with leaving.
  // Release near the exit, or a long press, leaves; only release further away uncovers the page. A covered control gets
  // no click event, so this does not wait for one.
  let pressTimer = 0;
  let activePointer = 0;
  let cancelledAt = -Infinity;
  on('pointerdown', (event) => {
    if (!isOn(event, '[data-exit]')) return;
    hide();
    activePointer = event.pointerId;
    clearTimeout(pressTimer);
    pressTimer = setTimeout(leave, 500);
  });
  on('pointerup', ({ pointerId, clientX: x, clientY: y, timeStamp }) => {
    if (!pressTimer || pointerId !== activePointer) return;
    clearTimeout(pressTimer);
    const { left, right, top, bottom } = find('exit').getBoundingClientRect();
    if (x > left - 48 && x < right + 48 && y > top - 48 && y < bottom + 48) return leave();
    pressTimer = 0;
    cancelledAt = timeStamp;
    uncover();
  });
  on('contextmenu dragstart auxclick', (event) => {
    if (pressTimer || isOn(event, '[data-exit]')) event.preventDefault();
  });
  // The keyboard and assistive technology send a click without pointer events.
  on('click', (event) => {
    if (!isOn(event, '[data-exit]')) return;
    event.preventDefault();
    if (event.timeStamp - cancelledAt > 100) leave();
  });
  on('click auxclick', (event) => {
    // An external link opens in a new tab, so this one is covered. A rehearsal only covers.
    if (isOn(event, 'a[target=_blank], [data-rehearsal]')) cover();
  });
})();
