// The keys that leave: the table of docs/exit.md, row by row, and random sequences.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { page, read, readJson } from '../testing/page.mjs';
import { anything, modelLeaves, random, trueExit, typing } from '../testing/sequences.mjs';

const SEED = 20_261_122;
const script = read('exit/keys.js');
// Not in a context of `vm`: its globals are slow to look up (17 s instead of 10 for all of this file).
globalThis.document = { body: {} };
const run = new Function(read('testing/key_sequences.js'));
const whichLeave = (sequences) => run(script, sequences);

test('every row of the table holds', () => {
  const table = readJson('exit/keys_table.json');
  assert.ok(table.length >= 29);
  const left = whichLeave(table.map(([, sequence]) => sequence));
  for (const [index, [what, sequence]] of table.entries()) {
    assert.equal(left[index], what.startsWith('leaves'), `${what}: ${sequence}`);
    assert.equal(modelLeaves(sequence), what.startsWith('leaves'), `the model: ${what}: ${sequence}`);
  }
});

for (const [what, generate, leaves] of [
  ['50,000 random runs of typing stay', typing, false],
  ['50,000 random true exits leave', trueExit, true],
]) {
  test(what, () => {
    const chance = random(SEED);
    const sequences = Array.from({ length: 50_000 }, () => generate(chance));
    const wrong = whichLeave(sequences).findIndex((left) => left !== leaves);
    assert.equal(wrong, -1, sequences[wrong]);
  });
}

test('100,000 sequences of any events leave exactly if the model says so', () => {
  const chance = random(SEED);
  const sequences = Array.from({ length: 100_000 }, () => anything(chance));
  const left = whichLeave(sequences);
  const wrong = sequences.findIndex((sequence, index) => left[index] !== modelLeaves(sequence));
  assert.equal(wrong, -1, `${sequences[wrong]} leaves: ${left[wrong]}`);
  const share = left.filter(Boolean).length / left.length;
  assert.ok(share > 0.05 && share < 0.95, `${share} of them leave`);
});

const key = (type, name, more = {}) => ({ type, key: name, code: name, timeStamp: 10_000, ...more });

test('Escape leaves on the first press, and no sooner', () => {
  for (const [what, event, leaves] of [
    ['a press', key('keydown', 'Escape'), true],
    ['its end', key('keyup', 'Escape'), false],
    ['a composition', key('keydown', 'Escape', { isComposing: true }), false],
    ['a composition in Safari', key('keydown', 'Escape', { keyCode: 229 }), false],
    ['another key', key('keydown', 'a'), false],
  ]) {
    const { fire, events } = page([script]);
    const { prevented } = fire(event);
    assert.equal(events.includes('x-page:leave'), leaves, what);
    assert.equal(prevented, leaves, what);
  }
});

test('Escape closes an open list of choices', () => {
  const { fire, events, document } = page([script]);
  document.activeElement = { matches: (selector) => selector.includes(':open') };
  fire(key('keydown', 'Escape'));
  assert.deepEqual(events, []);
  document.activeElement = {
    matches: () => {
      throw new SyntaxError('an older browser');
    },
  };
  fire(key('keydown', 'Escape'));
  assert.deepEqual(events, ['x-page:leave']);
});

test('while the page is leaving no key reaches it', () => {
  const { fire, events, root } = page([script]);
  root.dataset.covered = 'leaving';
  for (const type of ['keydown', 'keypress', 'keyup']) {
    for (const name of ['Escape', 'Shift', 'a']) {
      const { prevented, stopped } = fire(key(type, name));
      assert.deepEqual([prevented, stopped], [true, true], `${type} ${name}`);
    }
  }
  // Without the Navigation API the end of Escape may have been the browser's Stop.
  assert.deepEqual(events, ['x-page:stopped']);
  const other = page([script], { navigation: {} });
  other.root.dataset.covered = 'leaving';
  other.fire(key('keyup', 'Escape'));
  assert.deepEqual(other.events, []);
});

const tapTwice = (fire, now = 10_000) => {
  for (const timeStamp of [now, now + 200]) {
    fire(key('keydown', 'Shift', { code: 'ShiftLeft', timeStamp }));
    fire(key('keyup', 'Shift', { code: 'ShiftLeft', timeStamp: timeStamp + 80 }));
  }
};

test('with “Esc only” Shift never leaves, and Escape does', () => {
  const { fire, events, root } = page([script]);
  root.dataset.keys = 'escape';
  tapTwice(fire);
  tapTwice(fire, 10_500);
  assert.deepEqual(events, []);
  fire(key('keydown', 'Escape'));
  assert.deepEqual(events, ['x-page:leave']);
});

test('two taps are announced until the third is due', () => {
  const status = { dataset: { onceMore: 'Once more' }, textContent: '' };
  const { fire, events, timers } = page([script], { elements: { '[data-once-more]': status } });
  tapTwice(fire);
  assert.equal(status.textContent, 'Once more');
  fire(key('keydown', 'Tab'));
  assert.equal(status.textContent, '');
  tapTwice(fire, 20_000);
  assert.equal(status.textContent, 'Once more');
  assert.deepEqual(
    timers.map(({ delay }) => delay),
    [4000],
  );
  timers[0].callback();
  assert.equal(status.textContent, '');
  tapTwice(fire, 24_500);
  assert.deepEqual(events, []);
  fire(key('keyup', 'Shift', { code: 'ShiftLeft', timeStamp: 25_000 }));
  assert.deepEqual(events, ['x-page:leave']);
});
