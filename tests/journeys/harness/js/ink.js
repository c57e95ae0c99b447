// Every word that would be printed.
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const words = [];
while (walker.nextNode()) {
  const element = walker.currentNode.parentElement;
  if (element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) words.push(walker.currentNode.data);
}
return words.join(' ').replace(/\s+/g, ' ').trim();
