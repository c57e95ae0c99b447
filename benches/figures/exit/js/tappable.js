// The share of the exit that can be pressed while a host's cookie banner is at one edge, in per cent.
const [edge] = arguments;
const bar = document.createElement('div');
const look = { position: 'fixed', left: 0, right: 0, [edge]: 0, zIndex: 2147483647, padding: '16px', background: '#123', color: '#fff' };
Object.assign(bar.style, look);
const words = document.createElement('p');
words.textContent = 'We use cookies to make this site better. You can change what you allow at any time.';
const buttons = ['Accept all', 'Reject all'].map((text) => Object.assign(document.createElement('button'), { textContent: text }));
bar.append(words, ...buttons);
document.body.append(bar);
const exit = document.querySelector('[data-exit]');
const { left, top, width, height } = exit.getBoundingClientRect();
let free = 0;
for (let row = 0; row < 10; row += 1) {
  for (let column = 0; column < 20; column += 1) {
    const hit = document.elementFromPoint(left + (column + 0.5) / 20 * width, top + (row + 0.5) / 10 * height);
    if (hit && exit.contains(hit)) free += 1;
  }
}
bar.remove();
return free / 2;
