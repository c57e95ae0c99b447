// A visit after the page has loaded: every view, the three questions, a search letter by letter, and the reset. Each
// action is a task of its own, without the overhead of the driver.
const done = arguments[0];
const pause = (ms) => new Promise((resume) => setTimeout(resume, ms));
const act = async (name, action) => {
  await pause(0);
  step(name);
  action();
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  await pause(20);
};
const press = (selector) => document.querySelector(selector).click();
const type = (text) => {
  const field = document.querySelector('.finder input');
  field.focus();
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
};
(async () => {
  for (const view of document.querySelectorAll('details[data-view]')) {
    const number = view.dataset.view;
    await act(`view ${number}`, () => view.querySelector('summary').click());
    const guide = view.querySelector('details.block > summary');
    if (guide) await act(`guide in view ${number}`, () => guide.click());
    await act(`back from view ${number}`, () => press('.nav__back'));
  }
  await act('the list', () => press('[data-view="2"] > summary'));
  await act('the questions', () => press('.finder__summary'));
  for (const question of [0, 1, 2]) {
    await act(`question ${question}`, () => press(`[data-question="${question}"] .pick`));
  }
  await act('a result', () => press('.result__name'));
  await act('reset after questions', () => press('.finder__again'));
  for (const text of ['stalkng']) {
    for (let end = 1; end <= text.length; end += 1) await act(`search “${text.slice(0, end)}”`, () => type(text.slice(0, end)));
    await act('reset after a search', () => press('.finder__again'));
  }
  await pause(800);
  done(window.longTasks);
})();
