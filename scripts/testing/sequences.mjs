// Random sequences of key events (the notation is in key_sequences.js), and a model of the rules of docs/exit.md.

/** A seeded generator (mulberry32), so that a failure can be repeated. */
export const random = (seed) => {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (from, to) => from + Math.floor(next() * (to - from));
  return { between, bool: () => next() < 0.5, oneOf: (list) => list[between(0, list.length)] };
};

const side = (chance) => (chance.bool() ? 'L' : 'R');

/** One tap: up to 900 ms long, at most 1,450 ms after the one before has ended. */
const tap = (chance) => {
  const key = side(chance);
  const length = chance.between(10, 900);
  const pause = chance.between(5, 1450 - length);
  const held = length > 550 ? `500 ${key}= ${length - 500}` : length;
  return `${pause} ${key}↓ ${held} ${key}↑`;
};

const letters = (chance) =>
  Array.from({ length: chance.between(1, 6) }, () =>
    chance.oneOf(['a↓ 90 a↑', 'b↓ c↓ b↑ c↑', 'Backspace↓ Backspace↑', 'Enter↓ Enter↑', 'CapsLock↓ CapsLock↑']),
  ).join(' ');

/** One or more letters under one Shift, which may come up before the last letter does. */
const capitals = (chance) => {
  const key = side(chance);
  const inside = 'a↓ 60 a↑ '.repeat(chance.between(0, 3));
  const repeats = chance.between(0, 5) === 0 ? `500 ${key}= ${key}= ` : '';
  return `${key}↓ ${repeats}${inside}b↓ ${chance.bool() ? `${key}↑ b↑` : `b↑ ${key}↑`}`;
};

const longHold = (chance) => {
  const key = side(chance);
  return `${key}↓ 500 ${key}= ${key}= ${chance.between(700, 3000)} ${key}↑`;
};

/**
 * Ordinary typing: words, capitals and symbols, corrections, keys held down, shortcuts, a press of a pointer; and at
 * most two bare taps of Shift before any other key or the timeout of a third. It must never leave.
 */
export const typing = (chance) => {
  const out = [];
  let bare = 0;
  for (let count = chance.between(1, 20); count > 0; count -= 1) {
    const kind = chance.between(0, 16);
    if (kind > 12 && bare < 2) {
      out.push(tap(chance));
      bare += 1;
      continue;
    }
    bare = 0;
    if (kind < 5) out.push(letters(chance));
    else if (kind < 9) out.push(capitals(chance));
    else if (kind === 9) out.push(`a↓ ${chance.between(300, 900)} a= a= a= a↑`);
    else if (kind === 10) out.push(chance.oneOf(['C↓ a↓ a↑ L↑', 'M↓ L↑', '*', '~']));
    else if (kind === 11) out.push(longHold(chance));
    else if (kind === 12) out.push('L↓ Tab↓ Tab↑ L↑');
    else out.push(chance.between(4100, 6000));
  }
  return out.join(' ');
};

/** An on-screen keyboard that sends only one of keydown and keyup for each tap. */
const oneEventEach = (chance, event) =>
  Array.from({ length: 3 }, () => `${chance.between(120, 1400)} ${event}`).join(' ');

/** Any typing, then three taps of Shift as docs/exit.md defines them, then any typing. It must always leave. */
export const trueExit = (chance) => {
  const kind = chance.between(0, 8);
  let exit;
  if (kind === 0) exit = oneEventEach(chance, 'S↑');
  else if (kind === 1) exit = oneEventEach(chance, 'S↓');
  else if (kind === 2) exit = 'L↓ R↓ 80 L↑ 80 R↑ 200 R↓ 90 R↑';
  else exit = Array.from({ length: 3 }, () => tap(chance) + (chance.bool() ? ' a↑' : '')).join(' ');
  return [typing(chance), 'a↓ 20', exit, typing(chance)].join(' ');
};

/** Any events in any order, mostly of Shift keys. */
export const anything = (chance) => {
  const out = [];
  for (let count = chance.between(2, 16); count > 0; count -= 1) {
    const kind = chance.between(0, 20);
    if (chance.bool()) out.push(chance.oneOf([20, 99, 101, 400, 900, 1100, 1450, 1550, 3900, 4100]));
    if (kind < 14) out.push(chance.oneOf(['L', 'L', 'R', 'S']) + chance.oneOf(['↓', '↑', '↓', '↑', '=']));
    else if (kind < 17) out.push('a' + chance.oneOf(['↓', '↑', '=']));
    else out.push(chance.oneOf(['C↓', 'M↓', 'M↑', '*', '^', '~']));
  }
  return out.join(' ');
};

/**
 * Whether a sequence leaves by the table of docs/exit.md, read as it is written: first the taps are found, then the
 * rows that undo them. It shares no code with the script.
 */
export const modelLeaves = (sequence) => {
  const shifts = { L: 'left', R: 'right', S: 'screen', C: 'left', M: 'left' };
  /** When each Shift went down; `spoilt` if that press can no longer be a tap. */
  const down = {};
  /** Taps so far: when each ended, and whether it had no keyup. */
  let taps = [];
  let now = 10_000;
  let delay = 50;
  const reset = () => {
    taps = [];
    for (const press of Object.values(down)) press.spoilt = true;
  };
  const count = (withoutKeyup) => {
    const last = taps.at(-1);
    if (last && now - last.at > (taps.length === 2 ? 4000 : 1500)) taps = [];
    taps.push({ at: now, withoutKeyup });
  };
  for (const word of sequence.split(' ').filter(Boolean)) {
    if (/^\d+$/.test(word)) {
      delay = Number(word) + (delay === 50 ? 0 : delay);
      continue;
    }
    now += delay;
    delay = 50;
    const name = word.slice(0, -1);
    const how = word.at(-1);
    const key = shifts[name];
    if (['*', '^', '~'].includes(word)) reset();
    else if (!key) {
      if (how !== '↑') reset();
    } else if (name === 'C' || name === 'M') {
      down[key] = { spoilt: true };
      reset();
    } else if (how === '↑') {
      const press = down[key];
      delete down[key];
      if (press?.spoilt || (press && now - press.at > 1000)) reset();
      else count(false);
    } else if (how === '↓') {
      const press = down[key];
      down[key] = { at: now };
      if (press && !press.spoilt && now - press.at < 100) reset();
      else if (press && !press.spoilt && now - press.at <= 1500) {
        count(true);
        // The third keydown is the third tap at once: there may never be a keyup.
        if (taps.length === 2 && taps.every((tap) => tap.withoutKeyup)) count(true);
      }
    }
    if (taps.length === 3) return true;
  }
  return false;
};
