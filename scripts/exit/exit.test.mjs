// What the exit's script does with events: when it covers, when it leaves, and when it shows the page again.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { element, page, read, target } from '../testing/page.mjs';

const script = read('exit/exit.js');
const EXIT = 'https://weather.test/';

/** A page with an exit of 100 by 48 px in the corner, and a cover. */
const open = (options = {}) => {
  const exit = element({
    href: EXIT,
    dataset: { 1: 'https://news.test/' },
    getBoundingClientRect: () => ({ left: 0, right: 100, top: 0, bottom: 48 }),
  });
  const cover = element();
  const opened = page([script], { elements: { '[data-exit]': exit, '[data-cover]': cover }, ...options });
  return { ...opened, cover, covered: () => opened.root.dataset.covered };
};
const onExit = target('[data-exit]');
const down = { type: 'pointerdown', target: onExit, pointerId: 1 };
const up = (x, y, more) => ({ type: 'pointerup', pointerId: 1, clientX: x, clientY: y, ...more });

test('a page that was navigated to is shown, any other starts covered', () => {
  for (const [navigationType, covered] of [
    ['navigate', undefined],
    ['reload', ''],
    ['back_forward', ''],
    ['prerender', ''],
  ]) {
    assert.equal(open({ navigationType }).covered(), covered, navigationType);
  }
});

test('a page that is loaded in advance is covered until it is opened', () => {
  const { fire, covered } = open({ prerendering: true });
  assert.equal(covered(), '');
  fire({ type: 'prerenderingchange' });
  assert.equal(covered(), undefined);
});

test('a page that is loaded in advance tells no other page', () => {
  for (const prerendering of [true, false]) {
    const sent = [];
    const BroadcastChannel = class {
      postMessage(message) {
        sent.push(message);
      }
    };
    const { fire } = page([read('exit/traces.js')], { prerendering, BroadcastChannel });
    fire({ type: 'x-page:left' });
    assert.equal(sent.length, prerendering ? 0 : 1);
  }
});

test('x-page:leave covers, leaves once and says so', () => {
  const { fire, left, events, covered, cover } = open();
  fire({ type: 'x-page:leave' });
  fire({ type: 'x-page:leave' });
  assert.deepEqual([covered(), left, events], ['leaving', [EXIT], ['x-page:left']]);
  assert.deepEqual(cover.calls.slice(0, 2), ['showPopover', 'focus']);
});

test('the chosen destination is used', () => {
  const { fire, left, root } = open();
  root.dataset.way = '1';
  fire({ type: 'x-page:leave' });
  assert.deepEqual(left, ['https://news.test/']);
});

test('events of other scripts on the same window do nothing', () => {
  const { fire, left, covered, root } = open();
  for (const type of ['leave', 'left', 'return', 'stopped']) fire({ type });
  assert.deepEqual([covered(), left], [undefined, []]);
  root.dataset.covered = '';
  fire({ type: 'return' });
  assert.equal(covered(), '');
});

test('a press shows the cover and no more; release within 48 px leaves, further away it hides it again', () => {
  for (const [x, y, leaves] of [
    [50, 24, true],
    [147, 24, true],
    [50, 95, true],
    [149, 24, false],
    [50, 97, false],
  ]) {
    const { fire, left, covered, cover, document } = open();
    const focused = document.activeElement;
    fire(down);
    assert.deepEqual([covered(), cover.calls], [undefined, ['showPopover']]);
    fire(up(x, y, { pointerId: 2 }));
    assert.deepEqual([left, cover.calls.length], [[], 1], 'another finger');
    fire(up(x, y));
    assert.deepEqual([left, covered()], leaves ? [[EXIT], 'leaving'] : [[], undefined], `${x}, ${y}`);
    assert.equal(cover.calls.at(-1), leaves ? 'focus' : 'hidePopover');
    assert.equal(focused.calls.includes('focus'), !leaves, 'the focus is back where it was');
  }
});

test('holding on leaves after 500 ms', () => {
  const { fire, timers, left } = open();
  fire(down);
  assert.deepEqual(
    timers.map(({ delay }) => delay),
    [500],
  );
  timers[0].callback();
  assert.deepEqual(left, [EXIT]);
});

test('a click leaves, but not the one of a press that was released elsewhere', () => {
  const { fire, left } = open();
  const click = { type: 'click', target: onExit };
  fire(down);
  fire(up(400, 400, { timeStamp: 10_000 }));
  assert.equal(fire({ ...click, timeStamp: 10_050 }).prevented, true);
  assert.deepEqual(left, []);
  fire({ ...click, timeStamp: 10_200 });
  assert.deepEqual(left, [EXIT]);
});

test('without a network it waits on the cover and leaves once there is one', () => {
  const { fire, left, covered, window } = open();
  window.navigator.onLine = false;
  fire({ type: 'x-page:leave' });
  assert.deepEqual([covered(), left], ['waiting', []]);
  window.navigator.onLine = true;
  fire({ type: 'online' });
  assert.deepEqual([covered(), left], ['leaving', [EXIT]]);
});

test('x-page:return shows the page again, unless it is leaving', () => {
  const { fire, covered, cover, root } = open({ navigationType: 'reload' });
  fire({ type: 'x-page:return' });
  assert.equal(covered(), undefined);
  assert.ok(cover.calls.includes('hidePopover'));
  root.dataset.covered = 'leaving';
  fire({ type: 'x-page:return' });
  assert.equal(covered(), 'leaving');
});

test('stopped navigation starts again, and only while leaving', () => {
  const { fire, left } = open();
  fire({ type: 'x-page:stopped' });
  assert.deepEqual(left, []);
  fire({ type: 'x-page:leave' });
  fire({ type: 'x-page:stopped' });
  assert.deepEqual(left, [EXIT, EXIT]);
});

test('a hidden page is covered, and shown on return after 100 ms, or not if the cover was chosen', () => {
  for (const [back, shown] of [
    ['page', undefined],
    ['cover', ''],
  ]) {
    const { fire, covered, document, timers, root } = open();
    root.dataset.back = back;
    document.hidden = true;
    fire({ type: 'visibilitychange' });
    assert.equal(covered(), '');
    document.hidden = false;
    fire({ type: 'visibilitychange' });
    assert.deepEqual([covered(), timers.map(({ delay }) => delay)], ['', [100]]);
    timers[0].callback();
    assert.equal(covered(), shown, back);
  }
});

test('a page that was frozen, or comes from the back/forward cache, stays covered', () => {
  const { fire, covered, document, timers } = open();
  document.hidden = true;
  fire({ type: 'visibilitychange' });
  fire({ type: 'freeze' });
  document.hidden = false;
  fire({ type: 'visibilitychange' });
  assert.deepEqual([covered(), timers], ['', []]);
  const other = open();
  other.fire({ type: 'pagehide' });
  other.fire({ type: 'pageshow', persisted: false });
  assert.equal(other.covered(), undefined);
  other.fire({ type: 'pageshow', persisted: true });
  assert.equal(other.covered(), '');
});

test('a link to another site covers this tab', () => {
  for (const type of ['click', 'auxclick']) {
    const { fire, covered } = open();
    fire({ type, target: target() });
    assert.equal(covered(), undefined);
    fire({ type, target: target('a[target=_blank]') });
    assert.equal(covered(), '', type);
  }
});

test('an enhancement that throws stops nothing', () => {
  const { fire, left, cover } = open();
  cover.showPopover = () => {
    throw new Error('no popovers');
  };
  cover.focus = cover.showPopover;
  fire({ type: 'x-page:leave' });
  assert.deepEqual(left, [EXIT]);
});
