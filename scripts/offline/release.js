// Fetches a release, seals it and stores it beside the current copy; the state is written last and marks it complete.
const html = document.documentElement;
const root = new URL('kept' in html.dataset ? '..' : '.', document.baseURI);
const at = (path) => new URL(path, root).href;

// Whether a response has the policy that the page needs: a worker and a service worker have that of their own response.
const hasPolicy = ({ headers }) =>
  Boolean(
    headers.get('content-security-policy')?.includes("default-src 'none'") &&
    headers.get('cache-control')?.includes('no-store'),
  );

// Fetches from the host, not a cache.
const fetchOwn = async (path) => {
  const response = await fetch(at(path), { cache: 'no-store' });
  if (!response.ok) throw new Error('files');
  if (!hasPolicy(response)) throw new Error('host');
  return response;
};
// Fetches a file and verifies its hash.
const fetchFile = async ({ path, hash }) => {
  const response = await fetchOwn(path);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const found = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (found !== hash) throw new Error('files');
  return bytes;
};
// The security headers of a host, which are stored with a file.
const binding =
  /^(content-security-policy|referrer-policy|permissions-policy|cache-control|cross-origin-.*|x-(content-type|frame|robots|dns).*)$/;

// What the host has: `{ version, built, pack, tools, worker, headers }`, see `crates/site/src/page/release.rs`.
const fetchRelease = async () => {
  const response = await fetchOwn('files.json');
  const headers = [...response.headers].filter(([name]) => binding.test(name));
  return { ...(await response.json()), headers };
};

// Keeping, renewing and removing take turns across windows.
const takeTurn = async (act) => navigator.locks.request('own', act);
const today = () => new Date().toISOString().slice(0, 10);
const writeState = async (state) =>
  (await caches.open('own')).put(at('state'), new Response(JSON.stringify({ format: 1, asked: today(), ...state })));

/**
 * `seal` seals the files, and makes the lock of a new copy. `cache` is that of the copy that is renewed: if it is no
 * longer the one that is kept, nothing is stored.
 * @param {{ release: any, tool: string, cache?: string, lock?: ArrayBuffer,
 *   seal: (files: object[]) => Promise<any> }} state
 */
const store = async ({ release, tool, cache: renewed, seal, lock }) => {
  const { version, built, headers } = release;
  const files = [];
  for (const file of release.pack)
    files.push({ path: file.as, type: file.type, headers, bytes: await fetchFile(file) });
  const pack = await seal(files);
  const stored = new Map([
    ['pack', new Response(pack.sealed)],
    ['lock', new Response(pack.lock ?? lock)],
  ]);
  for (const file of release.tools[tool]) {
    const typed = Object.fromEntries([...headers, ['content-type', file.type]]);
    stored.set(file.path, new Response(await fetchFile(file), { headers: typed }));
  }
  // Only what is written waits for its turn: removing never waits for the network.
  await takeTurn(async () => {
    if (renewed && (await keptState(root))?.cache !== renewed) return;
    const cache = `files-${crypto.randomUUID()}`;
    try {
      const newCache = await caches.open(cache);
      for (const [path, content] of stored) await newCache.put(at(path), content);
      await writeState({ version, built, tool, files: release.tools[tool].map(({ path }) => path), cache });
    } catch (error) {
      await caches.delete(cache);
      throw error;
    }
    for (const name of await caches.keys()) {
      if (name.startsWith('files-') && name !== cache) await caches.delete(name).catch(() => {});
    }
  });
};
