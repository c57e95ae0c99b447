// The shipped worker in Node: dist/worker.js, work.js and its WASM, with the globals that a worker has in a browser.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { webcrypto } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { built } from './page.mjs';

globalThis.crypto ??= webcrypto; // Node 18

export const hex = (bytes) => Buffer.from(bytes).toString('hex');
export const bytes = (digits) => Uint8Array.from(Buffer.from(digits, 'hex'));

/**
 * Starts the worker. `ask` sends requests one after another and resolves with the replies; `askOne` sends one, with a
 * port; `work` has the functions of the WASM; `end` removes the copy of the files.
 */
export const start = async () => {
  // In a folder where `.js` means a module.
  const folder = mkdtempSync(join(tmpdir(), 'worker-'));
  for (const name of ['worker.js', 'work.js', 'work_bg.wasm']) cpSync(built(`dist/${name}`), join(folder, name));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  globalThis.fetch = async (url) =>
    new Response(await readFile(new URL(url)), { headers: { 'content-type': 'application/wasm' } });
  const waiting = new Map();
  globalThis.onmessage = null;
  globalThis.postMessage = (reply) => waiting.get(reply.id)(reply);
  const at = (name) => pathToFileURL(join(folder, name)).href;
  await import(at('worker.js'));
  const work = await import(at('work.js'));
  let next = 0;
  const askOne = (request, port) => {
    const id = (next += 1);
    const reply = new Promise((resolve) => waiting.set(id, resolve));
    globalThis.onmessage({ data: { id, ...request }, ports: port ? [port] : [] });
    return reply;
  };
  const ask = async (...requests) => {
    const replies = [];
    for (const request of requests) replies.push(await askOne(request));
    return replies;
  };
  return { ask, askOne, work, end: () => rmSync(folder, { recursive: true }) };
};
