const root = document.documentElement;
const [page, exit, cover] = ['.page', '.exit', '.cover'].map((name) => document.querySelector(name));
if (!page || !cover) return 'elsewhere';
const seen = (element) => element.checkVisibility({ visibilityProperty: true, checkVisibilityCSS: true, opacityProperty: true });
const everywhere = [0.02, 0.25, 0.5, 0.75, 0.98].every((x) => [0.02, 0.25, 0.5, 0.75, 0.98].every((y) => {
  return document.elementFromPoint(x * innerWidth, y * innerHeight)?.closest('.cover');
}));
// Where the page skips its words as one, its own box stays, empty.
const words = [exit, ...page.querySelectorAll('*'), ...exit.querySelectorAll('*')].some(seen);
if (everywhere && seen(cover) && !words) return 'cover';
return !seen(cover) && seen(page) && seen(exit) && !('covered' in root.dataset) ? 'words' : 'between';
