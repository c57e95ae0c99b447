const [script, sequences] = arguments;
// The script as the page ships it, with a fake window, document and clock.
const listen = new Function('addEventListener', 'dispatchEvent', 'document', 'setTimeout', script);
const codes = { L: 'ShiftLeft', R: 'ShiftRight', S: '', C: 'ShiftLeft', M: 'ShiftLeft' };
return sequences.map((sequence) => {
  const heard = {};
  let left = false;
  listen(
    (kind, act) => { heard[kind] = act; },
    (event) => { left ||= event.type === 'page:leave'; },
    { documentElement: { dataset: {} }, activeElement: document.body, querySelector: () => null },
    () => 0,
  );
  let now = 10_000;
  let waited = false;
  for (const word of sequence.split(' ').filter(Boolean)) {
    if (/^\d+$/.test(word)) { now += Number(word); waited = true; continue; }
    if (!waited) now += 50;
    waited = false;
    if (word === '*') { heard.pointerdown({}); continue; }
    if (word === '^') { heard.focusin({}); continue; }
    if (word === '~') { heard.blur({}); continue; }
    const [, name, how] = /^(.+)([↓↑=])$/.exec(word);
    const kind = how === '↑' ? 'keyup' : 'keydown';
    heard[kind]({
      type: kind,
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
