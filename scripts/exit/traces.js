// Removes traces on exit: other open tabs, typed text, the reference to the opener.
(() => {
  const attempt = (action) => {
    try {
      return action();
    } catch {}
  };
  attempt(() => {
    window.opener = null;
  });

  // If one tab leaves, all leave. The name of the channel reveals nothing, and is no other script's.
  const channel = attempt(() => new BroadcastChannel('x-page:leave'));
  if (channel) channel.onmessage = () => dispatchEvent(new Event('x-page:leave'));
  const clearFields = () => {
    for (const field of document.querySelectorAll('input, textarea')) field.value = field.defaultValue;
    for (const element of document.querySelectorAll('[contenteditable]')) element.textContent = '';
  };
  addEventListener('x-page:left', () => {
    attempt(() => channel.postMessage(0));
    clearFields();
  });
  addEventListener('pagehide', clearFields);
})();
