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
  let queue = Promise.resolve();
  const told = [];
  const workers = [{ active: { postMessage: (message) => told.push(message) }, unregister: async () => workers.pop() }];
  const databases = new Set(['a', 'b']);
  const files = new Set(['x']);
  const locals = Object.create({ clear: () => {} });
  return {
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
          request: (name, act) => {
            queue = queue.catch(() => {}).then(act);
            return queue;
          },
        },
        serviceWorker: { getRegistrations: async () => [...workers] },
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
  };
};

/** The scripts over a storage, and a host with a version; `seal` can be held back. */
const open = (stored, version = '1') => {
  const listed = { path: 'recipes/index.html', as: 'index.html', type: 'text/html', hash: hash(FILE) };
  const release = { version, pack: [listed], tools: { recipes: [listed] } };
  const fetch = async (url) => new Response(url.endsWith('files.json') ? JSON.stringify(release) : FILE);
  const globals = { ...stored.globals, fetch };
  const source = ['kept_state', 'release', 'remove'].map((file) => read(`offline/${file}.js`)).join(';\n');
  return new Function(...Object.keys(globals), `${source};\nreturn { store, removeAll, keptState, root };`)(
    ...Object.values(globals),
  );
};
const seal = async () => ({ sealed: 'SEALED', lock: 'LOCK' });
const kept = async ({ keptState, root }) => keptState(root);

test('what is kept is complete, and a renewal takes its place', async () => {
  const stored = storage();
  await open(stored).store({ tool: 'recipes', seal });
  const expected = ['lock', 'pack', 'recipes/index.html', 'state'];
  assert.deepEqual(stored.paths().sort(), expected);
  const page = open(stored, '2');
  await page.store({ ...(await kept(page)), seal: async () => ({ sealed: 'NEWER' }), lock: 'LOCK' });
  assert.equal((await kept(page)).version, '2');
  assert.deepEqual(stored.paths().sort(), expected);
});

test('a copy that is removed while another window renews it stays removed', async () => {
  const stored = storage();
  await open(stored).store({ tool: 'recipes', seal });
  const page = open(stored, '2');
  let finish;
  const slow = () => new Promise((resolve) => (finish = () => resolve({ sealed: 'NEWER' })));
  const renewal = page.store({ ...(await kept(page)), seal: slow, lock: 'LOCK' });
  while (!finish) await turn();
  // Removing does not wait for the network.
  await open(stored).removeAll();
  finish();
  await renewal;
  assert.deepEqual(stored.paths(), []);
  assert.equal(await kept(page), undefined);
});

test('removing locks open copies first, and takes databases and files along', async () => {
  const stored = storage();
  await open(stored).store({ tool: 'recipes', seal });
  await open(stored).removeAll();
  assert.deepEqual(stored.told, [{ ask: 'lock' }]);
  assert.deepEqual([stored.paths(), [...stored.databases], [...stored.files]], [[], [], []]);
});

test('what could not be removed is said', async () => {
  const stored = storage();
  stored.databases.add('open');
  await assert.rejects(open(stored).removeAll(), { message: 'left' });
});
