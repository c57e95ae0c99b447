// Removes traces on exit: other open pages of ours, typed text, the reference to the opener.
(() => {
  const attempt = (act) => {
    try {
      return act();
    } catch {}
  };
  attempt(() => {
    window.opener = null;
  });

  // If one page leaves, all leave. The name of the channel reveals nothing.
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
