// The shipped worker with a volume in a fake origin private file system: what is kept, what is refused, what a full phone
// and a torn write leave. IndexedDB is tested in a browser that has no such files: tests/journeys/keeping_a_diary.rs.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { start } from '../testing/worker.mjs';

const files = new Map();
const missing = () => Promise.reject(new DOMException('', 'NotFoundError'));
/** Bytes that fit into the next write; then it stops, as on a full phone. */
let fits = Infinity;
const handleOf = (name) => ({
  getSize: () => files.get(name).length,
  read: (to, { at }) => {
    to.set(files.get(name).subarray(at, at + to.length));
    return to.length;
  },
  write: (bytes, { at }) => {
    const written = bytes.slice(0, fits);
    const file = new Uint8Array(Math.max(files.get(name).length, at + written.length));
    file.set(files.get(name));
    file.set(written, at);
    files.set(name, file);
    return written.length;
  },
  truncate: (length) => files.set(name, files.get(name).slice(0, length)),
  flush: () => {},
  close: () => {},
});
const folder = {
  getFileHandle: async (name, { create } = {}) => {
    if (!files.has(name) && !create) return missing();
    if (!files.has(name)) files.set(name, new Uint8Array());
    return { createSyncAccessHandle: async () => handleOf(name) };
  },
  removeEntry: async (name) => (files.delete(name) ? undefined : missing()),
};
let turn = Promise.resolve();
const locks = {
  request: (name, act) => {
    assert.equal(name, 'saved');
    const mine = turn.then(act);
    turn = mine.catch(() => {});
    return mine;
  },
};

let worker;
before(async () => {
  const navigator = { locks, storage: { getDirectory: async () => folder } };
  Object.defineProperty(globalThis, 'navigator', { value: navigator, configurable: true });
  globalThis.indexedDB = {
    open: () => {
      const request = {};
      queueMicrotask(() => {
        request.error = new DOMException('', 'AbortError');
        request.onerror();
      });
      return request;
    },
    deleteDatabase: () => {
      const request = {};
      queueMicrotask(() => request.onsuccess());
      return request;
    },
  };
  worker = await start();
});
after(() => worker.end());

const ask = async (ask, more) => {
  const { id, ...reply } = await worker.askOne({ ask, ...more });
  return reply;
};
const text = (words) => new TextEncoder().encode(words);
const said = ({ snapshot }) => new TextDecoder().decode(snapshot);

test('five words are made, and weak ones are refused', async () => {
  const made = [await ask('passphrase'), await ask('passphrase')];
  for (const { passphrase } of made) assert.match(passphrase, /^([a-z]{3,8} ){4}[a-z]{3,8}$/);
  assert.notEqual(made[0].passphrase, made[1].passphrase);
  assert.deepEqual(await ask('judge', { passphrase: made[0].passphrase }), {});
  assert.deepEqual(await ask('judge', { passphrase: 'too short' }), { fault: 'short' });
});

test('what is kept opens with its words, whatever happens to a save', async () => {
  const passphrase = 'Drum lemon  card STAIR pond';
  assert.deepEqual(await ask('unlock', { passphrase }), { fault: 'wrong' });
  assert.deepEqual([...files.keys()], [], 'asking leaves no file');
  assert.deepEqual(await ask('save', { snapshot: text('x') }), { fault: 'locked' });

  // Of an attempt that fails nothing stays, so that the next one can succeed.
  fits = 3_000_000;
  assert.deepEqual(await ask('create', { passphrase, snapshot: text('first') }), { fault: 'full' });
  fits = Infinity;
  assert.deepEqual([...files.keys()], []);

  const created = await ask('create', { passphrase, snapshot: text('first') });
  assert.deepEqual([said(created), created.damage], ['first', '']);
  assert.deepEqual(
    [...files].map(([name, bytes]) => [name, bytes.length]),
    [['saved', 8_389_632]],
  );
  assert.deepEqual(await ask('create', { passphrase, snapshot: text('over it') }), { fault: 'exists' });

  assert.equal((await ask('save', { snapshot: text('second') })).percent, 1);
  // The phone is full in the midst of a write.
  fits = 3_000_000;
  assert.deepEqual(await ask('save', { snapshot: text('third') }), { fault: 'full' });
  fits = Infinity;
  const opened = await ask('unlock', { passphrase: 'drum-lemon-card-stair-pond' });
  assert.ok(['second', 'third'].includes(said(opened)), said(opened));
  assert.equal((await ask('save', { snapshot: text('fourth'), erase: true })).percent, 1);
  assert.deepEqual(await ask('unlock', { passphrase: 'five other words than these' }), { fault: 'wrong' });

  // A damaged half is said, and what was saved before opens.
  assert.deepEqual(said(await ask('unlock', { passphrase })), 'fourth');
  assert.deepEqual(await ask('forget'), {});
  assert.deepEqual([...files.keys()], []);
  assert.deepEqual(await ask('unlock', { passphrase }), { fault: 'wrong' });
  assert.deepEqual(await ask('remove-file'), {});
  assert.deepEqual([...files.keys()], []);
  assert.deepEqual(await ask('remove-file'), {}, 'removing nothing is no fault');
});
