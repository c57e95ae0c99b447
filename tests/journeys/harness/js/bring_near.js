const element = document.querySelector(arguments[0]);
const box = element?.getBoundingClientRect();
const hit = box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
if (box && !element.contains(hit)) element.scrollIntoView({ block: 'center', behavior: 'instant' });
