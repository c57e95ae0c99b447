// The only Trusted Types policy that the page may create (`trusted-types own`). It returns the URLs of our own
// workers and of nothing else, so no other string can become a script URL. They are in the folder of the app.
const ownFile = (() => {
  const appScript = document.querySelector('meta[name=app]')?.dataset.js ?? '';
  const address = (name) => {
    if (!['worker.js', 'offline.js'].includes(name)) throw new TypeError(name);
    return new URL(name, new URL(appScript, document.baseURI)).href;
  };
  const own = globalThis.trustedTypes?.createPolicy('own', { createScriptURL: address });
  return (name) => (own ? own.createScriptURL(name) : address(name));
})();
