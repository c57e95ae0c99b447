// Where the file of volumes is (docs/vault-format.md): one file of the origin private file system, or, where a worker has
// none, one record of IndexedDB. Both are the `Store` of `crates/vault/src/volume/stored`, and pass its contract suite.
// Names are neutral, because a browser's storage shows them.
const FILE = 'saved';

const folder = async () => navigator.storage.getDirectory();
/** A handle that reads and writes in place, for the time of `act`. It is exclusive. */
const withHandle = async (file, act) => {
  const handle = await file.createSyncAccessHandle();
  try {
    return act(handle);
  } finally {
    handle.close();
  }
};
const notFound = ({ name }) => {
  if (name !== 'NotFoundError') throw new DOMException('', name);
};
const fileStore = {
  async read() {
    const file = await (await folder()).getFileHandle(FILE).catch(notFound);
    return (
      file &&
      withHandle(file, (handle) => {
        const bytes = new Uint8Array(handle.getSize());
        // An empty file is one that was never written.
        return bytes.length > 0 && handle.read(bytes, { at: 0 }) === bytes.length ? bytes : undefined;
      })
    );
  },
  async write(bytes) {
    const file = await (await folder()).getFileHandle(FILE, { create: true });
    await withHandle(file, (handle) => {
      if (handle.write(bytes, { at: 0 }) < bytes.length) throw new DOMException('', 'QuotaExceededError');
      handle.truncate(bytes.length);
      handle.flush();
    });
  },
  async remove() {
    await (await folder()).removeEntry(FILE).catch(notFound);
  },
};

const settled = (request, event = 'success') =>
  new Promise((resolve, reject) => {
    request[`on${event}`] = () => resolve(request.result);
    for (const failed of ['onerror', 'onabort', 'onblocked'])
      request[failed] = () => reject(request.error ?? new Error());
  });
/**
 * One transaction, on a connection that is closed after it: a database that is open cannot be removed. Reading creates no
 * database: an upgrade that is aborted leaves none.
 */
const transact = async (mode, act) => {
  const opening = indexedDB.open(FILE);
  opening.onupgradeneeded = () => {
    if (mode === 'readonly') opening.transaction.abort();
    else opening.result.createObjectStore(FILE);
  };
  const database = await settled(opening);
  try {
    const transaction = database.transaction(FILE, mode, { durability: 'strict' });
    const done = settled(transaction, 'complete');
    const request = act(transaction.objectStore(FILE));
    await done;
    return request.result;
  } finally {
    database.close();
  }
};
const none = ({ name }) => {
  if (name !== 'AbortError') throw new DOMException('', name);
};
const recordStore = {
  read: () => transact('readonly', (records) => records.get(FILE)).catch(none),
  write: (bytes) => transact('readwrite', (records) => records.put(bytes, FILE)),
  remove: () => settled(indexedDB.deleteDatabase(FILE)),
};

/** Whether a worker can write in place here: some browsers have the API, and a backend that refuses it. */
const hasFiles = async () => {
  const probe = `${FILE}-probe`;
  try {
    const file = await (await folder()).getFileHandle(probe, { create: true });
    await withHandle(file, () => {});
    return true;
  } catch {
    return false;
  } finally {
    await folder()
      .then((names) => names.removeEntry(probe))
      .catch(() => {});
  }
};
/** Whether the browser has these files at all. One that has them and fails is no reason to look elsewhere. */
const hasFolder = () => Boolean(navigator.storage?.getDirectory);
/** The store that has the file, or nothing. Looking creates neither a file nor a database. */
const findStore = async () => {
  if (hasFolder() && (await (await folder()).getFileHandle(FILE).catch(notFound))) return fileStore;
  return (await recordStore.read()) && recordStore;
};
/** Removes the file, wherever it is. */
const removeFile = async () => {
  if (hasFolder()) await fileStore.remove();
  await recordStore.remove();
};
/** Where there is nothing yet. */
const noStore = { read: async () => undefined };
/** The store for a new file. */
const newStore = async () => ((await hasFiles()) ? fileStore : recordStore);
