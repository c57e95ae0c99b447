//! Locks: the right code and a wrong one; records altered, truncated, of a newer version, or with weak parameters.

use proptest::prelude::*;
use vault::crypto::{KdfParams, Key, Lock, LockError, LockRandom, Passcode};

const KEY: [u8; 32] = [5; 32];
/// Where the parts of a record begin: see `crates/vault/src/crypto/lock.rs`.
const MEMORY: usize = 1;
const SALT: usize = MEMORY + 12;
const SLOTS: usize = SALT + 16;
const SLOT: usize = 60;
/// The slot of [`wrap_key`].
const CHOSEN: usize = 2;

fn code(text: &str) -> Passcode {
    Passcode::new(text.as_bytes().to_vec()).unwrap()
}

fn random(choice: u8) -> LockRandom {
    LockRandom {
        salt: [6; 16],
        slots: [[7; SLOT], [8; SLOT], [9; SLOT], [10; SLOT]],
        choice,
    }
}

fn wrap_with(text: &str, random: &LockRandom) -> Lock {
    Lock::with_code(&Key::new(KEY), &code(text), KdfParams::MIN, random).unwrap()
}

fn wrap_key(text: &str) -> Lock {
    wrap_with(text, &random(2))
}

/// Parses a record and tries to open it with a code.
fn try_on(record: &[u8], text: &str) -> Result<[u8; 32], LockError> {
    let key = Lock::from_bytes(record)?.open(&code(text))?;
    Ok(*key.bytes())
}

#[test]
fn the_code_opens_it_and_no_other_does() {
    let record = wrap_key("4711").to_bytes();
    assert_eq!((record.len(), Lock::LENGTH), (269, 269));
    assert_eq!(try_on(&record, "4711"), Ok(KEY));
    for other in ["4712", "471", "47110", "4711 ", "４７１１"] {
        assert_eq!(try_on(&record, other), Err(LockError::Wrong), "{other}");
    }
}

#[test]
fn the_record_is_the_one_that_every_later_version_has_to_read() {
    // Written once by this code. If this fails, people who installed a copy can never open it again.
    let sealed = "c9ffc9b30582e9bade9f72947de34e4ef2f669c34fe8918f9252af6db99c928\
                  35d68957970fcd332f831604c137e69d2";
    let written = [
        "01004c00000200000001000000",
        &"06".repeat(16),
        &"07".repeat(SLOT),
        &"08".repeat(SLOT),
        &"09".repeat(12),
        sealed,
        &"0a".repeat(SLOT),
    ]
    .concat();
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
    let other = LockRandom {
        salt: [16; 16],
        slots: [[17; SLOT], [18; SLOT], [19; SLOT], [20; SLOT]],
        choice: 2,
    };
    let (one, other) = (
        wrap_key("4711").to_bytes(),
        wrap_with("4711", &other).to_bytes(),
    );
    assert_eq!(one[..SALT], other[..SALT]);
    let same = one.iter().zip(&other).skip(SALT);
    assert!(same.filter(|(one, other)| one == other).count() < 6);
}

#[test]
fn every_slot_can_hold_the_key_and_the_others_are_the_random_bytes() {
    for choice in 0..=255 {
        if choice % 64 > 3 {
            continue;
        }
        let record = wrap_with("4711", &random(choice)).to_bytes();
        let chosen = usize::from(choice % 4);
        for (slot, bytes) in record[SLOTS..].chunks(SLOT).enumerate() {
            let filler = random(choice).slots[slot];
            assert_eq!(bytes[..12], filler[..12], "slot {slot} of {choice}");
            assert_eq!(bytes == filler, slot != chosen, "slot {slot} of {choice}");
        }
        assert_eq!(try_on(&record, "4711"), Ok(KEY), "{choice}");
    }
}

#[test]
fn a_sealed_key_opens_in_its_own_slot_only() {
    let mut record = wrap_key("4711").to_bytes();
    let from = SLOTS + CHOSEN * SLOT;
    record.copy_within(from..from + SLOT, SLOTS);
    assert_eq!(try_on(&record, "4711"), Ok(KEY));
    record[from..from + SLOT].fill(1);
    assert_eq!(try_on(&record, "4711"), Err(LockError::Wrong));
}

#[test]
fn damage_to_what_opens_it_is_noticed_and_so_is_a_cut_at_every_place() {
    let record = wrap_key("4711").to_bytes();
    let chosen = SLOTS + CHOSEN * SLOT..SLOTS + (CHOSEN + 1) * SLOT;
    for place in 0..record.len() {
        let mut spoilt = record.clone();
        spoilt[place] ^= 1;
        let opens = place >= SLOTS && !chosen.contains(&place);
        assert_eq!(try_on(&spoilt, "4711").is_ok(), opens, "byte {place}");
        let cut = try_on(&record[..place], "4711");
        assert_eq!(cut, Err(LockError::Damaged), "cut at {place}");
    }
    let longer = [record.as_slice(), &[0]].concat();
    assert_eq!(try_on(&longer, "4711"), Err(LockError::Damaged));
    // A wrong code and a damaged key give the same error.
    let mut spoilt = record.clone();
    spoilt[chosen.start + 12] ^= 1;
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
    // A newer record may look like anything.
    assert_eq!(Lock::from_bytes(&[2]).err(), Some(LockError::Newer(2)));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn every_key_comes_back_from_under_every_code(
        key: [u8; 32], salt: [u8; 16], choice: u8, code in prop::collection::vec(any::<u8>(), 1..64),
    ) {
        let code = Passcode::new(code).unwrap();
        let random = LockRandom { salt, ..random(choice) };
        let lock = Lock::with_code(&Key::new(key), &code, KdfParams::MIN, &random).unwrap();
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
