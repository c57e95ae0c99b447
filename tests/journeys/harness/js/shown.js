const seen = (element) => {
  if (!element?.checkVisibility({ visibilityProperty: true, checkVisibilityCSS: true })) return false;
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0;
};
const parts = [...document.querySelectorAll('.view--part')];
const code = (part) => Number(part.dataset.view);
return {
  start: seen(document.querySelector('.view--start .view__title')),
  lines: parts.filter((part) => seen(part.querySelector('.view__summary'))).map(code),
  bodies: parts.filter((part) => seen(part.querySelector('.view__body'))).map(code),
};
