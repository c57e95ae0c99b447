// The size of the letters, from the first paint, for a person who chose to keep one.
try {
  const kept = JSON.parse(localStorage.getItem('reading'));
  if (/^larg(e|est)$/.test(kept?.letters)) document.documentElement.dataset.letters = kept.letters;
} catch {}
