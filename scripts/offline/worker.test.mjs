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

const SLOT = 60;
const slotAad = (head, slot) => Buffer.concat([head, Buffer.from([slot])]);

/** A lock of a key, by the table of docs/keys.md. */
const lockOf = (key, code) => {
  const salt = Buffer.alloc(16, 1);
  const nonce = Buffer.alloc(12, 2);
  const cost = Buffer.alloc(12);
  for (const [index, number] of COST.entries()) cost.writeUInt32LE(number, 4 * index);
  const head = Buffer.concat([Buffer.from([1]), cost, salt]);
  const slot = Buffer.concat([nonce, seal(derive(code, salt, COST), nonce, slotAad(head, 1), key)]);
  return new Uint8Array(Buffer.concat([head, Buffer.alloc(SLOT, 7), slot, Buffer.alloc(2 * SLOT, 8)]));
};

/** The key in a lock, with the number of its slot. */
const keyIn = (lock, code) => {
  const record = Buffer.from(lock);
  assert.equal(record.length, 29 + 4 * SLOT);
  const cost = [1, 5, 9].map((at) => record.readUInt32LE(at));
  assert.deepEqual(cost, [65536, 4, 1]);
  const head = record.subarray(0, 29);
  const wrapping = derive(code, record.subarray(13, 29), cost);
  const found = [];
  for (const number of [0, 1, 2, 3]) {
    const slot = record.subarray(29 + number * SLOT, 29 + (number + 1) * SLOT);
    try {
      found.push([number, open(wrapping, slot.subarray(0, 12), slotAad(head, number), slot.subarray(12))]);
    } catch {}
  }
  assert.equal(found.length, 1);
  return found[0];
};

const decrypt = async (key, sealed) => {
  const cipher = { name: 'AES-GCM', iv: sealed.subarray(1, 13), additionalData: text('pack 1') };
  return Buffer.from(await crypto.subtle.decrypt(cipher, key, sealed.subarray(13)));
};
const importKey = (key) => crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']);

/** Opens a lock; returns the reply, and the key that came through the port. */
const openLock = async (request) => {
  const { port1, port2 } = new MessageChannel();
  const came = new Promise((resolve) => {
    port1.onmessage = ({ data }) => {
      resolve(data);
      port1.postMessage(true);
    };
  });
  const reply = await worker.askOne({ ask: 'open', ...request }, port2);
  const key = await came;
  port1.close();
  return { reply, key };
};

/** Seals with a key that is already there. */
const sealWith = async (key, files) => {
  const { port1, port2 } = new MessageChannel();
  port1.postMessage(key);
  const reply = await worker.askOne({ ask: 'seal', files }, port2);
  port1.close();
  return reply;
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
  const [made, without] = await worker.ask({ ask: 'seal', code: '2580', files }, { ask: 'seal', files });
  assert.equal(without.fault, 'code');
  const [, key] = keyIn(made.lock, '2580');
  const sealed = Buffer.from(made.sealed);
  assert.equal(sealed[0], 1);
  const pack = open(key, sealed.subarray(1, 13), text('pack 1'), sealed.subarray(13));
  assert.equal(pack.length % 65536, 0);
  const index = JSON.parse(pack.subarray(4, 4 + pack.readUInt32LE(0)));
  assert.deepEqual(
    index.map(({ path }) => path),
    ['a.svg', 'index.html'],
  );

  const { lock } = made;
  const right = await openLock({ code: '2580', lock });
  assert.deepEqual(await decrypt(right.key, made.sealed), pack);
  for (const [code, fault] of [
    ['2581', 'wrong'],
    [undefined, 'code'],
    ['', 'code'],
  ]) {
    const { reply, key: none } = await openLock({ code, lock });
    assert.deepEqual(reply, { id: reply.id, fault });
    assert.equal(none, null);
  }

  // A newer release, under the same key.
  const update = await sealWith(right.key, files);
  assert.deepEqual(Object.keys(update).sort(), ['id', 'sealed']);
  assert.notDeepEqual(update.sealed.slice(1, 13), made.sealed.slice(1, 13));
  assert.deepEqual(await decrypt(right.key, update.sealed), pack);
});

test('no reply has a key, and the one in the port cannot be exported', async () => {
  const files = [file('a', 'a/b', '')];
  const [made] = await worker.ask({ ask: 'seal', code: '2580', files });
  assert.deepEqual(Object.keys(made).sort(), ['id', 'lock', 'sealed']);
  const [, bytesOfKey] = keyIn(made.lock, '2580');
  const { reply, key } = await openLock({ code: '2580', lock: made.lock });
  assert.deepEqual(reply, { id: reply.id, opened: true, lock: undefined });
  assert.equal(key.extractable, false);
  for (const format of ['raw', 'jwk']) await assert.rejects(crypto.subtle.exportKey(format, key));
  assert.ok(!Buffer.from(made.sealed).includes(bytesOfKey));
  // Without a key, nothing is sealed.
  assert.equal((await sealWith(null, files)).fault, 'key');
});

