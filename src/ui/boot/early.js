// The choices that a person decided to keep hold from the first paint. A word that is not known counts as absent, as in
// Preferences::read.
try {
  const known = /^(?:letters=(?:usual|large|largest)|way=\d|back=(?:page|cover)|keys=(?:both|escape))$/;
  for (const word of localStorage.getItem('reading').split(' ')) {
    const [name, value] = word.split('=');
    if (known.test(word)) document.documentElement.dataset[name] = value;
  }
} catch {}
