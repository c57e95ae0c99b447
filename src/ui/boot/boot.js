// Opens the part that the address asks for (#2 to #12, nothing else), in place.
const part = /^#([2-9]|1[0-2])$/.test(location.hash) && document.querySelector(`[data-view="${location.hash.slice(1)}"]`);
if (part) {
  part.open = true;
  part.scrollIntoView();
}

// Fetches the app once the words are on the screen, then wakes its islands.
const start = async () => {
  const { js, wasm } = document.querySelector('meta[name=app]').dataset;
  const bytes = fetch(new URL(wasm, document.baseURI));
  bytes.catch(() => {}); // one that fails is met again below
  const app = await import(new URL(js, document.baseURI));
  await app.default({ module_or_path: bytes });
  for (const island of document.querySelectorAll('leptos-island')) {
    await new Promise((next) => setTimeout(next)); // a task for each, so that nothing waits long
    app[island.dataset.component](island);
  }
  document.documentElement.dataset.app = 'ready';
};
// Without the app nobody waits for it.
const alone = () => { document.documentElement.dataset.app = 'none'; };
if (typeof WebAssembly === 'object') {
  requestAnimationFrame(() => setTimeout(() => start().catch(alone)));
} else alone();
