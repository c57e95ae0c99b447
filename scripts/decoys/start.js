// Fetches the decoy's WASM after the first paint and starts it. If that fails, the page works without it.
const root = document.documentElement.dataset;
const start = async () => {
  const { js, wasm } = document.querySelector('meta[name=app]').dataset;
  const bytes = fetch(new URL(wasm, document.baseURI));
  bytes.catch(() => {}); // avoids an unhandled rejection: the error is thrown again below
  const decoy = await import(/** @type {any} */ (new URL(js, document.baseURI)));
  await decoy.default({ module_or_path: bytes });
  root.app = 'ready';
};
const markFailed = () => {
  root.app = 'none';
};
if (typeof WebAssembly === 'object') start().catch(markFailed);
else markFailed();
