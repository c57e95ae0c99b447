// The client of a worker (scripts/vault/client.js) that keeps one snapshot under one passphrase in memory. A test sets
// `fault` for the next request, and `obstacle`; `asked` has the names of all requests.
export const fake_client = () => {
  const client = { asked: [], locks: 0, obstacle: async () => client.hindrance ?? '' };
  let kept;
  const answers = {
    passphrase: () => ({ passphrase: 'drum lemon card stair pond' }),
    judge: () => ({}),
    create({ passphrase, snapshot }) {
      kept = { passphrase, snapshot };
      return {};
    },
    unlock({ passphrase }) {
      if (kept?.passphrase !== passphrase) throw 'wrong';
      return { snapshot: kept.snapshot, percent: 1, damage: client.damage ?? '' };
    },
    save({ snapshot }) {
      kept.snapshot = snapshot;
      return { percent: client.percent ?? 1 };
    },
    forget() {
      kept = undefined;
      return {};
    },
    'remove-file'() {
      kept = undefined;
      return {};
    },
  };
  client.lock = () => {
    client.locks += 1;
  };
  client.ask = async (request) => {
    client.asked.push(request.ask);
    const { fault } = client;
    client.fault = undefined;
    if (fault) throw fault;
    return answers[request.ask](request);
  };
  return client;
};
