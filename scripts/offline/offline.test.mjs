// The service worker and the script of the decoys' pages, with stand-ins for the caches and the windows.
import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';

import { read } from '../testing/page.mjs';

globalThis.crypto ??= webcrypto; // Node 18
const ROOT = 'https://page.example/';
const STATE = {
  format: 1,
  version: '1',
  tool: 'recipes',
  files: ['recipes/index.html', 'work.js'],
  cache: 'files-1',
};
const run = (files, globals, result) =>
  new Function(...Object.keys(globals), `${files.map((file) => read(`offline/${file}.js`)).join(';\n')};\n${result}`)(
    ...Object.values(globals),
  );

const until = async (condition) => {
  for (let turns = 0; !condition(); turns += 1) {
    assert.ok(turns < 10_000, `never: ${condition}`);
    await turn();
  }
};

/** Caches by name; each has contents by path. */
const cachesOf = (contents) => ({
  match: async (url, { cacheName }) => {
    const content = contents[cacheName]?.[url.slice(ROOT.length)];
    return content === undefined ? undefined : new Response(content);
  },
});
const cachesWith = (state, more = {}) =>
  cachesOf({
    own: { state: typeof state === 'string' ? state : JSON.stringify(state) },
    'files-1': { lock: 'LOCK', pack: 'PACK', 'recipes/index.html': RECIPES, 'work.js': 'WORK', ...more },
  });
const RECIPES = '<title>Recipes</title>DECOY';

/** The service worker: `ask` sends a request and resolves with the text or the address of its response. */
const start = (caches, { openPack = async () => (path) => new Response(`<title>X</title>${path}`) } = {}) => {
  const listeners = {};
  const clock = { now: 0 };
  const globals = {
    registration: { scope: ROOT },
    caches,
    openPack,
    Date: { now: () => clock.now },
    FetchEvent: { prototype: { resultingClientId: '' } },
    addEventListener: (name, listener) => (listeners[name] = listener),
    fetch: async ({ url }) => new Response(`HOST ${url.slice(ROOT.length)}`),
    skipWaiting: () => {},
  };
  run(['kept_state', 'offline'], globals, '');
  const ask = async (path, { mode = 'navigate', destination = 'document', headers = {}, ...ids } = {}) => {
    let answer;
    const request = { method: 'GET', url: ROOT + path, mode, destination, headers: new Headers(headers) };
    listeners.fetch({ request, clientId: '', resultingClientId: '', ...ids, respondWith: (given) => (answer = given) });
    const response = await answer;
    return (
      response.headers.get('location')?.slice(ROOT.length) ?? (response.type === 'error' ? 'error' : response.text())
    );
  };
  const send = (data, from, port, id = from) => {
    const source = { id, url: ROOT + from };
    return listeners.message({ data, source, ports: [port], waitUntil: (work) => work.catch(() => {}) });
  };
  return { ask, clock, send };
};

/** Sends a request with a port; resolves with the service worker's answer. */
const request = ({ send }, data, id) => {
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise((resolve) => {
    port1.onmessage = ({ data: reply }) => {
      port1.close();
      resolve(reply);
    };
  });
  send(data, 'recipes/', port2, id);
  return answer;
};
/** Sends a key as the worker behind a window does; resolves with the service worker's answer. */
const open = ({ send }, from, key = 'KEY') => {
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise((resolve) => {
    port1.onmessage = ({ data }) => {
      port1.close();
      resolve(data);
    };
  });
  send({ ask: 'open' }, from, port2);
  port1.postMessage(key);
  return answer;
};

test('only the listed files of the decoy are answered from the storage', async () => {
  const worker = start(cachesWith(STATE, { 'other.js': 'OTHER' }));
  assert.equal(await worker.ask('recipes/'), RECIPES);
  assert.equal(await worker.ask('work.js', { mode: 'cors' }), 'WORK');
  for (const path of ['lock', 'pack', 'state', 'other.js']) assert.equal(await worker.ask(path), `HOST ${path}`);
});

const COPY = '<title>Recipes</title>index.html';

test('the copy is what the next visit of the decoy shows, under its title, and no visit after it', async () => {
  const worker = start(cachesWith(STATE));
  assert.equal(await worker.ask('recipes/'), RECIPES);
  assert.equal(await open(worker, 'recipes/'), true);
  assert.equal(await worker.ask('recipes/', { resultingClientId: 'copy' }), COPY);
  assert.equal(await worker.ask('recipes/'), RECIPES);
});

