// Runs before everything else in the page and remembers what goes wrong.
(() => {
  const troubles = [];
  Object.defineProperty(window, 'troubles', { value: troubles });
  addEventListener('error', (event) => {
    troubles.push(`error: ${event.message ?? `${event.target.src ?? event.target.href} did not load`}`);
  }, true);
  addEventListener('unhandledrejection', (event) => troubles.push(`rejection: ${event.reason}`));
  document.addEventListener('securitypolicyviolation', (event) => {
    troubles.push(`policy: ${event.violatedDirective} refused ${event.blockedURI} ${event.sample}`);
  });
  for (const kind of ['error', 'warn', 'assert', 'trace']) {
    const usual = console[kind].bind(console);
    console[kind] = (...words) => {
      if (kind !== 'assert' || !words[0]) troubles.push(`console.${kind}: ${words.join(' ')}`);
      usual(...words);
    };
  }
})();
