// Two acts: removing the offline copy, or everything that this site stores in the browser. Each checks what is left of
// what it removes, and is the same whether or not there was anything.
const removeKept = async () => {
  // An open copy in another window loses its key first.
  for (const { active } of await navigator.serviceWorker.getRegistrations()) active?.postMessage({ ask: 'lock' });
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
const verify = async (...names) => {
  if ((await Promise.all(names)).flat().length) throw new Error('left');
};
const keptNames = async () => [...(await caches.keys()), ...(await navigator.serviceWorker.getRegistrations())];
const removeCopy = () =>
  takeTurn(async () => {
    await removeKept();
    await verify(keptNames());
  });
const removeAll = () =>
  takeTurn(async () => {
    await removeKept();
    for (const name of await databases()) await deleteDatabase(name);
    for (const name of await ownFileNames()) await (await ownFolder()).removeEntry(name, { recursive: true });
    for (const storage of [localStorage, sessionStorage]) storage.clear();
    await verify(keptNames(), databases(), ownFileNames(), Object.keys(localStorage), Object.keys(sessionStorage));
  });
