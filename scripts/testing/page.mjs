// A fake page for the scripts: a window with listeners, a document without a layout, timers that a test fires.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';

const scripts = new URL('../', import.meta.url);

/** The text of a file below scripts/. */
export const read = (path) => readFileSync(new URL(path, scripts), 'utf8');
export const readJson = (path) => JSON.parse(read(path));

/** The URL of a file that `make build` writes. */
export const built = (path) => {
  const url = new URL(`../${path}`, scripts);
  if (!existsSync(url)) throw new Error(`${fileURLToPath(url)} is missing: run make build`);
  return url;
};

/** An event that has only a type. */
export class FakeEvent {
  constructor(type) {
    this.type = type;
  }
}

/** An element: its properties are those of a test. */
export const element = (properties = {}) => ({
  dataset: {},
  calls: [],
  style: {},
  focus() {
    this.calls.push('focus');
  },
  showPopover() {
    this.calls.push('showPopover');
  },
  hidePopover() {
    this.calls.push('hidePopover');
  },
  ...properties,
});

/** An event's target that matches some selectors. */
export const target = (...selectors) => ({
  closest: (wanted) => (wanted.split(', ').some((selector) => selectors.includes(selector)) ? {} : null),
});

/**
 * Runs scripts in one page. `elements` are what `querySelector` finds, by selector; `globals` are added to the window.
 *
 * `fire` dispatches an event object to its listeners and returns `{ prevented, stopped }`; `events` are the types that
 * the scripts dispatched; `left` the addresses that they navigated to; `timers` those that are running.
 */
export const page = (sources, options = {}) => {
  const { elements = {}, navigation, navigationType = 'navigate', prerendering = false, ...globals } = options;
  const listeners = [];
  const events = [];
  const left = [];
  let timers = [];
  const root = element();
  const document = {
    documentElement: root,
    activeElement: element(),
    hidden: false,
    prerendering,
    readyState: 'loading',
    baseURI: 'https://page.test/',
    querySelector: (selector) => elements[selector] ?? null,
    querySelectorAll: (selector) => [elements[selector] ?? []].flat(),
    addEventListener: (type, listener) => listeners.push({ type, listener }),
  };
  const fire = (event) => {
    const result = { prevented: false, stopped: false };
    const full = {
      target: target(),
      timeStamp: 10_000,
      preventDefault: () => {
        result.prevented = true;
      },
      stopImmediatePropagation: () => {
        result.stopped = true;
      },
      ...event,
    };
    for (const { type, listener } of [...listeners]) if (type === full.type) listener(full);
    return result;
  };
  const clock = { now: 10_000 };
  const window = {
    document,
    navigator: { onLine: true },
    location: { hash: '', replace: (address) => left.push(address) },
    performance: { now: () => clock.now, getEntriesByType: () => [{ type: navigationType }] },
    console,
    URL,
    Event: FakeEvent,
    addEventListener: (type, listener) => listeners.push({ type, listener }),
    dispatchEvent: (event) => {
      events.push(event.type);
      fire(event);
      return true;
    },
    setTimeout: (callback, delay) => {
      timers.push({ callback, delay });
      return timers.at(-1);
    },
    clearTimeout: (timer) => {
      timers.splice(0, timers.length, ...timers.filter((other) => other !== timer));
    },
    requestAnimationFrame: (callback) => callback(clock.now),
    ...(navigation ? { navigation } : {}),
    ...globals,
  };
  window.window = window;
  vm.createContext(window);
  for (const source of sources) vm.runInContext(source, window);
  return { clock, document, events, fire, left, root, timers, window };
};
