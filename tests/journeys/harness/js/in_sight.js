const [letters] = arguments;
const root = document.documentElement;
root.dataset.letters = letters;
const exit = document.querySelector('[data-exit]');
const box = exit.getBoundingClientRect();
const wrong = [];
const say = (what) => wrong.push(`${what}: ${['left', 'top', 'right', 'bottom'].map((side) => Math.round(box[side])).join(' ')} in ${innerWidth} × ${innerHeight}`);

if (box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight) say('not whole');
if (box.height < 48) say('less than 48 px high');
for (let x = 0.05; x < 1; x += 0.1) for (let y = 0.1; y < 1; y += 0.2) {
  const hit = document.elementFromPoint(box.left + x * box.width, box.top + y * box.height);
  if (!exit.contains(hit)) { say(`covered by ${hit?.localName}.${hit?.className}`); x = 1; break; }
}
if (exit.scrollWidth > exit.clientWidth + 1 || exit.scrollHeight > exit.clientHeight + 1) say('its words do not fit');

// WCAG 2.2, relative luminance and contrast ratio.
const part = (value) => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
const light = (colour) => {
  const [red, green, blue] = colour.match(/[\d.]+/g).map(Number).map(part);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const { color, backgroundColor } = getComputedStyle(exit);
const [less, more] = [light(color), light(backgroundColor)].sort((a, b) => a - b);
const contrast = (more + 0.05) / (less + 0.05);
if (contrast < 7) say(`contrast ${contrast.toFixed(1)}`);
delete root.dataset.letters;
return wrong;
