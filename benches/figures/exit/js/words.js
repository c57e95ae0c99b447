// Whether a reader would see anything of the site: something of it is on top somewhere in the window.
// What hides it does not count, and neither do pages that are not the site's.
window.siteIsSeen = () => {
  if (!document.querySelector('.page, .govuk-template__body')) return false;
  for (let row = 0; row < 20; row += 1) {
    for (let column = 0; column < 10; column += 1) {
      const top = document.elementFromPoint((column + 0.5) / 10 * innerWidth, (row + 0.5) / 20 * innerHeight);
      if (top && !top.matches('html, body') && !top.closest('.cover, .govuk-exit-this-page-overlay')) return true;
    }
  }
  return false;
};
window.tellServer = (...words) => fetch(`/seen/${words.map(encodeURIComponent).join('/')}`);
