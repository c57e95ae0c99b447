// Removes traces on exit: other open tabs, typed text, the reference to the opener.
(() => {
  const attempt = (action) => {
    try {
      action();
    } catch {}
  };
  // If one tab leaves, all leave. The name of the channel reveals nothing, and is no other script's.
  let channel;
  attempt(() => {
    window.opener = null;
    channel = new BroadcastChannel('x-page:leave');
    channel.onmessage = () => dispatchEvent(new Event('x-page:leave'));
  });
  const clearFields = () => {
    for (const field of document.querySelectorAll('input, textarea')) field.value = field.defaultValue;
    for (const element of document.querySelectorAll('[contenteditable]')) element.textContent = '';
  };
  addEventListener('x-page:left', () => {
    attempt(() => document.prerendering || channel.postMessage(0));
    clearFields();
  });
  addEventListener('pagehide', clearFields);
})();
