// The cover's links scroll within it and move the focus.
addEventListener('click', (event) => {
  const name = event.target.closest?.('[data-cover] [data-go]')?.dataset.go;
  const target = name && document.querySelector(`[data-place="${name}"]`);
  target?.scrollIntoView();
  target?.focus({ preventScroll: true });
});
// On return without an earlier focus, as after a reload, focus the title.
addEventListener('x-page:return', () => {
  const titles = [...document.querySelectorAll('.view__title')];
  if (!document.activeElement.closest('.page, .exit'))
    titles.find((title) => title.checkVisibility?.())?.focus({ preventScroll: true });
});
// The cover is in the top layer from the start, invisible (data-idle), and stays there: showing a popover takes a slow
// phone longer than making it visible. Going back closes the popover, so it is shown again.
(() => {
  const cover = document.querySelector('[data-cover]');
  const native = HTMLElement.prototype;
  const attempt = (action) => {
    try {
      return action();
    } catch {}
  };
  const show = () => attempt(() => native.showPopover.call(cover));
  // A press may have shown it before this script.
  if (native.showPopover && !attempt(() => cover.matches(':popover-open'))) cover.dataset.idle = '';
  if (native.showPopover) {
    cover.showPopover = () => {
      delete cover.dataset.idle;
    };
    cover.hidePopover = () => {
      cover.dataset.idle = '';
    };
  }
  // In a separate task, and above the exit, which is shown just before.
  addEventListener('DOMContentLoaded', () =>
    setTimeout(() => {
      attempt(() => native.hidePopover.call(cover));
      show();
    }),
  );
  cover.addEventListener('toggle', (event) => {
    if (event.newState === 'closed') show();
  });
})();
// What is behind the cover: speech stops at once, checkboxes are cleared when the page is left, and elements that
// a host added are inert like the page.
(() => {
  const root = document.documentElement;
  const stopSpeech = () => {
    if ('reading' in root.dataset) speechSynthesis.cancel();
  };
  const cover = document.querySelector('[data-cover]');
  const observer = new MutationObserver(() => {
    const covered = 'covered' in root.dataset;
    if (covered || !('idle' in cover.dataset)) stopSpeech();
    for (const element of document.body.children) {
      if (!element.matches('.cover, .exit, .page, script')) element.inert = covered;
    }
  });
  observer.observe(root, { attributeFilter: ['data-covered'] });
  observer.observe(cover, { attributeFilter: ['data-idle'] });
  const reset = () => {
    stopSpeech();
    for (const box of document.querySelectorAll('[data-guide] input')) box.checked = box.defaultChecked;
  };
  for (const type of ['x-page:left', 'pagehide']) addEventListener(type, reset);
})();
