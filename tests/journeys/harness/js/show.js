// Shows a view: clicks its line, and waits until the view is shown, with the app alone.
const [code, done] = arguments;
const view = document.querySelector(`[data-view="${code}"]`);
const body = view.querySelector('.view__body');
const start = document.querySelector('.view--start .view__title');
view.querySelector('.view__summary').click();
const end = Date.now() + 20_000;
const look = () => {
  const alone = document.documentElement.dataset.app !== 'ready' || !start.checkVisibility();
  if (body.checkVisibility() && alone) done(true);
  else if (Date.now() > end) done(false);
  else setTimeout(look, 10);
};
look();
