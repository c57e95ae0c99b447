// The size of the letters, from the first paint, for a person who chose to keep one. Anything but
// exactly what LettersChoice keeps is nobody's choice.
try {
  const kept = /^{"letters":"(large|largest)"}$/.exec(localStorage.getItem('reading'));
  if (kept) document.documentElement.dataset.letters = kept[1];
} catch {}
