// The rest of the drop-in: renders the exit and the cover, and sets the referrer policy. It runs first, so that the
// exit's scripts find both elements, and it is the only script that may throw. The elements are before the body: a
// script of the site that empties the body does not remove them, and the exit is the first tab stop.
try {
  const { to = 'DESTINATION', label = 'LABEL', back } = document.currentScript.dataset;
  const make = (tag, props) => Object.assign(document.createElement(tag), props);
  const link = document.querySelector('[data-exit]') ?? make('a', { href: to, textContent: label });
  // A custom element name, which no style sheet of the site selects.
  const page = make('x-page', { textContent: 'INTRO' });
  const dish = make('button', { textContent: 'DISH' });
  link.dataset.exit = page.dataset.cover = dish.dataset.return = '';
  link.popover = page.popover = 'manual';
  page.prepend(dish);
  document.head.append(make('meta', { name: 'referrer', content: 'same-origin' }));
  document.head.after(link);
  const style = new CSSStyleSheet();
  style.replaceSync('STYLE');
  document.adoptedStyleSheets.push(style);
  link.showPopover();
  link.after(page);
  // With data-back, going back from one page of the site to another uncovers it at once. Where the browser cannot tell, or
  // the person comes from elsewhere, the cover stays. Checked just before the next frame: a page from the back/forward
  // cache does not get the event sooner.
  const uncoverIfReturning = () => {
    if (window.navigation?.activation?.from) dispatchEvent(new Event('x-page:return'));
  };
  if (back) {
    requestAnimationFrame(uncoverIfReturning);
    addEventListener('pageshow', (event) => {
      if (event.persisted) requestAnimationFrame(uncoverIfReturning);
    });
  }
} catch {}
