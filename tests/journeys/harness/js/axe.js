// The strip of the exit, where there is one, is fixed over the page and hides what is below it from axe-core. Set to
// static it hides nothing, and is checked like everything else.
const strip = document.querySelector('.exit');
if (strip) strip.style.position = 'static';
// An off-screen card has a placeholder size until the browser lays it out (`content-visibility`): its rows would
// seem to overlap those of the next card. Here all of them are laid out.
const cards = document.querySelectorAll('.service');
for (const card of cards) card.style.contentVisibility = 'visible';
const asItWas = () => {
  strip?.style.removeProperty('position');
  for (const card of cards) card.style.removeProperty('content-visibility');
};
// Hidden parts hold nothing that it would check, and a thousand elements each.
return axe.run({ exclude: [['[data-view][hidden]']] }, {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations'],
  preload: false,
}).finally(asItWas).then(({ violations, passes }) => {
  if (passes.length < 10) return [`only ${passes.length} rules had anything to look at`];
  return violations.flatMap(({ id, help, nodes }) => nodes.slice(0, 4).map((node) => {
    return `${id}: ${help}: ${node.html.slice(0, 160)}: ${node.failureSummary.replaceAll(/\s+/g, ' ')}`;
  }));
});
