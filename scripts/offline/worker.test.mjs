// The shipped worker and its WASM: published test vectors, requests and replies, and the script that reads packs.
// Formats are those of docs/keys.md, read here with Node's own ciphers.
import assert from 'node:assert/strict';
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';

import { read } from '../testing/page.mjs';
import { bytes, hex, start } from '../testing/worker.mjs';

const vectors = JSON.parse(readFileSync(new URL('../../tests/fixtures/vectors.json', import.meta.url)));
const text = (words) => new TextEncoder().encode(words);
const TAG = 16;
const COST = [19456, 2, 1]; // the least that a lock may have

let worker;
before(async () => {
  worker = await start();
  // The WASM is loaded once it has answered.
  assert.deepEqual(await worker.ask({}), [{ id: 1, fault: 'question' }]);
});
after(() => worker.end());

const seal = (key, nonce, data, plain) => {
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(data);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
};
const open = (key, nonce, data, sealed) => {
  const cipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(data).setAuthTag(sealed.subarray(-TAG));
  return Buffer.concat([cipher.update(sealed.subarray(0, -TAG)), cipher.final()]);
};

const derive = (code, salt, cost) =>
  worker.work.vector_of_argon2id(text(code), salt, new Uint8Array(), new Uint8Array(), Uint32Array.from(cost));

/** A lock of a key, by the table of docs/keys.md. */
const lockOf = (key, code) => {
  const salt = Buffer.alloc(16, 1);
  const nonce = Buffer.alloc(12, 2);
  const cost = Buffer.alloc(12);
  for (const [index, number] of COST.entries()) cost.writeUInt32LE(number, 4 * index);
  const head = Buffer.concat([Buffer.from([1, 1]), cost, salt]);
  return new Uint8Array(Buffer.concat([head, nonce, seal(derive(code, salt, COST), nonce, head, key)]));
};

/** The key in a lock. */
const keyIn = (lock, code) => {
  const record = Buffer.from(lock);
  assert.equal(record.length, 90);
  const cost = [2, 6, 10].map((at) => record.readUInt32LE(at));
  const key = derive(code, record.subarray(14, 30), cost);
  return open(key, record.subarray(30, 42), record.subarray(0, 30), record.subarray(42));
};

test('keys are derived as published', () => {
  assert.equal(vectors.argon2id.length, 8);
  for (const { code, salt, secret, data, cost, key } of vectors.argon2id) {
    const parts = [code, salt, secret, data].map(bytes);
    const derived = worker.work.vector_of_argon2id(...parts, Uint32Array.from(cost));
    assert.equal(hex(derived), key, `${cost}`);
  }
});

test('bytes are sealed and opened as published, and what must not open does not', () => {
  assert.ok(vectors.aesGcm.length > 60 && vectors.aesGcm.filter(({ opens }) => !opens).length > 20);
  for (const [index, vector] of vectors.aesGcm.entries()) {
    const [key, nonce, data, plain, sealed] = ['key', 'nonce', 'data', 'text', 'sealed'].map((name) =>
      bytes(vector[name]),
    );
    const opened = worker.work.vector_of_opening(key, nonce, data, sealed);
    assert.equal(opened && hex(opened), vector.opens ? vector.text : undefined, `vector ${index}`);
    if (vector.opens) assert.equal(hex(worker.work.vector_of_sealing(key, nonce, data, plain)), vector.sealed);
  }
});

const file = (path, type, words, headers = []) => ({ path, type, headers, bytes: text(words) });

