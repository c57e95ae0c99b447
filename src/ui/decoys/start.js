// Fetches the tool once its page is on the screen, and wakes it. Without it nobody waits.
const root = document.documentElement.dataset;
const start = async () => {
  const { js, wasm } = document.querySelector('meta[name=app]').dataset;
  const bytes = fetch(new URL(wasm, document.baseURI));
  bytes.catch(() => {}); // one that fails is met again below
  const tool = await import(new URL(js, document.baseURI));
  await tool.default({ module_or_path: bytes });
  root.app = 'ready';
};
const alone = () => { root.app = 'none'; };
if (typeof WebAssembly === 'object') start().catch(alone); else alone();
