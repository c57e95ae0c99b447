// Applies the saved settings before the first paint. A value that is not exactly in the format of `Settings` is
// ignored.
try {
  const kept = /^{"letters":"(usual|large|largest)"(?:,"way":(\d))?(?:,"back":"(cover)")?(?:,"keys":"(escape)")?}$/.exec(localStorage.getItem('reading'));
  ['letters', 'way', 'back', 'keys'].forEach((name, index) => {
    if (kept?.[index + 1]) document.documentElement.dataset[name] = kept[index + 1];
  });
} catch {}
