// A decoy fits its viewport, in both directions of writing, with everything open.
const problems = [];
const root = document.documentElement;
const name = (element) => `${element.localName}.${element.className} “${element.textContent.trim().slice(0, 30)}”`;
for (const part of document.querySelectorAll('details')) part.open = true;
for (const dir of ['ltr', 'rtl']) {
  root.dir = dir;
  if (root.scrollWidth > root.clientWidth) problems.push(`${dir}: scrolls sideways: ${root.scrollWidth} in ${root.clientWidth}`);
  for (const element of document.querySelectorAll('body *')) {
    const box = element.getBoundingClientRect();
    if (box.width > 1 && element.checkVisibility() && (box.right > root.clientWidth + 0.5 || box.left < -0.5)) problems.push(`${dir}: out of the window: ${name(element)}`);
  }
  for (const element of document.querySelectorAll('button, input, select, summary')) {
    const box = element.getBoundingClientRect();
    if (box.width < 44 || box.height < 44) problems.push(`${dir}: too small to press: ${name(element)}: ${box.width} × ${box.height}`);
  }
}
root.dir = 'ltr';
return problems;
