// State of the offline copy, read without creating a cache: `{ format, version, tool, cache }`, or nothing. It
// has a URL that no file has, in a separate cache, and is written last: what it names is complete.
const keptAt = (root, path, cache) => caches.match(new URL(path, root).href, { cacheName: cache });
const keptState = async (root) => {
  const state = await (await keptAt(root, 'state', 'own'))?.json();
  return state?.format === 1 ? state : undefined;
};
