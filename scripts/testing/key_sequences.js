// Which sequences of key events make scripts/exit/keys.js leave. It runs in Node and in browsers, as the body of a
// function of two arguments: the text of the script, and the sequences.
//
// A sequence is written as words, one an event: `L↓` and `L↑` (the left Shift goes down, comes up), `R↓`, `R↑`, `S↓`,
// `S↑` (a Shift on a screen, which has no side), `L=` (it repeats), `a↓`, `a↑`, `a=` (any other key), `C↓` (a Shift
// while Control is down), `M↓` (a Shift during a composition), `*` (a pointer is pressed), `^` (the focus moves), `~`
// (the window loses the focus). A number is a delay in ms; without one an event is 50 ms after the one before.
const [script, sequences] = arguments;
const load = new Function('addEventListener', 'dispatchEvent', 'document', 'setTimeout', 'clearTimeout', script);
const codes = { L: 'ShiftLeft', R: 'ShiftRight', S: '', C: 'ShiftLeft', M: 'ShiftLeft' };
const others = { '*': 'pointerdown', '^': 'focusin', '~': 'blur' };
return sequences.map((sequence) => {
  const listeners = {};
  let left = false;
  load(
    (type, listener) => {
      listeners[type] = listener;
    },
    (event) => {
      left ||= event.type === 'x-page:leave';
    },
    { documentElement: { dataset: {} }, activeElement: document.body, querySelector: () => null },
    () => 0,
    () => {},
  );
  let now = 10_000;
  let delayed = false;
  for (const word of sequence.split(' ').filter(Boolean)) {
    if (/^\d+$/.test(word)) {
      now += Number(word);
      delayed = true;
      continue;
    }
    if (!delayed) now += 50;
    delayed = false;
    if (word in others) {
      listeners[others[word]]({});
      continue;
    }
    const [, name, how] = /^(.+)([↓↑=])$/.exec(word);
    const type = how === '↑' ? 'keyup' : 'keydown';
    listeners[type]({
      type,
      key: name in codes ? 'Shift' : name,
      code: codes[name] ?? `Key${name}`,
      repeat: how === '=',
      ctrlKey: name === 'C',
      isComposing: name === 'M',
      timeStamp: now,
      preventDefault() {},
      stopImmediatePropagation() {},
    });
  }
  return left;
});