test('what is sealed opens with its code and with no other', async () => {
  const files = [
    file('index.html', 'text/html; charset=utf-8', 'words', [['X-Frame-Options', 'DENY']]),
    file('a.svg', 'image/svg+xml', ''),
  ];
  const [made, update, without] = await worker.ask(
    { ask: 'seal', code: '2580', files },
    { ask: 'seal', key: new Uint8Array(32).fill(7), files },
    { ask: 'seal', files },
  );
  assert.equal(without.fault, 'code');
  assert.equal(hex(keyIn(made.lock, '2580')), hex(made.key));
  assert.equal(hex(update.key), '07'.repeat(32));
  assert.equal(update.lock, undefined);

  const sealed = Buffer.from(made.sealed);
  assert.equal(sealed[0], 1);
  const pack = open(made.key, sealed.subarray(1, 13), text('pack 1'), sealed.subarray(13));
  assert.equal(pack.length % 65536, 0);
  const index = JSON.parse(pack.subarray(4, 4 + pack.readUInt32LE(0)));
  assert.deepEqual(
    index.map(({ path }) => path),
    ['a.svg', 'index.html'],
  );

  const { lock } = made;
  const [right, wrong, none, empty] = await worker.ask(
    { ask: 'open', code: '2580', lock },
    { ask: 'open', code: '2581', lock },
    { ask: 'open', lock },
    { ask: 'open', code: '', lock },
  );
  assert.equal(hex(right.key), hex(made.key));
  for (const [reply, fault] of [
    [wrong, 'wrong'],
    [none, 'code'],
    [empty, 'code'],
  ]) {
    assert.deepEqual(reply, { id: reply.id, fault });
  }
});

test('composed and decomposed letters are the same code', async () => {
  const [{ key }] = await worker.ask({
    ask: 'open',
    code: 'e\u0301' + '8',
    lock: lockOf(Buffer.alloc(32, 3), '\u00e98'),
  });
  assert.equal(hex(key), '03'.repeat(32));
});

test('what cannot be read is told apart in one word, and the next request is answered', async () => {
  const record = lockOf(Buffer.alloc(32, 3), '1');
  const changed = (at, bits) => record.map((byte, index) => (index === at ? byte ^ bits : byte));
  const request = (lock) => ({ ask: 'open', code: '1', lock });
  const cases = [
    [request(record), undefined],
    [request(record.subarray(0, -1)), 'damaged'],
    [request(new Uint8Array()), 'damaged'],
    [request(changed(89, 1)), 'wrong'],
    [request(changed(0, 3)), 'newer'],
    [{ ask: 'open', code: '1' }, 'question'],
    [{ ask: 'more' }, 'question'],
    [{}, 'question'],
    [{ ask: 'seal', code: '1', files: [file('../a', 'a/b', '')] }, 'files'],
    [{ ask: 'seal', key: new Uint8Array(1), files: [file('a', 'a/b', '')] }, 'damaged'],
    // A request that fails altogether has a reply as well.
    [{ ask: 'seal', code: '1', files: [1] }, 'worker'],
    [request(record), undefined],
  ];
  const replies = await worker.ask(...cases.map(([question]) => question));
  assert.deepEqual(
    replies.map(({ fault }) => fault),
    cases.map(([, fault]) => fault),
  );
  assert.equal(hex(replies.at(-1).key), '03'.repeat(32));
});

test('the script that reads packs reads ours and no changed one', async () => {
  const openPack = new Function(`${read('offline/open_pack.js')}; return openPack`)();
  const long = 'caf\u00e9 '.repeat(30_000);
  const headers = [['x-frame-options', 'DENY']];
  const key = new Uint8Array(32).fill(9);
  const files = [
    file('index.html', 'text/html; charset=utf-8', long, headers),
    file('cy/caf\u00e9.html', 'text/html', 'arall', headers),
    file('empty.svg', 'image/svg+xml', '', headers),
  ];
  const [{ sealed }] = await worker.ask({ ask: 'seal', key, files });
  const pack = await openPack(key, sealed);
  for (const { path, type, bytes: content } of files) {
    const response = pack(path);
    assert.deepEqual([...response.headers].sort(), [['content-type', type], ...headers], path);
    assert.equal(hex(await response.arrayBuffer()), hex(content), path);
  }
  assert.equal(pack('not.there'), undefined);
  assert.equal(pack(''), undefined);
  const refused = { name: 'OperationError' };
  await assert.rejects(openPack(new Uint8Array(32).fill(8), sealed), refused);
  for (const at of [0, 1, 12, 13, 5000, sealed.length - 1]) {
    const changed = sealed.slice();
    changed[at] ^= 1;
    await assert.rejects(openPack(key, changed), refused, `byte ${at}`);
  }
});