test('the key is in any of the slots', async () => {
  const slots = new Set();
  for (let times = 0; times < 40 && slots.size < 4; times += 1) {
    const [{ lock }] = await worker.ask({ ask: 'seal', code: '2580', files: [file('a', 'a/b', '')] });
    slots.add(keyIn(lock, '2580')[0]);
  }
  assert.equal(slots.size, 4);
});

test('a lock that costs less than a new one is replaced as it is opened', async () => {
  const key = Buffer.alloc(32, 3);
  const { reply } = await openLock({ code: '2580', lock: lockOf(key, '2580') });
  assert.equal(hex(keyIn(reply.lock, '2580')[1]), hex(key));
  const again = await openLock({ code: '2580', lock: reply.lock });
  assert.equal(again.reply.lock, undefined);
});

test('composed and decomposed letters are the same code', async () => {
  const { reply } = await openLock({ code: 'e\u0301' + '8', lock: lockOf(Buffer.alloc(32, 3), '\u00e98') });
  assert.equal(reply.fault, undefined);
});

test('what cannot be read is told apart in one word, and the next request is answered', async () => {
  const record = lockOf(Buffer.alloc(32, 3), '1');
  const changed = (at, bits) => record.map((byte, index) => (index === at ? byte ^ bits : byte));
  const request = (lock) => ({ ask: 'open', code: '1', lock });
  const cases = [
    [request(record), undefined],
    [request(record.subarray(0, -1)), 'damaged'],
    [request(new Uint8Array()), 'damaged'],
    [request(changed(29 + SLOT + 20, 1)), 'wrong'],
    [request(changed(0, 3)), 'newer'],
    [{ ask: 'open', code: '1' }, 'question'],
    [{ ask: 'more' }, 'question'],
    [{ ask: 'check' }, 'code'],
    [{ ask: 'check', code: '12345' }, 'code'],
    [{ ask: 'check', code: '270614' }, 'date'],
    [{ ask: 'check', code: '402957' }, undefined],
    [{}, 'question'],
    [{ ask: 'seal', code: '1', files: [file('../a', 'a/b', '')] }, 'files'],
    // A request that fails altogether has a reply as well.
    [{ ask: 'seal', code: '1', files: [1] }, 'worker'],
    [request(record), undefined],
  ];
  for (const [question, fault] of cases) {
    const { ask, ...rest } = question;
    const reply = ask === 'open' ? (await openLock(rest)).reply : (await worker.ask(question))[0];
    assert.equal(reply.fault, fault, JSON.stringify(question));
  }
});

test('the code that is offered is another one each time, and passes', async () => {
  const [one, other] = await worker.ask({ ask: 'suggest' }, { ask: 'suggest' });
  assert.match(one.code, /^\d{8}$/);
  assert.notEqual(one.code, other.code);
  const [reply] = await worker.ask({ ask: 'check', code: one.code });
  assert.equal(reply.fault, undefined);
});

test('the script that reads packs reads ours and no changed one', async () => {
  const openPack = new Function(`${read('offline/open_pack.js')}; return openPack`)();
  const long = 'caf\u00e9 '.repeat(30_000);
  const headers = [['x-frame-options', 'DENY']];
  const key = await importKey(new Uint8Array(32).fill(9));
  const files = [
    file('index.html', 'text/html; charset=utf-8', long, headers),
    file('cy/caf\u00e9.html', 'text/html', 'arall', headers),
    file('empty.svg', 'image/svg+xml', '', headers),
  ];
  const { sealed } = await sealWith(key, files);
  const pack = await openPack(key, sealed);
  for (const { path, type, bytes: content } of files) {
    const response = pack(path);
    assert.deepEqual([...response.headers].sort(), [['content-type', type], ...headers], path);
    assert.equal(hex(await response.arrayBuffer()), hex(content), path);
  }
  assert.equal(pack('not.there'), undefined);
  assert.equal(pack(''), undefined);
  const refused = { name: 'OperationError' };
  await assert.rejects(openPack(await importKey(new Uint8Array(32).fill(8)), sealed), refused);
  for (const at of [0, 1, 12, 13, 5000, sealed.length - 1]) {
    const changed = sealed.slice();
    changed[at] ^= 1;
    await assert.rejects(openPack(key, changed), refused, `byte ${at}`);
  }
});
