// The one policy that the page may create (`trusted-types own`): it gives the addresses of our own workers and
// of nothing else, so no text can ever become the address of a script. They lie where the app's files do.
const ownFile = (() => {
  const beside = document.querySelector('meta[name=app]')?.dataset.js ?? '';
  const address = (name) => {
    if (!['worker.js', 'offline.js'].includes(name)) throw new TypeError(name);
    return new URL(name, new URL(beside, document.baseURI)).href;
  };
  const own = globalThis.trustedTypes?.createPolicy('own', { createScriptURL: address });
  return (name) => (own ? own.createScriptURL(name) : address(name));
})();
