// The set-up page: what it offers, and that it tells no one whether something is kept.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';

import { element, read } from '../testing/page.mjs';

const POLICY = { 'content-security-policy': "default-src 'none'", 'cache-control': 'no-store' };
const SITUATIONS = ['framed', 'host', 'kept', 'new', 'shared', 'tab', 'unable'];

/** The situations for which the page shows its parts. */
const offered = async ({ address = 'https://page.example/', state, dataset = {}, frame = false, ...more } = {}) => {
  const asked = [];
  const parts = SITUATIONS.map((name) => element({ hidden: true, getAttribute: () => name, name }));
  const navigator = { serviceWorker: {}, locks: {}, ...more.navigator };
  const window = {};
  window.top = frame ? {} : window;
  const globals = {
    window,
    globalThis: { caches: {}, WebAssembly: {} },
    crypto: { subtle: {} },
    caches: {
      match: async (url) => {
        asked.push(url);
        return state && new Response(state);
      },
    },
    navigator,
    document: {
      documentElement: { dataset },
      baseURI: `${address}more.html`,
      querySelector: () => element(),
      querySelectorAll: (selector) => (selector === '[data-when]' ? parts : []),
    },
    addEventListener: () => {},
    fetch: async () => {
      if (more.offline) throw new TypeError('network');
      return new Response('{}', { headers: more.headers ?? POLICY });
    },
    ask: async () => ({ code: '12345678' }),
    ownFile: (name) => name,
  };
  const source = ['kept_state', 'release', 'remove', 'set_up'].map((file) => read(`offline/${file}.js`)).join(';\n');
  new Function(...Object.keys(globals), source)(...Object.values(globals));
  while (parts.every(({ hidden }) => hidden)) await turn();
  return { shown: parts.filter(({ hidden }) => !hidden).map(({ name }) => name), asked };
};

test('each situation has its own parts', async () => {
  const iPhone = { navigator: { standalone: false } };
  const cases = [
    [{}, 'new'],
    [{ offline: true }, 'new'],
    [{ navigator: { serviceWorker: undefined } }, 'unable'],
    [{ navigator: { locks: undefined } }, 'unable'],
    [{ frame: true }, 'framed'],
    [{ address: 'https://page.example/charity/' }, 'shared'],
    [{ headers: {} }, 'host'],
    [{ headers: { ...POLICY, 'cache-control': 'max-age=60' } }, 'host'],
    [{ headers: { ...POLICY, 'content-security-policy': "frame-ancestors 'none'" } }, 'host'],
    [iPhone, 'tab'],
    [{ ...iPhone, headers: {} }, 'host'],
    [{ dataset: { kept: '' }, address: 'https://page.example/recipes/' }, 'kept'],
  ];
  for (const [how, situation] of cases) assert.deepEqual((await offered(how)).shown, [situation], JSON.stringify(how));
});

test('the host’s page does not look whether something is kept', async () => {
  const { shown, asked } = await offered({ state: '{}' });
  assert.deepEqual([shown, asked], [['new'], []]);
});
