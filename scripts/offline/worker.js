// The worker that derives keys and seals. It replies to requests one at a time, each with the `id` of the
// request; requests queue while it still loads. No reply has a key: a key leaves through a port, as a CryptoKey that
// cannot be exported. See docs/keys.md.
import load, { answer, check_passphrase, suggest_passphrase, Volumes } from './work.js';

const loaded = load();

const checked = (reply) => {
  if (reply.fault) throw reply;
  return reply;
};
const call = (request) => checked(answer(request));
const importKey = async (bytes) => {
  const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
  bytes.fill(0);
  return key;
};
const receive = (port) =>
  new Promise((resolve) => {
    port.onmessage = ({ data }) => resolve(data);
  });

const actions = {
  // A new copy under a code; a newer release under the key that comes through the port.
  async seal({ code, files }, port) {
    const { pack } = call({ ask: 'pack', files });
    if (port) {
      const key = await receive(port);
      if (!key) throw { fault: 'key' };
      return { sealed: await sealPack(key, pack) };
    }
    const { key, lock } = call({ ask: 'lock', code });
    return { sealed: await sealPack(await importKey(key), pack), lock };
  },
  // Without a key to send, it says so to the other end, and it waits for the answer: this worker is terminated next.
  async open({ code, lock: record }, port) {
    try {
      const { key, lock } = call({ ask: 'open', code, lock: record });
      port.postMessage(await importKey(key));
      return { opened: await receive(port), lock };
    } catch (fault) {
      port.postMessage(null);
      throw fault;
    }
  },
};

/** The volume that stays open until this worker is terminated. */
let open;
/** Each access is alone, in this and every other window. */
const alone = (act) => navigator.locks.request('saved', act);
const unlock = async (volumes, passphrase) => {
  const reply = checked(await volumes.open(passphrase));
  open = volumes;
  return reply;
};
const withOpen = (act) => alone(async () => checked(open ? await act(open) : { fault: 'locked' }));
Object.assign(actions, {
  passphrase: () => checked(suggest_passphrase()),
  judge: ({ passphrase }) => checked(check_passphrase(passphrase)),
  // What fails leaves no file that was not there before.
  create: ({ passphrase, snapshot }) =>
    alone(async () => {
      const found = await findStore();
      const volumes = new Volumes(found ?? (await newStore()));
      try {
        checked(await volumes.create(passphrase, snapshot));
        return await unlock(volumes, passphrase);
      } catch (fault) {
        if (!found) await removeFile();
        throw fault;
      }
    }),
  unlock: ({ passphrase }) => alone(async () => unlock(new Volumes((await findStore()) ?? noStore), passphrase)),
  save: ({ snapshot, erase }) => withOpen((volumes) => volumes.save(snapshot, Boolean(erase))),
  // The key first. No file has a second volume yet, so the file is removed too.
  forget: () =>
    withOpen(async (volumes) => {
      checked(await volumes.forget());
      await removeFile();
      return {};
    }),
  'remove-file': () =>
    alone(async () => {
      await removeFile();
      return {};
    }),
});

onmessage = ({ data, ports: [port] }) => {
  const { id, ask } = data;
  loaded
    .then(() => (actions[ask] ?? call)(data, port))
    .then(
      (reply) => postMessage({ id, ...reply }),
      ({ fault = 'worker' }) => postMessage({ id, fault }),
    );
};
