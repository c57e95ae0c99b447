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
const tryAt = (x, y) => {
  const hit = document.elementFromPoint(x, y)?.closest('a, button, summary, label, input');
  if (hit && hit !== exit) near.add(`${name(hit)} at ${Math.round(x)} ${Math.round(y)}, exit at ${round(exitBox)}`);
};
for (let top = 0; room && top <= root.scrollHeight - innerHeight; top += 200) {
  scrollTo({ top, behavior: 'instant' });
  // Whatever is pressed is larger than these steps.
  for (const away of [1, 15]) {
    for (let x = Math.max(1, exitBox.left - 15); x < Math.min(innerWidth, exitBox.right + 15); x += 24) {
      tryAt(x, exitBox.top - away);
      tryAt(x, exitBox.bottom + away);
    }
    for (let y = exitBox.top; y < exitBox.bottom; y += 24) {
      tryAt(exitBox.left - away, y);
      tryAt(exitBox.right + away, y);
    }
  }
}
problems.push(...[...near].slice(0, 3).map((hit) => `can be pressed near the exit: ${hit}`));

scrollTo({ top: 0, behavior: 'instant' });
if (before) root.dataset.letters = before; else delete root.dataset.letters;
return problems;
