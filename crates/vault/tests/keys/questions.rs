//! Requests to the worker and its replies, with a fake random generator.

use vault::crypto::{KdfParams, Key, Lock, Passcode, open};
use vault::store::pack::DOMAIN;
use vault::store::{File, KeySource, Pack, RandomError, Reply, Request, WorkerError, answer};

/// Fake random bytes: different on each call, the same in each run.
#[derive(Default)]
struct Counting(u8);

impl Counting {
    fn ask(&mut self, request: Request) -> Result<Reply, WorkerError> {
        answer(request, KdfParams::MIN, &mut |bytes| {
            self.0 += 1;
            bytes.fill(self.0);
            Ok(())
        })
    }
}

fn code(text: &str) -> Passcode {
    Passcode::new(text.as_bytes().to_vec()).unwrap()
}

fn files() -> Vec<File> {
    vec![File {
        path: "index.html".into(),
        kind: "text/html".into(),
        headers: Vec::new(),
        bytes: b"words".into(),
    }]
}

fn sealed(reply: Reply) -> (Option<Vec<u8>>, Key, Vec<u8>) {
    let Reply::Sealed { lock, key, sealed } = reply else {
        unreachable!("{reply:?}")
    };
    (lock, key, sealed)
}

fn opened(reply: Reply) -> Key {
    let Reply::Opened(key) = reply else {
        unreachable!("{reply:?}")
    };
    key
}

/// Seals the files under a new code.
fn seal_under(worker: &mut Counting, words: &str) -> (Option<Vec<u8>>, Key, Vec<u8>) {
    let under = KeySource::New(code(words));
    let asked = worker.ask(Request::Seal {
        under,
        files: files(),
    });
    sealed(asked.unwrap())
}

fn pack_of(key: &Key, sealed: &[u8]) -> Pack {
    Pack::from_bytes(&open(key, DOMAIN, sealed).unwrap()).unwrap()
}

#[test]
fn what_is_sealed_with_a_code_is_opened_with_it_and_with_no_other() {
    let mut worker = Counting::default();
    let (lock, key, sealed) = seal_under(&mut worker, "4711");
    let lock = lock.unwrap();
    assert_eq!(pack_of(&key, &sealed).files(), files());

    let mut open = |code| {
        worker.ask(Request::Open {
            code,
            lock: lock.clone(),
        })
    };
    assert_eq!(opened(open(code("4711")).unwrap()).bytes(), key.bytes());
    assert_eq!(open(code("4712")).err(), Some(WorkerError::Wrong));
}

#[test]
fn key_salt_and_nonces_are_random_bytes_of_their_own_each() {
    let mut worker = Counting::default();
    let (lock, key, sealed) = seal_under(&mut worker, "4711");
    // See `crates/vault/src/crypto/lock.rs`: the salt and the nonce.
    assert_eq!(
        lock.unwrap()[14..][..28],
        [[2; 16].as_slice(), &[3; 12]].concat()
    );
    assert_eq!(key.bytes(), &[1; 32]);
    assert_eq!(sealed[1..13], [4; 12]);
}

#[test]
fn an_update_is_sealed_under_the_key_that_is_there_with_a_new_nonce() {
    let mut worker = Counting::default();
    let (lock, key, before) = seal_under(&mut worker, "4711");
    let lock = Lock::from_bytes(&lock.unwrap()).unwrap();
    assert_eq!(lock.open(&code("4711")).unwrap().bytes(), key.bytes());
    let again = worker.ask(Request::Seal {
        under: KeySource::Known(Key::new(*key.bytes())),
        files: files(),
    });
    let (lock, same, after) = sealed(again.unwrap());
    assert_eq!((lock, same.bytes()), (None, key.bytes()));
    assert_ne!(before[1..13], after[1..13]);
    assert_eq!(pack_of(&key, &before), pack_of(&key, &after));
}

#[test]
fn what_cannot_be_done_is_said_in_one_word() {
    let mut worker = Counting::default();
    let mut open = |lock: &[u8]| {
        worker
            .ask(Request::Open {
                code: code("1"),
                lock: lock.to_vec(),
            })
            .err()
    };
    assert_eq!(open(&[]), Some(WorkerError::Damaged));
    assert_eq!(open(&[1, 1, 0]), Some(WorkerError::Damaged));
    assert_eq!(open(&[2]), Some(WorkerError::Newer));
    let bad = vec![File {
        path: "../up".into(),
        ..files().remove(0)
    }];
    let asked = worker.ask(Request::Seal {
        under: KeySource::New(code("1")),
        files: bad,
    });
    assert_eq!(asked.err(), Some(WorkerError::Files));
    let without = |under| {
        let request = Request::Seal {
            under,
            files: files(),
        };
        answer(request, KdfParams::MIN, &mut |_| Err(RandomError)).err()
    };
    for under in [
        KeySource::New(code("1")),
        KeySource::Known(Key::new([1; 32])),
    ] {
        assert_eq!(without(under), Some(WorkerError::RandomError));
    }
    let faults = [
        WorkerError::Wrong,
        WorkerError::NeedsCode,
        WorkerError::Damaged,
        WorkerError::Newer,
        WorkerError::NoMemory,
        WorkerError::Files,
        WorkerError::RandomError,
        WorkerError::InvalidRequest,
    ];
    let words: std::collections::BTreeSet<_> =
        faults.into_iter().map(WorkerError::as_str).collect();
    assert_eq!(words.len(), faults.len());
}
