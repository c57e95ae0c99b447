const done = arguments[0];
(async () => {
  const kept = [];
  for (const [name, store] of [['local', localStorage], ['session', sessionStorage]]) {
    for (const [key, value] of Object.entries(store)) kept.push(`${name} ${key}=${value}`);
  }
  if (document.cookie) kept.push(`cookie ${document.cookie}`);
  for (const { name } of await indexedDB.databases()) kept.push(`database ${name}`);
  for (const name of await caches.keys()) kept.push(`cache ${name}`);
  for (const { scope } of await navigator.serviceWorker.getRegistrations()) kept.push(`worker ${scope}`);
  return kept;
})().then(done, (error) => done([`not known: ${error}`]));
