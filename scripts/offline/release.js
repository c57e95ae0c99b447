// Fetches a release, seals it and stores it beside the current copy; the state is written last and marks it complete.
const html = document.documentElement;
const root = new URL('kept' in html.dataset ? '..' : '.', document.baseURI);
const at = (path) => new URL(path, root).href;

// Fetches from the host, not a cache, and verifies the hash.
const fetchFile = async ({ path, hash }) => {
  const response = await fetch(at(path), { cache: 'no-store' });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const found = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (!response.ok || found !== hash) throw new Error('files');
  return bytes;
};
// The security headers of a host, which are stored with a file.
const binding =
  /^(content-security-policy|referrer-policy|permissions-policy|cache-control|cross-origin-.*|x-(content-type|frame|robots|dns).*)$/;

/**
 * `seal` seals the files, and makes the lock of a new copy.
 * @param {{ tool: string, version?: string, seal: (files: object[]) => Promise<any>, lock?: ArrayBuffer }} state
 */
const store = async ({ tool, version, seal, lock }) => {
  const response = await fetch(at('files.json'), { cache: 'no-store' });
  if (!response.ok) throw new Error('files');
  const release = await response.json();
  if (release.version === version) return;
  const headers = [...response.headers].filter(([name]) => binding.test(name));
  const files = [];
  for (const file of release.pack)
    files.push({ path: file.as, type: file.type, headers, bytes: await fetchFile(file) });
  const pack = await seal(files);
  const cache = `files-${crypto.randomUUID()}`;
  const newCache = await caches.open(cache);
  try {
    for (const file of release.tools[tool]) {
      const bytes = await fetchFile(file);
      await newCache.put(at(file.path), new Response(bytes, { headers: [...headers, ['content-type', file.type]] }));
    }
    await newCache.put(at('pack'), new Response(pack.sealed));
    await newCache.put(at('lock'), new Response(pack.lock ?? lock));
    const paths = release.tools[tool].map(({ path }) => path);
    const state = JSON.stringify({ format: 1, version: release.version, tool, files: paths, cache });
    await (await caches.open('own')).put(at('state'), new Response(state));
  } catch (error) {
    await caches.delete(cache);
    throw error;
  }
  for (const name of await caches.keys()) {
    if (name.startsWith('files-') && name !== cache) await caches.delete(name);
  }
};
