const [{ letters, room }] = arguments;
const root = document.documentElement;
const problems = [];
const before = root.dataset.letters;
const name = (element) => `${element.localName}.${element.className} “${element.textContent.trim().slice(0, 40)}”`;
const round = (box) => ['left', 'top', 'right', 'bottom'].map((side) => Math.round(box[side])).join(' ');

root.dataset.letters = letters;
// Disables lazy layout.
for (const card of document.querySelectorAll('.service')) card.style.contentVisibility = 'visible';

// No horizontal scrolling.
if (root.scrollWidth > root.clientWidth) {
  const wide = [...document.querySelectorAll('body *')].filter((element) => {
    const box = element.getBoundingClientRect();
    return element.checkVisibility() && box.width > 1 && (box.right > root.clientWidth + 0.5 || box.left < -0.5);
  });
  problems.push(`scrolls sideways: ${root.scrollWidth} in ${root.clientWidth}: ${wide.slice(-3).map(name).join(', ')}`);
}

// The exit is fully visible.
const exit = document.querySelector('[data-exit]');
const exitBox = exit.getBoundingClientRect();
if (exitBox.left < 0 || exitBox.top < 0 || exitBox.right > innerWidth || exitBox.bottom > innerHeight || exitBox.height < 44) {
  problems.push(`the exit is not whole in ${innerWidth} × ${innerHeight}: ${round(exitBox)}`);
}

// Target size: every control is large enough, except links in running text.
const pressables = [...document.querySelectorAll('a, button, summary, label.choice')].filter((element) => {
  return !element.closest('.cover') && element.checkVisibility({ visibilityProperty: true, checkVisibilityCSS: true });
});
for (const element of pressables) {
  const box = element.getBoundingClientRect();
  const inText = (getComputedStyle(element).display === 'inline' || element.matches('.view-name')) && element.closest('p, li, dd');
  if (box.width && !inText && (box.width < 44 || box.height < 44)) {
    problems.push(`too small to press: ${name(element)}: ${box.width} × ${box.height}`);
  }
}

// No other target near the exit, at any scroll position: in steps that are shorter than the lowest viewport.
const near = new Set();
const points = [];
// Every target is larger than these steps.
for (const away of room ? [1, 15] : []) {
  for (let x = Math.max(1, exitBox.left - 15); x < Math.min(innerWidth, exitBox.right + 15); x += 24) {
    points.push([x, exitBox.top - away], [x, exitBox.bottom + away]);
  }
  for (let y = exitBox.top; y < exitBox.bottom; y += 24) {
    points.push([exitBox.left - away, y], [exitBox.right + away, y]);
  }
}
// The strip round the exit is fixed: it covers the same points at every scroll position. Whether anything is over it
// is hit-tested at fewer positions: after each scroll, Chromium takes 15 ms for the first hit test in a long view.
const open = points.filter(([x, y]) => document.elementFromPoint(x, y)?.closest('.exit') === null);
const kinds = 'a, button, summary, label, input';
const others = [...document.querySelectorAll(`:is(${kinds}), :is(${kinds}) *`)].filter((element) => {
  return !element.closest('.exit') && element.checkVisibility();
});
const isNear = ({ left, top, right, bottom }) => open.some(([x, y]) => x >= left - 1 && x <= right + 1 && y >= top - 1 && y <= bottom + 1);
const lowest = Math.max(0, root.scrollHeight - innerHeight);
const seldom = Math.max(1, Math.ceil(lowest / 200 / 12));
for (let step = 0; points.length && step * 200 <= lowest; step += 1) {
  const all = step % seldom === 0;
  if (!all && !open.length) continue;
  scrollTo({ top: step * 200, behavior: 'instant' });
  if (!all && !others.some((element) => isNear(element.getBoundingClientRect()))) continue;
  for (const [x, y] of all ? points : open) {
    const hit = document.elementFromPoint(x, y)?.closest(kinds);
    if (hit && hit !== exit) near.add(`${name(hit)} at ${Math.round(x)} ${Math.round(y)}, exit at ${round(exitBox)}`);
  }
}
problems.push(...[...near].slice(0, 3).map((hit) => `can be pressed near the exit: ${hit}`));

scrollTo({ top: 0, behavior: 'instant' });
if (before) root.dataset.letters = before; else delete root.dataset.letters;
return problems;
