// Removes the offline copy, or everything that this site stores in the browser, and checks what is left.
const removeKept = async () => {
  for (const name of await caches.keys()) await caches.delete(name);
  for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
};
const removeAll = async () => {
  await removeKept();
  for (const { name } of (await indexedDB.databases?.()) ?? []) indexedDB.deleteDatabase(name);
  for (const storage of [localStorage, sessionStorage]) storage.clear();
  const left = [await caches.keys(), await navigator.serviceWorker.getRegistrations(), Object.keys(localStorage)];
  if (left.flat().length) throw new Error('left');
};
