// Removes the offline copy, or everything that this site stores in the browser, and checks what is left.
const removeKept = async () => {
  for (const name of await caches.keys()) await caches.delete(name);
  for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
};
const deleteDatabase = (name) =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = resolve;
    // A window that has it open is told first; one that does not close it keeps it.
    for (const event of ['onerror', 'onblocked']) request[event] = () => reject(new Error('left'));
  });
const databases = async () => ((await indexedDB.databases?.()) ?? []).map(({ name }) => name);
// The origin private file system; a browser without one, or one that is closed, has no files.
const ownFolder = async () => {
  try {
    return await navigator.storage.getDirectory();
  } catch {}
  return undefined;
};
const ownFileNames = async () => {
  const names = [];
  for await (const name of (await ownFolder())?.keys?.() ?? []) names.push(name);
  return names;
};
const removeAll = () =>
  takeTurn(async () => {
    // An open copy in another window loses its key first.
    for (const { active } of await navigator.serviceWorker.getRegistrations()) active?.postMessage({ ask: 'lock' });
    await removeKept();
    for (const name of await databases()) await deleteDatabase(name);
    for (const name of await ownFileNames()) await (await ownFolder()).removeEntry(name, { recursive: true });
    for (const storage of [localStorage, sessionStorage]) storage.clear();
    const left = await Promise.all([
      caches.keys(),
      navigator.serviceWorker.getRegistrations(),
      databases(),
      ownFileNames(),
      [localStorage, sessionStorage].map((storage) => Object.keys(storage)).flat(),
    ]);
    if (left.flat().length) throw new Error('left');
  });