test('neither a frame, nor a page that is loaded in advance, nor a late visit shows the copy', async () => {
  const worker = start(cachesWith(STATE));
  for (const how of [{ destination: 'iframe' }, { headers: { 'sec-purpose': 'prefetch;prerender' } }]) {
    await open(worker, 'recipes/');
    assert.equal(await worker.ask('recipes/', how), RECIPES);
    assert.equal(await worker.ask('recipes/'), RECIPES, 'and then it is locked');
  }
  await open(worker, 'recipes/');
  worker.clock.now += 5000;
  assert.equal(await worker.ask('recipes/'), RECIPES);
});

test('another page of the copy takes its place, if the copy asks', async () => {
  const worker = start(cachesWith(STATE));
  const show = (id) => request(worker, { ask: 'show', page: 'more.html' }, id);
  await open(worker, 'recipes/');
  assert.equal(await worker.ask('recipes/', { resultingClientId: 'copy' }), COPY);
  await show('copy');
  assert.equal(await worker.ask('recipes/', { resultingClientId: 'more' }), '<title>Recipes</title>more.html');
  await show('other');
  assert.equal(await worker.ask('recipes/'), RECIPES);
});

test('the words go to their own window and to no other page', async () => {
  const worker = start(cachesWith(STATE));
  await open(worker, 'recipes/');
  await worker.ask('recipes/', { resultingClientId: 'copy' });
  assert.equal(await worker.ask('open/'), 'recipes/', 'the files of the copy are no pages');
  const from = (clientId) => worker.ask('open/app.js', { mode: 'cors', destination: 'script', clientId });
  assert.equal(await from('copy'), '<title>X</title>app.js');
  for (const clientId of ['other', '']) assert.equal(await from(clientId), 'error', clientId);
  // The worker's files are the decoy's, for every page.
  assert.equal(await worker.ask('open/work.js', { mode: 'cors' }), 'WORK');
});

test('without the id of its window the copy is not shown', async () => {
  const worker = start(cachesWith(STATE));
  await open(worker, 'recipes/');
  assert.equal(await worker.ask('recipes/', { resultingClientId: '' }), RECIPES);
});

test('another decoy is the host’s, as without a copy', async () => {
  const worker = start(cachesWith(STATE));
  assert.equal(await worker.ask('calculator/'), 'HOST calculator/');
});

test('a key is taken from the decoy only, and given to the copy only', async () => {
  const worker = start(cachesWith(STATE));
  for (const from of ['before', 'calculator/', 'recipes.html', 'open/']) {
    assert.equal(await open(worker, from), false, from);
  }
  assert.equal(await open(worker, 'recipes/', null), false, 'a wrong code');
  assert.equal(await worker.ask('recipes/'), RECIPES);
  assert.equal(await open(worker, 'recipes/'), true);
  await worker.ask('recipes/', { resultingClientId: 'copy' });
  const key = (id) => request(worker, { ask: 'key' }, id);
  assert.equal(await key('copy'), 'KEY');
  for (const id of ['other', '']) assert.equal(await key(id), null, id);
});

test('locking while it opens wins', async () => {
  let opened;
  const openPack = () => new Promise((resolve) => (opened = () => resolve(() => new Response('WORDS'))));
  const worker = start(cachesWith(STATE), { openPack });
  const answer = open(worker, 'recipes/');
  await until(() => opened);
  worker.send({ ask: 'lock' }, 'recipes/');
  opened();
  assert.equal(await answer, false);
  assert.equal(await worker.ask('recipes/'), RECIPES);
  // And so does showing the decoy again.
  opened = undefined;
  const again = open(worker, 'recipes/');
  await until(() => opened);
  assert.equal(await worker.ask('recipes/'), RECIPES);
  opened();
  assert.equal(await again, false);
});

test('a state that cannot be read costs the copy and never the page', async () => {
  for (const state of ['', '{', 'null', '{"format":1}', '{"format":2}', JSON.stringify({ ...STATE, tool: '../x' })]) {
    const worker = start(cachesWith(state));
    assert.equal(await worker.ask(''), 'HOST ', state);
    assert.equal(await worker.ask('recipes/'), 'HOST recipes/', state);
    assert.equal(await open(worker, 'recipes/'), false, state);
  }
});

