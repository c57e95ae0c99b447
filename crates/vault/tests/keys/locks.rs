//! Locks: the right code and a wrong one; records altered, truncated, of a newer version, or with weak parameters.

use proptest::prelude::*;
use vault::crypto::{KdfParams, Key, Lock, LockError, Passcode};

const KEY: [u8; 32] = [5; 32];
const SALT: [u8; 16] = [6; 16];
const NONCE: [u8; 12] = [7; 12];
/// Where the parts of a record begin: see `crates/vault/src/crypto/lock.rs`.
const MEMORY: usize = 2;
const SEALED: usize = 2 + 12 + 16 + 12;

fn code(text: &str) -> Passcode {
    Passcode::new(text.as_bytes().to_vec()).unwrap()
}

fn wrap_key(text: &str) -> Lock {
    Lock::with_code(&Key::new(KEY), &code(text), KdfParams::MIN, SALT, NONCE).unwrap()
}

/// Parses a record and tries to open it with a code.
fn try_on(record: &[u8], text: &str) -> Result<[u8; 32], LockError> {
    let key = Lock::from_bytes(record)?.open(&code(text))?;
    Ok(*key.bytes())
}

#[test]
fn the_code_opens_it_and_no_other_does() {
    let record = wrap_key("4711").to_bytes();
    assert_eq!(record.len(), 90);
    assert_eq!(try_on(&record, "4711"), Ok(KEY));
    for other in ["4712", "471", "47110", "4711 ", "４７１１"] {
        assert_eq!(try_on(&record, other), Err(LockError::Wrong), "{other}");
    }
}

#[test]
fn the_record_is_the_one_that_every_later_version_has_to_read() {
    // Written once by this code. If this fails, people who installed a copy can never open it again.
    let written = "0101004c000002000000010000000606060606060606060606060606060607070707070707070707\
                   07074cb6600ed0a824ec81f5ce79040a1010bf528d9bd21345989a97e72bcee2de1c9fe84ad2de53\
                   a23dd3eb59e968507764";
    let record = wrap_key("4711").to_bytes();
    assert_eq!(crate::published::hex(&record), written);
}

#[test]
fn nothing_of_the_key_and_nothing_of_the_code_is_in_the_record() {
    let record = wrap_key("a code of some length").to_bytes();
    for part in [&KEY[..4], b"a code", b"length"] {
        assert!(!record.windows(part.len()).any(|window| window == part));
    }
}

#[test]
fn the_same_code_with_other_random_bytes_shares_nothing_but_the_cost() {
    let other = Lock::with_code(
        &Key::new(KEY),
        &code("4711"),
        KdfParams::MIN,
        [8; 16],
        [9; 12],
    );
    let (one, other) = (wrap_key("4711").to_bytes(), other.unwrap().to_bytes());
    assert_eq!(one[..14], other[..14]);
    let same = one
        .iter()
        .zip(&other)
        .skip(14)
        .filter(|(one, other)| one == other);
    assert!(same.count() < 6);
}

#[test]
fn damage_at_every_byte_is_noticed_and_so_is_a_cut_at_every_place() {
    let record = wrap_key("4711").to_bytes();
    for place in 0..record.len() {
        let mut spoilt = record.clone();
        spoilt[place] ^= 1;
        assert!(try_on(&spoilt, "4711").is_err(), "byte {place}");
        let cut = try_on(&record[..place], "4711");
        assert_eq!(cut, Err(LockError::Damaged), "cut at {place}");
    }
    let longer = [record.as_slice(), &[0]].concat();
    assert_eq!(try_on(&longer, "4711"), Err(LockError::Damaged));
    // A wrong code and a damaged key give the same error.
    let mut spoilt = record.clone();
    spoilt[SEALED] ^= 1;
    assert_eq!(try_on(&spoilt, "4711"), Err(LockError::Wrong));
}

#[test]
fn a_record_that_asks_for_too_little_or_too_much_is_refused_before_anything_is_derived() {
    let record = wrap_key("4711").to_bytes();
    let numbers = |place: usize, number: u32| {
        let mut record = record.clone();
        record[MEMORY + place * 4..][..4].copy_from_slice(&number.to_le_bytes());
        Lock::from_bytes(&record).err()
    };
    for (place, number) in [
        (0, 19 * 1024 - 1),
        (0, 8),
        (0, u32::MAX),
        (1, 1),
        (1, 1000),
        (2, 0),
        (2, 64),
    ] {
        let refused = numbers(place, number);
        assert_eq!(refused, Some(LockError::Damaged), "{place}: {number}");
    }
    assert_eq!(numbers(0, 20 * 1024), None);
}

#[test]
fn a_newer_version_is_named_and_one_that_never_was_is_damage() {
    let record = wrap_key("4711").to_bytes();
    let with = |place: usize, value: u8| {
        let mut record = record.clone();
        record[place] = value;
        Lock::from_bytes(&record).err()
    };
    assert_eq!(with(0, 2), Some(LockError::Newer(2)));
    assert_eq!(with(0, 255), Some(LockError::Newer(255)));
    assert_eq!(with(0, 0), Some(LockError::Damaged));
    assert_eq!(with(1, 2), Some(LockError::Damaged));
    // Kind 0, a key as it is, was never written by a page.
    let key_as_it_is = [&[1, 0], KEY.as_slice()].concat();
    assert_eq!(
        Lock::from_bytes(&key_as_it_is).err(),
        Some(LockError::Damaged)
    );
    // A newer record may look like anything.
    assert_eq!(Lock::from_bytes(&[2]).err(), Some(LockError::Newer(2)));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn every_key_comes_back_from_under_every_code(
        key: [u8; 32], salt: [u8; 16], nonce: [u8; 12], code in prop::collection::vec(any::<u8>(), 1..64),
    ) {
        let code = Passcode::new(code).unwrap();
        let lock = Lock::with_code(&Key::new(key), &code, KdfParams::MIN, salt, nonce).unwrap();
        let read = Lock::from_bytes(&lock.to_bytes()).unwrap();
        let opened = read.open(&code).unwrap();
        prop_assert_eq!(opened.bytes(), &key);
    }
}

proptest! {
    #[test]
    fn no_bytes_make_reading_panic(bytes: Vec<u8>) {
        if let Ok(lock) = Lock::from_bytes(&bytes) {
            prop_assert_eq!(lock.to_bytes(), bytes);
        }
    }
}
