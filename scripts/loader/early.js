// Applies the saved settings before the first paint. Unknown words are ignored, as in Preferences::read.
try {
  const known = /^(?:letters=(?:usual|large|largest)|way=\d|back=(?:page|cover)|keys=(?:both|escape))$/;
  for (const word of localStorage.getItem('reading').split(' ')) {
    const [name, value] = word.split('=');
    if (known.test(word)) document.documentElement.dataset[name] = value;
  }
} catch {}
