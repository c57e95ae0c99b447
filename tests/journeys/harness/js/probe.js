// Runs before everything else in the page and records console errors.
(() => {
  const consoleErrors = [];
  Object.defineProperty(window, 'consoleErrors', { value: consoleErrors });
  addEventListener('error', (event) => {
    consoleErrors.push(`error: ${event.message ?? `${event.target.src ?? event.target.href} did not load`}`);
  }, true);
  addEventListener('unhandledrejection', (event) => consoleErrors.push(`rejection: ${event.reason}`));
  document.addEventListener('securitypolicyviolation', (event) => {
    consoleErrors.push(`policy: ${event.violatedDirective} refused ${event.blockedURI} ${event.sample}`);
  });
  for (const kind of ['error', 'warn', 'assert', 'trace']) {
    const usual = console[kind].bind(console);
    console[kind] = (...words) => {
      if (kind !== 'assert' || !words[0]) consoleErrors.push(`console.${kind}: ${words.join(' ')}`);
      usual(...words);
    };
  }
})();
