// Keeping, renewing and removing, with stand-ins for the storage: they take turns, and what is removed stays removed.
import assert from 'node:assert/strict';
import { createHash, webcrypto } from 'node:crypto';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';

import { read } from '../testing/page.mjs';

globalThis.crypto ??= webcrypto; // Node 18
const ROOT = 'https://page.example/';
const hash = (text) => createHash('sha256').update(text).digest('hex');
const FILE = 'CONTENT';

/** What a browser stores for the origin. */
const storage = () => {
  const caches = new Map();
  const at = (url) => new URL(url).href;
  const cache = (contents) => ({
    put: async (url, response) => void contents.set(at(url), await response.text()),
  });
  const queues = new Map();
  const told = [];
  const workers = [{ active: { postMessage: (message) => told.push(message) }, unregister: async () => workers.pop() }];
  const databases = new Set(['a', 'b']);
  const files = new Set(['x']);
  const stored = { cleared: 0 };
  const locals = Object.create({ clear: () => (stored.cleared += 1) });
  return Object.assign(stored, {
    told,
    databases,
    files,
    paths: () => [...caches.values()].flatMap((contents) => [...contents.keys()].map((url) => url.slice(ROOT.length))),
    globals: {
      document: { documentElement: { dataset: {} }, baseURI: `${ROOT}more.html` },
      caches: {
        keys: async () => [...caches.keys()],
        delete: async (name) => caches.delete(name),
        open: async (name) => {
          if (!caches.has(name)) caches.set(name, new Map());
          return cache(caches.get(name));
        },
        match: async (url, { cacheName }) => {
          const text = caches.get(cacheName)?.get(at(url));
          return text === undefined ? undefined : new Response(text);
        },
      },
      navigator: {
        locks: {
          request: (name, ...rest) => {
            const turn = (queues.get(name) ?? Promise.resolve()).catch(() => {}).then(() => rest.at(-1)({ name }));
            queues.set(name, turn);
            return turn;
          },
        },
        serviceWorker: {
          getRegistrations: async () => [...workers],
          ready: Promise.resolve({ active: { postMessage: () => {} } }),
        },
        storage: {
          getDirectory: async () => ({ keys: () => files.values(), removeEntry: async (name) => files.delete(name) }),
        },
      },
      indexedDB: {
        databases: async () => [...databases].map((name) => ({ name })),
        deleteDatabase: (name) => {
          const request = { onsuccess: () => {}, onblocked: () => {} };
          setTimeout(() => (name === 'open' ? request.onblocked() : databases.delete(name) && request.onsuccess()));
          return request;
        },
      },
      localStorage: locals,
      sessionStorage: locals,
    },
  });
};

const POLICY = { 'content-security-policy': "default-src 'none'", 'cache-control': 'no-store' };

/**
 * The scripts over a storage, with a host's release. `asked` are the files that were fetched; `keep` stores a copy, and
 * `renew` does what the copy does once it is open. `seal` can be held back.
 */
const open = (stored, { version = '1', built = '2026-11-30', headers = POLICY, on = '2026-11-30' } = {}, seal) => {
  const listed = { path: 'recipes/index.html', as: 'index.html', type: 'text/html', hash: hash(FILE) };
  const release = { version, built, pack: [listed], tools: { recipes: [listed] } };
  const asked = [];
  const fetch = async (url) => {
    asked.push(url.slice(ROOT.length));
    return new Response(url.endsWith('files.json') ? JSON.stringify(release) : FILE, { headers });
  };
  const globals = {
    ...stored.globals,
    fetch,
    Date: class extends Date {
      constructor() {
        super(on);
      }
    },
    ask: seal ?? (async () => ({ sealed: 'NEWER' })),
    setTimeout: () => {},
    setInterval: () => {},
  };
  const source = ['kept_state', 'release', 'remove', 'renew'].map((file) => read(`offline/${file}.js`)).join(';\n');
  const scripts = 'fetchRelease, store, removeCopy, removeAll, renew, read: () => keptState(root)';
  const page = new Function(...Object.keys(globals), `${source};\nreturn { ${scripts} };`)(...Object.values(globals));
  const sealNew = async () => ({ sealed: 'SEALED', lock: 'LOCK' });
  const keep = async () => page.store({ release: await page.fetchRelease(), tool: 'recipes', seal: sealNew });
  return { ...page, asked, keep };
};
const LATER = { version: '2', on: '2026-12-01' };

