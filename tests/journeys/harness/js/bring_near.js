const element = document.querySelector(arguments[0]);
if (!element) return true;
const box = element.getBoundingClientRect();
const near = element.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2));
if (!near) element.scrollIntoView({ block: 'center', behavior: 'instant' });
return near;
