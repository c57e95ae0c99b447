// Three presses on the name of the dish lead back, each within twenty seconds of the one before.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { page, read, target } from '../testing/page.mjs';

const script = read('cover/way_back.js');
const name = target('[data-return]');

for (const [what, presses, returns] of [
  [
    'three presses',
    [
      [name, 0],
      [name, 500],
      [name, 1000],
    ],
    true,
  ],
  [
    'slow presses',
    [
      [name, 0],
      [name, 19_000],
      [name, 38_000],
    ],
    true,
  ],
  [
    'two presses',
    [
      [name, 0],
      [name, 500],
    ],
    false,
  ],
  [
    'a press elsewhere between',
    [
      [name, 0],
      [name, 500],
      [target(), 700],
      [name, 1000],
    ],
    false,
  ],
  [
    'a press that is too late',
    [
      [name, 0],
      [name, 500],
      [name, 21_000],
    ],
    false,
  ],
  [
    'too late, then two more',
    [
      [name, 0],
      [name, 21_000],
      [name, 22_000],
      [name, 23_000],
    ],
    true,
  ],
]) {
  test(`${what} ${returns ? 'lead' : 'do not lead'} back`, () => {
    const { fire, events } = page([script]);
    for (const [on, time] of presses) fire({ type: 'click', target: on, timeStamp: 100_000 + time });
    assert.deepEqual(events, returns ? ['x-page:return'] : []);
  });
}

test('after the way back the count starts again', () => {
  const { fire, events } = page([script]);
  for (let press = 0; press < 6; press += 1) fire({ type: 'click', target: name, timeStamp: 100_000 + press });
  assert.equal(events.length, 2);
});
