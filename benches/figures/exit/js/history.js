// Titles and addresses that the browser's own history page lists.
const rows = [];
const walk = (node) => {
  if (node.localName === 'history-item' && node.item) rows.push([node.item.title, node.item.url]);
  if (node.shadowRoot) walk(node.shadowRoot);
  for (const child of node.children ?? []) walk(child);
};
walk(document);
return rows;