test('what is kept is complete, and a renewal takes its place', async () => {
  const stored = storage();
  await open(stored).keep();
  const expected = ['lock', 'pack', 'recipes/index.html', 'state'];
  assert.deepEqual(stored.paths().sort(), expected);
  const page = open(stored, LATER);
  await page.renew();
  assert.equal((await page.read()).version, '2');
  assert.deepEqual(stored.paths().sort(), expected);
});

test('the host is asked once a day, whatever comes of it', async () => {
  const stored = storage();
  await open(stored).keep();
  const today = open(stored, { version: '2' });
  await today.renew();
  assert.deepEqual(today.asked, []);
  const failing = open(stored, { ...LATER, headers: {} });
  await assert.rejects(failing.renew());
  assert.deepEqual(failing.asked, ['files.json']);
  const again = open(stored, LATER);
  await again.renew();
  assert.deepEqual(again.asked, []);
  assert.equal((await again.read()).version, '1');
  const nextDay = open(stored, { ...LATER, on: '2026-12-02' });
  await nextDay.renew();
  assert.equal((await nextDay.read()).version, '2');
});

test('an older release is refused, and one of the same day is not', async () => {
  for (const [built, version] of [
    ['2026-11-29', '1'],
    ['2026-11-30', '2'],
  ]) {
    const stored = storage();
    await open(stored).keep();
    const page = open(stored, { ...LATER, built });
    await page.renew();
    assert.equal((await page.read()).version, version, built);
  }
});

test('nothing is kept of what came without the policy, or may stay in a cache', async () => {
  for (const header of Object.keys(POLICY)) {
    const stored = storage();
    const page = open(stored, { headers: { ...POLICY, [header]: 'private' } });
    await assert.rejects(page.keep(), { message: 'host' }, header);
    assert.deepEqual(stored.paths(), []);
  }
});

test('a copy that is removed while another window renews it stays removed', async () => {
  for (const remove of ['removeCopy', 'removeAll']) {
    const stored = storage();
    await open(stored).keep();
    let finish;
    const slow = () => new Promise((resolve) => (finish = () => resolve({ sealed: 'NEWER' })));
    const page = open(stored, LATER, slow);
    const renewal = page.renew();
    while (!finish) await turn();
    // Removing does not wait for the network.
    await open(stored)[remove]();
    finish();
    await renewal;
    assert.deepEqual(stored.paths(), []);
    assert.equal(await page.read(), undefined);
  }
});

test('removing the copy locks it first, and leaves databases, files and choices alone', async () => {
  const stored = storage();
  await open(stored).keep();
  await open(stored).removeCopy();
  assert.deepEqual(stored.told, [{ ask: 'lock' }]);
  assert.deepEqual([stored.paths(), [...stored.databases], [...stored.files]], [[], ['a', 'b'], ['x']]);
  assert.equal(stored.cleared, 0);
});

test('removing everything locks open copies first, and takes databases, files and choices along', async () => {
  const stored = storage();
  await open(stored).keep();
  await open(stored).removeAll();
  assert.deepEqual(stored.told, [{ ask: 'lock' }]);
  assert.deepEqual([stored.paths(), [...stored.databases], [...stored.files]], [[], [], []]);
  assert.equal(stored.cleared, 2);
});

test('what could not be removed is said', async () => {
  const stored = storage();
  stored.databases.add('open');
  await assert.rejects(open(stored).removeAll(), { message: 'left' });
});
