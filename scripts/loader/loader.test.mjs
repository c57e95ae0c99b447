// The settings before the first paint, and what the loader does where the app cannot run.
import assert from 'node:assert/strict';
import { setImmediate as task } from 'node:timers/promises';
import { test } from 'node:test';

import { element, page, read, target } from '../testing/page.mjs';

const early = read('loader/early.js');
const boot = read('loader/boot.js');

/** The settings of a page that starts with a stored text. */
const settings = (stored) => {
  const getItem = (name) => (name === 'reading' ? stored : null);
  return { ...page([early], { localStorage: { getItem } }).root.dataset };
};

test('stored settings apply, and what is not one is left out', () => {
  const all = { letters: 'largest', way: '0', back: 'cover', keys: 'escape' };
  assert.deepEqual(settings('letters=largest way=0 back=cover keys=escape'), all);
  assert.deepEqual(settings('more=1 letters=large letters=huge'), { letters: 'large' });
  for (const stored of [
    null,
    '',
    '{',
    'null',
    'letters=large=',
    'LETTERS=large',
    'letters=large,way=1',
    'way=-1',
    'way=10',
    'covered=leaving',
    '{"letters":"large"}',
  ]) {
    assert.deepEqual(settings(stored), {}, stored);
  }
});

test('where storage is forbidden the page starts without settings', () => {
  const window = {};
  Object.defineProperty(window, 'localStorage', {
    get() {
      throw new Error('SecurityError');
    },
  });
  assert.deepEqual(
    page([early], Object.defineProperties({}, Object.getOwnPropertyDescriptors(window))).root.dataset,
    {},
  );
});

/** Runs the loader at an address; the app's files cannot be fetched. */
const start = async (hash, more = {}) => {
  const view = element({ scrollIntoView: () => view.calls.push('scrollIntoView') });
  const asked = [];
  const opened = page([boot.replace('import(', 'importModule(')], {
    elements: {
      'meta[name=app]': element({ dataset: { js: 'app.js', wasm: 'app.wasm' } }),
      ...Object.fromEntries(['1', '7', '07', '13', 'seven'].map((code) => [`[data-view="${code}"]`, view])),
    },
    location: { hash },
    fetch: async (url) => {
      asked.push(url.href);
      throw new TypeError('no network');
    },
    importModule: async (url) => {
      asked.push(url.href);
      throw new TypeError('no network');
    },
    WebAssembly: {},
    ...more,
  });
  for (const { callback } of opened.timers) callback();
  await task();
  return { ...opened, view, asked };
};

test('if the app cannot be fetched, the page says so', async () => {
  const { root, asked } = await start('');
  assert.deepEqual(asked, ['https://page.test/app.wasm', 'https://page.test/app.js']);
  assert.equal(root.dataset.app, 'none');
});

test('if the app does not start, the page says so', async () => {
  const fails = async () => {
    throw new Error('out of memory');
  };
  const more = { fetch: async () => ({}), importModule: async () => ({ default: fails }) };
  assert.equal((await start('', more)).root.dataset.app, 'none');
});

test('without WebAssembly nothing is fetched, and the page says so', async () => {
  const { root, asked } = await start('', { WebAssembly: undefined });
  assert.deepEqual([root.dataset.app, asked], ['none', []]);
});

test('the app hydrates each island and is ready', async () => {
  const hydrated = [];
  const islands = ['Navigation', 'Finder'].map((component) => element({ dataset: { component } }));
  const { root } = await start('', {
    setTimeout: (callback) => callback(),
    fetch: async () => ({}),
    importModule: async () => ({
      default: async () => {},
      Navigation: (island) => hydrated.push(island),
      Finder: (island) => hydrated.push(island),
    }),
    elements: { 'meta[name=app]': element(), 'leptos-island': islands },
    URL: class {},
  });
  await task();
  assert.deepEqual(hydrated, islands);
  assert.equal(root.dataset.app, 'ready');
});

test('a code in the address opens its view, and nothing else does', async () => {
  const { view } = await start('#7');
  assert.deepEqual([view.open, view.calls], [true, ['scrollIntoView']]);
  for (const hash of ['', '#1', '#13', '#07', '#7 ', '#seven', '#7"]']) {
    const { view } = await start(hash);
    assert.deepEqual([view.open, view.calls], [undefined, []], hash);
  }
});

/** Presses the button for writing, with the module of the screens and the reply to the fetch of their words. */
const press = async (form, reply) => {
  const asked = [];
  const button = element({ disabled: false });
  const [loading, failed, intro] = [true, true, false].map((hidden) => element({ hidden }));
  const heading = element();
  const screens = element();
  const script = read('loader/write.js').replace('import(', 'importModule(').replace('import.meta.url', 'appUrl');
  const opened = page([script], {
    elements: {
      '[data-loading]': loading,
      '[data-failed]': failed,
      '[data-intro]': intro,
      '[data-screen]': heading,
      '[data-screens]': screens,
    },
    appUrl: 'https://page.test/open/app.js',
    importModule: async (url) => {
      asked.push(url.href);
      if (!form) throw new TypeError('no network');
      return form;
    },
    fetch: async (url) => {
      asked.push(url.href);
      return reply;
    },
  });
  opened.fire({ type: 'click', target: target() });
  await task();
  assert.deepEqual(asked, []);
  opened.fire({ type: 'click', target: { closest: () => button } });
  assert.deepEqual([button.disabled, loading.hidden], [true, false]);
  await task();
  assert.deepEqual([button.disabled, loading.hidden], [false, true]);
  return { asked, failed, heading, intro, screens };
};
const wordsReply = { ok: true, json: async () => ['two', 'words'] };

test('the screens for writing are fetched on a press, from where the app is', async () => {
  const calls = [];
  const form = { default: async () => calls.push('default'), start: (...given) => calls.push(given), vault: 'vault' };
  const { asked, failed, heading, intro, screens } = await press(form, wordsReply);
  const names = ['form_bg.wasm', 'form.js', 'form.json'];
  assert.deepEqual(
    asked,
    names.map((name) => `https://page.test/open/${name}`),
  );
  assert.deepEqual(calls, ['default', [screens, 'two\nwords', 'vault']]);
  assert.deepEqual([failed.hidden, intro.hidden], [true, true]);
  assert.deepEqual(heading.calls, ['focus']);
});

test('screens that do not load say so', async () => {
  const form = { default: async () => {}, start: () => {} };
  const fails = () => Promise.reject(new Error('out of memory'));
  for (const { failed, intro } of [
    await press(undefined, wordsReply),
    await press(form, { ok: false, status: 404 }),
    await press({ ...form, default: fails }, wordsReply),
  ]) {
    assert.deepEqual([failed.hidden, intro.hidden], [false, false]);
  }
});
