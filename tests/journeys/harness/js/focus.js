const at = document.activeElement;
const view = at?.closest('[data-view]')?.dataset.view;
if (at?.matches('.view__title')) return `title of ${view}`;
if (at?.matches('.view__summary')) return `line of ${view}`;
if (at?.matches('[data-exit]')) return 'exit';
return at?.localName ?? 'nothing';
