// State of the offline copy, read without creating a cache: `{ format, version, built, asked, tool, files, cache }`, or nothing. It
// has a URL that no file has, in a separate cache, and is written last: what it names is complete. A state that cannot
// be read is none, so that it costs the copy and never the page.
const keptAt = (root, path, cache) => caches.match(new URL(path, root).href, { cacheName: cache });
const keptState = async (root) => {
  try {
    const state = await (await keptAt(root, 'state', 'own')).json();
    if (state.format === 1 && state.files.includes(`${state.tool}/index.html`)) return state;
  } catch {}
  return undefined;
};
