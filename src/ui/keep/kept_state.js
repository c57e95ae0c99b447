// What is kept, read without creating anything: `{ format, version, tool, cache }`, or nothing. It stands at an
// address that no file has, in a cache of its own, and is written last: whatever it names is whole.
const keptAt = (root, path, cache) => caches.match(new URL(path, root).href, { cacheName: cache });
const keptState = async (root) => {
  const state = await (await keptAt(root, 'state', 'own'))?.json();
  return state?.format === 1 ? state : undefined;
};
