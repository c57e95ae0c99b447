// The rest of the drop-in: draws the exit and the harmless page, and tells no other host where from.
// It goes first, so that the exit's own scripts find both, and alone it can fail. They stand before
// the body: a script of the page that empties the body leaves them alone, and Tab comes to the exit
// first.
try {
  const { to = 'DESTINATION', label = 'LABEL', back } = document.currentScript.dataset;
  const make = (kind, rest) => Object.assign(document.createElement(kind), rest);
  const link = document.querySelector('[data-exit]') ?? make('a', { href: to, textContent: label });
  // No style sheet of the page has anything to say about an element of this name.
  const page = make('x-page', { textContent: 'INTRO' });
  const dish = make('button', { textContent: 'DISH' });
  link.dataset.exit = page.dataset.cover = dish.dataset.return = '';
  link.popover = page.popover = 'manual';
  page.prepend(dish);
  document.head.append(make('meta', { name: 'referrer', content: 'same-origin' }));
  document.head.after(link);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('STYLE');
  document.adoptedStyleSheets.push(sheet);
  link.showPopover();
  link.after(page);
  // With data-back, going back from one page of the site to another shows it at once. Where the
  // browser cannot tell, or the person comes from elsewhere, the harmless page stays.
  // It is asked just before the next picture: a page out of the cache is not told any sooner.
  const vouch = () => {
    if (window.navigation?.activation?.from) dispatchEvent(new Event('return'));
  };
  if (back) {
    requestAnimationFrame(vouch);
    addEventListener('pageshow', (event) => { if (event.persisted) requestAnimationFrame(vouch); });
  }
} catch {}
