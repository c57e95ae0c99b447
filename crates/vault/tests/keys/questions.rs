//! Requests to the worker and its replies, with a fake random generator.

use vault::code::WeakCode;
use vault::crypto::{KdfParams, Lock, Passcode};
use vault::store::{File, Pack, RandomError, Reply, Request, WorkerError, answer};

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

/// The key and the record of a reply.
fn opened(reply: Reply) -> ([u8; 32], Option<Vec<u8>>) {
    let Reply::Opened { key, lock } = reply else {
        unreachable!("{reply:?}")
    };
    (*key.bytes(), lock)
}

fn new_lock(worker: &mut Counting, words: &str) -> ([u8; 32], Vec<u8>) {
    let (key, lock) = opened(worker.ask(Request::Lock { code: code(words) }).unwrap());
    (key, lock.unwrap())
}

#[test]
fn what_is_packed_is_the_files() {
    let asked = Counting::default().ask(Request::Pack { files: files() });
    let Reply::Packed(bytes) = asked.unwrap() else {
        unreachable!()
    };
    assert_eq!(Pack::from_bytes(&bytes).unwrap().files(), files());
}

#[test]
fn a_lock_gives_its_key_to_its_code_and_to_no_other() {
    let mut worker = Counting::default();
    let (key, lock) = new_lock(&mut worker, "4711");
    let mut open = |code| {
        worker.ask(Request::Open {
            code,
            lock: lock.clone(),
        })
    };
    assert_eq!(opened(open(code("4711")).unwrap()), (key, None));
    assert_eq!(open(code("4712")).err(), Some(WorkerError::Wrong));
}

#[test]
fn a_code_is_checked_and_one_that_is_offered_passes() {
    let check = |code: String| Counting::default().ask(Request::Check { code });
    let date = check("270614".to_owned());
    assert_eq!(date.err(), Some(WorkerError::Weak(WeakCode::Date)));
    let mut byte = 7_u8;
    let random = &mut |bytes: &mut [u8]| {
        byte = byte.wrapping_mul(77).wrapping_add(41);
        bytes.fill(byte);
        Ok(())
    };
    let offered = answer(Request::Suggest, KdfParams::MIN, random);
    let Ok(Reply::Code(code)) = offered else {
        panic!("{offered:?}")
    };
    assert!(matches!(check(code.clone()), Ok(Reply::Code(same)) if same == code));
}

#[test]
fn key_salt_and_slots_are_random_bytes_of_their_own_each() {
    let mut worker = Counting::default();
    let (key, lock) = new_lock(&mut worker, "4711");
    assert_eq!(key, [1; 32]);
    // See `crates/vault/src/crypto/lock.rs`: the salt, the slots but for the sealed key in number 4 % 4.
    assert_eq!(lock[13..29], [2; 16]);
    assert_eq!(lock[29..41], [3; 12]);
    assert_eq!(lock[89..], [3; 180]);
}

#[test]
fn a_lock_that_is_too_cheap_is_replaced_when_it_is_opened_and_no_other_is() {
    let mut worker = Counting::default();
    let (key, lock) = new_lock(&mut worker, "4711");
    let [memory, passes, lanes] = KdfParams::MIN.numbers();
    let dearer = KdfParams::new(memory + 1024, passes, lanes).unwrap();
    let open = |lock: &[u8], params, fails: bool| {
        let request = Request::Open {
            code: code("4711"),
            lock: lock.to_vec(),
        };
        let random = &mut |bytes: &mut [u8]| {
            bytes.fill(9);
            if fails { Err(RandomError) } else { Ok(()) }
        };
        opened(answer(request, params, random).unwrap())
    };
    let (same, replaced) = open(&lock, dearer, false);
    let replaced = replaced.unwrap();
    assert_eq!(same, key);
    assert_eq!(Lock::from_bytes(&replaced).unwrap().params(), dearer);
    assert_eq!(open(&replaced, dearer, false), (key, None));
    // A release never makes a lock cheaper.
    assert_eq!(open(&replaced, KdfParams::MIN, false), (key, None));
    // A lock that cannot be replaced opens all the same.
    assert_eq!(open(&lock, dearer, true), (key, None));
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
    assert_eq!(open(&[1, 0]), Some(WorkerError::Damaged));
    assert_eq!(open(&[2]), Some(WorkerError::Newer));
    let bad = vec![File {
        path: "../up".into(),
        ..files().remove(0)
    }];
    let asked = worker.ask(Request::Pack { files: bad });
    assert_eq!(asked.err(), Some(WorkerError::Files));
    let request = Request::Lock { code: code("1") };
    let asked = answer(request, KdfParams::MIN, &mut |_| Err(RandomError));
    assert_eq!(asked.err(), Some(WorkerError::RandomError));
    let faults = [
        WorkerError::Wrong,
        WorkerError::NeedsCode,
        WorkerError::Damaged,
        WorkerError::Newer,
        WorkerError::NoMemory,
        WorkerError::Files,
        WorkerError::RandomError,
        WorkerError::InvalidRequest,
        WorkerError::Weak(WeakCode::Date),
        WorkerError::Weak(WeakCode::Repeat),
        WorkerError::Weak(WeakCode::Row),
        WorkerError::Weak(WeakCode::Shape),
        WorkerError::Weak(WeakCode::Known),
    ];
    let words: std::collections::BTreeSet<_> =
        faults.into_iter().map(WorkerError::as_str).collect();
    assert_eq!(words.len(), faults.len());
}
