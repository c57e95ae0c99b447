// The drop-in as it is built, on another's page: events of that page are none of ours.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { built, element, page, target } from '../testing/page.mjs';

/** A charity's page with the drop-in's block, which has the link. */
const open = (globals = {}) => {
  const link = element({ href: 'https://weather.test/', after() {} });
  const elements = { '[data-exit]': link };
  return page([readFileSync(built('kit/leave.js'), 'utf8')], { elements, ...globals });
};

test('scripts of the site may dispatch leave, left, return and stopped, and what Turbolinks dispatches', () => {
  const { fire, left, root } = open();
  for (const type of ['leave', 'left', 'return', 'stopped', 'load', 'restore']) {
    for (const prefix of ['', 'page:']) fire({ type: prefix + type });
  }
  assert.deepEqual([left, 'covered' in root.dataset], [[], false]);
});

test('the channel to other tabs has a name of our own', () => {
  const channels = [];
  const BroadcastChannel = class {
    constructor(name) {
      channels.push([name, this]);
    }
  };
  const { left } = open({ BroadcastChannel });
  const [[name, channel]] = channels;
  assert.equal(name, 'x-page:leave');
  channel.onmessage({ data: 0 });
  assert.deepEqual(left, ['https://weather.test/']);
});

test('Escape and three presses on the name of the dish still work', () => {
  const { fire, left, events, root } = open();
  fire({ type: 'keydown', key: 'Escape' });
  assert.deepEqual([left, events], [['https://weather.test/'], ['x-page:leave', 'x-page:left']]);
  root.dataset.covered = '';
  for (const timeStamp of [1, 2, 3])
    fire({ type: 'click', target: target('[data-return]'), timeStamp: 20_000 + timeStamp });
  assert.equal('covered' in root.dataset, false);
});