/** The script of the decoys' pages: `enter` submits a code; `tried` has the codes that the worker was asked for. */
const entry = ({ caches = cachesWith(STATE), active = { postMessage: () => {} }, ask } = {}) => {
  let submit;
  let hide;
  const went = [];
  const document = {
    baseURI: `${ROOT}recipes/`,
    hidden: false,
    addEventListener: (type, listener) => (hide = listener),
  };
  const globals = {
    caches,
    ask,
    document,
    location: { replace: (to) => went.push(to.href.slice(ROOT.length)) },
    navigator: {
      locks: { request: (name, act) => act() },
      serviceWorker: {
        getRegistration: async () => active && { active },
        get ready() {
          return new Promise(() => {}); // never settles without a registration
        },
      },
    },
    addEventListener: (name, listener) => (submit = listener),
  };
  run(['kept_state', 'entry'], globals, '');
  const hides = () => {
    document.hidden = true;
    hide();
    document.hidden = false;
  };
  return { enter: (code) => submit({ detail: code }), hides, went };
};

test('the newest code typed is the one tried', async () => {
  const tried = [];
  const waiting = [];
  const ask = ({ code }, port) => {
    tried.push(code);
    port.close();
    return new Promise((resolve, reject) => {
      waiting.push(() => (code === '300300' ? resolve({ opened: true }) : reject(new Error('wrong'))));
    });
  };
  const { enter, went } = entry({ ask });
  const done = enter('100100');
  await until(() => tried.length === 1);
  for (const code of ['200200', '300300', 'words', '1234']) enter(code);
  waiting[0]();
  await until(() => tried.length === 2);
  waiting[1]();
  await done;
  assert.deepEqual(tried, ['100100', '300300']);
  assert.deepEqual(went, ['recipes/']);
});

test('the way to set-up is the same with a copy and without, and nothing else leads anywhere', async () => {
  const none = cachesOf({});
  const ask = () => Promise.reject(new Error('wrong'));
  for (const how of [{ ask }, { ask, caches: none }, { ask, caches: none, active: undefined }]) {
    const { enter, went } = entry(how);
    await enter('402957');
    assert.deepEqual(went, []);
    await enter('112358');
    assert.deepEqual(went, ['more.html']);
  }
});

test('a code may be typed as it is offered', async () => {
  const tried = [];
  const { enter } = entry({
    ask: async ({ code }, port) => {
      tried.push(code);
      port.close();
      return { opened: false };
    },
  });
  for (const code of ['4829 1735', '4829\u00a01735']) await enter(code);
  assert.deepEqual(tried, ['48291735', '48291735']);
});

test('a page that was hidden while a code was tried opens nothing', async () => {
  const sent = [];
  let finish;
  const ask = (request, port) => {
    port.close();
    return new Promise((resolve) => (finish = () => resolve({ opened: true })));
  };
  const { enter, hides, went } = entry({ ask, active: { postMessage: (message) => sent.push(message) } });
  const done = enter('402957');
  await until(() => finish);
  hides();
  finish();
  await done;
  assert.deepEqual([went, sent.at(-1)], [[], { ask: 'lock' }]);
});

test('a pack that cannot be opened is answered', async () => {
  const worker = start(cachesWith(STATE), { openPack: () => Promise.reject(new Error('damaged')) });
  assert.equal(await open(worker, 'recipes/'), false);
});

test('without a service worker the decoy stays a decoy', async () => {
  const { enter, went } = entry({ active: undefined, ask: () => assert.fail('the worker was asked') });
  await enter('402957');
  assert.deepEqual(went, []);
});

test('a lock is replaced in the copy that is kept, and in none that has gone', async () => {
  for (const gone of [false, true]) {
    const put = [];
    let removed = false;
    const caches = cachesWith(STATE);
    const kept = {
      match: (...asked) => (removed ? Promise.resolve(undefined) : caches.match(...asked)),
      open: async (name) => ({ put: async () => void put.push(name) }),
    };
    const ask = async (request, port) => {
      port.close();
      removed = gone;
      return { opened: false, lock: new Uint8Array(1) };
    };
    await entry({ ask, caches: kept }).enter('402957');
    assert.deepEqual(put, gone ? [] : ['files-1']);
  }
});
