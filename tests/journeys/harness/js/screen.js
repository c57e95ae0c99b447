const root = document.documentElement;
const [page, exit, cover] = ['.page', '.exit', '.cover'].map((name) => document.querySelector(name));
if (!page || !cover) return 'elsewhere';
const seen = (element) => element.checkVisibility({ visibilityProperty: true, checkVisibilityCSS: true, opacityProperty: true });
const everywhere = [0.02, 0.25, 0.5, 0.75, 0.98].every((x) => [0.02, 0.25, 0.5, 0.75, 0.98].every((y) => {
  return document.elementFromPoint(x * innerWidth, y * innerHeight)?.closest('.cover');
}));
// Where the page skips its words as one, its own box stays, empty.
const words = [exit, ...page.querySelectorAll('*'), ...exit.querySelectorAll('*')].some(seen);
// While the exit is held down the cover hides everything from the eye; the words go once the page leaves (docs/exit.md).
const held = cover.matches(':popover-open:not([data-idle])') && !('covered' in root.dataset);
if (everywhere && seen(cover) && (held || !words)) return 'cover';
return !seen(cover) && seen(page) && seen(exit) && !('covered' in root.dataset) ? 'words' : 'between';
