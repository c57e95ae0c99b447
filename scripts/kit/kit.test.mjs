// The drop-in as it is built, on another's page: events of that page are none of ours.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { built, element, page, target } from '../testing/page.mjs';

/** A charity's page with the drop-in's block, which has the link. */
const open = () => {
  const link = element({ href: 'https://weather.test/', after() {} });
  const elements = { '[data-exit]': link };
  return page([readFileSync(built('kit/leave.js'), 'utf8')], { elements });
};

test('scripts of the site may dispatch leave, left, return and stopped', () => {
  const { fire, left, root } = open();
  for (const type of ['leave', 'left', 'return', 'stopped']) fire({ type });
  assert.deepEqual([left, 'covered' in root.dataset], [[], false]);
});

test('Escape and three presses on the name of the dish still work', () => {
  const { fire, left, events, root } = open();
  fire({ type: 'keydown', key: 'Escape' });
  assert.deepEqual([left, events], [['https://weather.test/'], ['page:leave', 'page:left']]);
  root.dataset.covered = '';
  for (const timeStamp of [1, 2, 3])
    fire({ type: 'click', target: target('[data-return]'), timeStamp: 20_000 + timeStamp });
  assert.equal('covered' in root.dataset, false);
});
