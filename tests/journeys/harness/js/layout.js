const [{ letters, room }] = arguments;
const root = document.documentElement;
const problems = [];
const before = root.dataset.letters;
const name = (element) => `${element.localName}.${element.className} “${element.textContent.trim().slice(0, 40)}”`;
const round = (box) => ['left', 'top', 'right', 'bottom'].map((side) => Math.round(box[side])).join(' ');

root.dataset.letters = letters;
// What is far away is else not laid out until it comes near.
for (const card of document.querySelectorAll('.service')) card.style.contentVisibility = 'visible';

// Nothing scrolls sideways.
if (root.scrollWidth > root.clientWidth) {
  const wide = [...document.querySelectorAll('body *')].filter((element) => {
    const box = element.getBoundingClientRect();
    return element.checkVisibility() && box.width > 1 && (box.right > root.clientWidth + 0.5 || box.left < -0.5);
  });
  problems.push(`scrolls sideways: ${root.scrollWidth} in ${root.clientWidth}: ${wide.slice(-3).map(name).join(', ')}`);
}

// The exit is whole.
const exit = document.querySelector('[data-exit]');
const exitBox = exit.getBoundingClientRect();
if (exitBox.left < 0 || exitBox.top < 0 || exitBox.right > innerWidth || exitBox.bottom > innerHeight || exitBox.height < 44) {
  problems.push(`the exit is not whole in ${innerWidth} × ${innerHeight}: ${round(exitBox)}`);
}

// Everything pressed is large enough, but for links in running text.
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

// Nothing else can be pressed near the exit, wherever the page is scrolled to: at every part of it, in steps that
// are shorter than the lowest window.
const near = new Set();
const points = [];
// Whatever is pressed is larger than these steps.
for (const away of room ? [1, 15] : []) {
  for (let x = Math.max(1, exitBox.left - 15); x < Math.min(innerWidth, exitBox.right + 15); x += 24) {
    points.push([x, exitBox.top - away], [x, exitBox.bottom + away]);
  }
  for (let y = exitBox.top; y < exitBox.bottom; y += 24) {
    points.push([exitBox.left - away, y], [exitBox.right + away, y]);
  }
}
// The strip round the exit does not move: what it covers, it covers everywhere. Whether anything lies over it is
// looked at in fewer places: after each scroll, Chromium takes 15 ms for the first look in a long view.
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
