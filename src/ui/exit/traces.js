// What leaving must not leave behind: other open pages of ours, typed words, a way back to the opener.
(() => {
  const attempt = (act) => { try { return act(); } catch {} };
  attempt(() => { window.opener = null; });

  // One leaves, all leave. The name of the channel says nothing.
  const pages = attempt(() => new BroadcastChannel('page'));
  if (pages) pages.onmessage = () => dispatchEvent(new Event('leave'));
  const empty = () => {
    for (const field of document.querySelectorAll('input, textarea')) field.value = field.defaultValue;
    for (const words of document.querySelectorAll('[contenteditable]')) words.textContent = '';
  };
  addEventListener('left', () => {
    attempt(() => pages.postMessage(0));
    empty();
  });
  addEventListener('pagehide', empty);
})();
