// Shows every view in turn, the start first, opens what is folded in it, and collects what `check` returns there.
// A person's presses on the lines are tested in `moving_about`; here the page presses them itself: through WebDriver,
// axe-core in every view took 85 s instead of 30.
const given = [...arguments];
const done = given.pop();
const views = [...document.querySelectorAll('.view--part')];
const start = document.querySelector('.view--start .view__title');
const until = async (what, isSo) => {
  for (const end = Date.now() + 20_000; !isSo(); ) {
    if (Date.now() > end) throw new Error(`timed out waiting until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};
const each = async () => {
  const results = [[0, await check(...given)]];
  for (const view of views) {
    view.querySelector('.view__summary').click();
    const body = view.querySelector('.view__body');
    await until(`view ${view.dataset.view} is shown`, () => body.checkVisibility() && !start.checkVisibility());
    for (const part of view.querySelectorAll('details.block, details.term, details.easy')) part.open = true;
    results.push([Number(view.dataset.view), await check(...given)]);
    scrollTo({ top: 0, behavior: 'instant' });
    document.querySelector('.nav__back').click();
    await until('the start is shown', () => start.checkVisibility() && !body.checkVisibility());
  }
  return results;
};
each().then(done, (error) => done(String(error)));
