// The client of the worker that keeps what is written: requests, faults, locking, and where nothing can be kept.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { page, read } from '../testing/page.mjs';

const POLICY = { 'content-security-policy': "default-src 'none'", 'cache-control': 'no-store' };

const start = (options = {}) => {
  const workers = [];
  class Worker {
    constructor(url, { type }) {
      Object.assign(this, { url, type, sent: [], ended: false });
      workers.push(this);
    }
    postMessage(request) {
      this.sent.push(request);
    }
    terminate() {
      this.ended = true;
    }
  }
  const { headers = POLICY, navigator = {}, framed = false, ...globals } = options;
  const window = page([read('vault/client.js').replace('export const vault', 'globalThis.vault')], {
    Worker,
    ownFile: (name) => `own:${name}`,
    indexedDB: {},
    navigator: { locks: {}, ...navigator },
    fetch: async (url, init) => {
      assert.deepEqual([url, init.method, init.cache], ['own:worker.js', 'HEAD', 'no-store']);
      return { headers: { get: (name) => headers[name] ?? null } };
    },
    ...globals,
  });
  window.window.top = framed ? {} : window.window;
  return { vault: window.window.vault, workers };
};

test('requests get their own replies, in whatever order they come', async () => {
  const { vault, workers } = start();
  const [one, two] = [vault.ask({ ask: 'one' }), vault.ask({ ask: 'two' })];
  assert.equal(workers.length, 1);
  const [worker] = workers;
  assert.deepEqual([worker.url, worker.type], ['own:worker.js', 'module']);
  assert.deepEqual(
    worker.sent.map(({ ask }) => ask),
    ['one', 'two'],
  );
  worker.onmessage({ data: { id: worker.sent[1].id, percent: 2 } });
  worker.onmessage({ data: { id: worker.sent[0].id, fault: 'wrong' } });
  assert.deepEqual({ ...(await two) }, { percent: 2 });
  await assert.rejects(one, (fault) => fault === 'wrong');
});

test('locking ends the worker and rejects what waits; the next request starts another', async () => {
  const { vault, workers } = start();
  const waiting = vault.ask({ ask: 'save' });
  vault.lock();
  assert.equal(workers[0].ended, true);
  await assert.rejects(waiting, (fault) => fault === 'locked');
  vault.lock();
  const failing = vault.ask({ ask: 'unlock' });
  assert.equal(workers.length, 2);
  workers[1].onerror();
  await assert.rejects(failing, (fault) => fault === 'worker');
  assert.equal(workers[1].ended, true);
});

test('it says why nothing can be kept here', async () => {
  const obstacle = (options) => start(options).vault.obstacle();
  assert.equal(await obstacle(), '');
  assert.equal(await obstacle({ navigator: { locks: undefined } }), 'unable');
  assert.equal(await obstacle({ indexedDB: undefined }), 'unable');
  assert.equal(await obstacle({ framed: true }), 'framed');
  assert.equal(await obstacle({ navigator: { standalone: false } }), 'tab');
  assert.equal(await obstacle({ navigator: { standalone: true } }), '');
  assert.equal(await obstacle({ headers: { ...POLICY, 'cache-control': 'max-age=60' } }), 'host');
  assert.equal(await obstacle({ headers: { 'cache-control': 'no-store' } }), 'host');
  assert.equal(await obstacle({ fetch: () => Promise.reject(new TypeError('offline')) }), 'offline');
});
