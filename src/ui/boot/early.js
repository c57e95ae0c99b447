// The choices that a person decided to keep hold from the first paint. Anything but exactly what
// Settings keeps is nobody's choice.
try {
  const kept = /^{"letters":"(usual|large|largest)"(?:,"way":(\d))?(?:,"back":"(cover)")?(?:,"keys":"(escape)")?}$/.exec(localStorage.getItem('reading'));
  ['letters', 'way', 'back', 'keys'].forEach((name, index) => {
    if (kept?.[index + 1]) document.documentElement.dataset[name] = kept[index + 1];
  });
} catch {}
