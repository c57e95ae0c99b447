// Opens the view named by the URL's fragment (#2 to #12, nothing else), in place.
const view =
  /^#([2-9]|1[0-2])$/.test(location.hash) && document.querySelector(`[data-view="${location.hash.slice(1)}"]`);
if (view) {
  view.open = true;
  view.scrollIntoView();
}

// Fetches the app after the first paint, then hydrates its islands. A page that is loaded in advance has no frame before
// it is opened, so that nothing is fetched and no clock runs.
const start = async () => {
  const { js, wasm } = document.querySelector('meta[name=app]').dataset;
  const bytes = fetch(new URL(wasm, document.baseURI));
  bytes.catch(() => {}); // avoids an unhandled rejection: the error is thrown again below
  const app = await import(/** @type {any} */ (new URL(js, document.baseURI)));
  await app.default({ module_or_path: bytes });
  for (const island of document.querySelectorAll('leptos-island')) {
    await new Promise((next) => setTimeout(next)); // a task per island, so that input is not blocked
    app[island.dataset.component](island);
  }
  document.documentElement.dataset.app = 'ready';
};
// If the app fails to load, the notice about it says so.
const markFailed = () => {
  document.documentElement.dataset.app = 'none';
};
if (typeof WebAssembly === 'object') {
  requestAnimationFrame(() => setTimeout(() => start().catch(markFailed)));
} else markFailed();
