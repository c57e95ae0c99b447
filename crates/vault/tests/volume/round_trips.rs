//! What is saved comes back, and nothing else does.

use std::collections::BTreeSet;

use proptest::prelude::*;
use vault::crypto::Passphrase;
use vault::volume::{Damage, Format, FormatError, VolumeError, create, open};

use crate::support::{
    HEADER, SALT, SLOT, config, fast, half_at, opened, phrase, random, read, saved, single, slot_of,
};

#[test]
fn what_was_saved_last_opens_and_nothing_is_reported_damaged() {
    let mut file = single(fast(), b"first");
    for number in 0..20_u64 {
        let snapshot = format!("snapshot {number}");
        file = saved(fast(), file, "one", snapshot.as_bytes(), 100 + number);
        assert_eq!(file.len(), fast().file_length());
        let opened = opened(fast(), &file, "one");
        assert_eq!(opened.snapshot.as_slice(), snapshot.as_bytes());
        assert_eq!(opened.damage, Damage::default());
    }
}

#[test]
fn a_new_file_opens_from_either_half() {
    let file = single(fast(), b"first");
    let slot = slot_of(fast(), &file, "one");
    for half in 0..2 {
        let mut altered = file.clone();
        altered[half_at(fast(), slot, half)] ^= 1;
        assert_eq!(read(fast(), &altered, "one").unwrap(), b"first", "{half}");
    }
}

#[test]
fn a_wrong_passphrase_opens_nothing() {
    let file = single(fast(), b"first");
    for other in ["On", "one ", "ONE", "two", "öne"] {
        assert_eq!(
            read(fast(), &file, other),
            Err(VolumeError::Wrong),
            "{other}"
        );
    }
    for bytes in [vec![], vec![0; 9216], vec![7; 100]] {
        assert_eq!(read(fast(), &bytes, "one"), Err(VolumeError::Wrong));
    }
}

#[test]
fn the_file_has_one_length_however_much_it_holds() {
    let full = vec![0; 13_000];
    for snapshot in [&b""[..], b"a", &full] {
        let file = single(fast(), snapshot);
        assert_eq!(file.len(), 2 * HEADER + 8 * 1024);
        assert_eq!(read(fast(), &file, "one").unwrap(), snapshot);
    }
    assert_eq!(Format::DEFAULT.file_length(), 1024 + 8 * 1024 * 1024);
    assert_eq!(Format::DEFAULT.cost(), [65_536, 4, 1]);
}

#[test]
fn a_half_that_is_full_is_refused_with_how_full_it_would_be() {
    let volume = opened(fast(), &single(fast(), b"first"), "one").volume;
    let file = single(fast(), b"first");
    let mut bytes = vec![0; 856];
    random(5)(&mut bytes).unwrap();
    // Random bytes do not compress: deflate adds a few, and four bytes hold the length.
    let save = |length: usize| {
        let saved = volume.save(file.clone(), &bytes[..length], &mut random(6));
        saved.map(|saved| saved.percent)
    };
    assert_eq!(save(847), Ok(100));
    assert_eq!(save(600), Ok(72));
    assert_eq!(save(0), Ok(1));
    assert_eq!(save(856), Err(VolumeError::Full { percent: 102 }));
    let long = |length| {
        let saved = volume.save(file.clone(), &vec![0; length], &mut random(6));
        saved.map(|saved| saved.percent)
    };
    assert_eq!(long(16 * 856), Ok(100));
    assert_eq!(long(16 * 856 + 1), Err(VolumeError::Full { percent: 101 }));
    // What is reported at saving is reported at opening.
    for length in [0, 1, 100, 400, 847] {
        let saved = volume.save(file.clone(), &bytes[..length], &mut random(6));
        let saved = saved.unwrap();
        let opened = opened(fast(), &saved.file, "one");
        assert_eq!(opened.percent, saved.percent, "{length}");
    }
}

#[test]
fn a_format_without_room_is_refused() {
    assert_eq!(Format::new(255, [8, 1, 1]), Err(FormatError));
    let format = Format::new(256, [8, 1, 1]).unwrap();
    assert_eq!(
        read(format, &single(format, b"words"), "one").unwrap(),
        b"words"
    );
    let undefined = Format::new(256, [0, 0, 0]).unwrap();
    let file = vec![0; undefined.file_length()];
    let opened = open(undefined, &file, &phrase("one"));
    assert_eq!(opened.err(), Some(VolumeError::Undefined));
}

#[test]
fn the_slots_in_use_are_chosen_at_random() {
    let mut found = BTreeSet::new();
    for seed in 0..200 {
        let (one, two) = (phrase("one"), phrase("two"));
        let second = Some((&two, &b"2"[..]));
        let file = create(fast(), (&one, b"1"), second, &mut random(seed)).unwrap();
        let slots = [slot_of(fast(), &file, "one"), slot_of(fast(), &file, "two")];
        assert_ne!(slots[0], slots[1]);
        found.insert(slots);
    }
    assert_eq!(found.len(), 12, "{found:?}");
}

#[test]
fn two_passphrases_have_to_differ() {
    let one = phrase("one");
    let second = Some((&one, &b"2"[..]));
    let file = create(fast(), (&one, b"1"), second, &mut random(1));
    assert_eq!(file.err(), Some(VolumeError::InUse));
}

#[test]
fn every_byte_of_a_file_looks_random() {
    // Of each of 256 values as many as of any other, within six standard deviations; text, zeros and lengths would show.
    let format = Format::new(32 * 1024, [8, 1, 1]).unwrap();
    let mut file = single(format, &vec![b'a'; 20_000]);
    file = saved(format, file, "one", &vec![b'b'; 20_000], 3);
    let expected = f64::from(u32::try_from(file.len()).unwrap()) / 256.0;
    let mut counts = [0_u32; 256];
    for byte in &file {
        counts[usize::from(*byte)] += 1;
    }
    for (value, count) in counts.into_iter().enumerate() {
        let apart = (f64::from(count) - expected).abs();
        assert!(apart < 6.0 * expected.sqrt(), "{value}: {count}");
    }
    // Neither two headers of different files nor two saves share bytes beyond chance.
    let other = create(format, (&phrase("one"), b"a"), None, &mut random(9)).unwrap();
    let same = file
        .iter()
        .zip(&other)
        .filter(|(one, other)| one == other)
        .count();
    assert!(same < file.len() / 200, "{same}");
}

#[test]
fn the_headers_are_equal_and_an_opening_changes_no_byte() {
    let file = single(fast(), b"first");
    assert_eq!(file[..HEADER], file[file.len() - HEADER..]);
    let volume = opened(fast(), &file, "one").volume;
    let refreshed = volume.refresh(file.clone(), &mut random(3)).unwrap();
    assert!(refreshed == file);
}

#[test]
fn a_save_changes_one_half_and_nothing_else() {
    let file = single(fast(), b"first");
    let slot = slot_of(fast(), &file, "one");
    let mut before = file;
    for number in 0..4 {
        let after = saved(fast(), before.clone(), "one", b"next", 50 + number);
        let half = usize::try_from(number % 2).unwrap();
        let place = half_at(fast(), slot, half)..half_at(fast(), slot, half) + 1024;
        for at in (0..after.len()).filter(|at| !place.contains(at)) {
            assert_eq!(after[at], before[at], "byte {at} of save {number}");
        }
        let changed = place.filter(|at| after[*at] != before[*at]).count();
        assert!(changed > 1000, "{changed}");
        before = after;
    }
}

#[test]
fn another_passphrase_opens_the_same_snapshot_after_a_change_and_the_earlier_one_nothing() {
    let file = single(fast(), b"first");
    let slot = slot_of(fast(), &file, "one");
    let mut volume = opened(fast(), &file, "one").volume;
    let changed = volume.change_passphrase(file.clone(), &phrase("new"), &mut random(4));
    let (changed, key_slot) = changed.unwrap();
    assert_eq!(read(fast(), &changed, "new").unwrap(), b"first");
    assert_eq!(read(fast(), &changed, "one"), Err(VolumeError::Wrong));
    let headers = [0, file.len() - HEADER].map(|header| header + SALT + slot * SLOT);
    for at in 0..file.len() {
        let own = headers
            .iter()
            .any(|from| (*from..from + SLOT).contains(&at));
        assert!(own || changed[at] == file[at], "byte {at}");
    }
    // A handle from before the change would put the earlier slot back.
    let stale = volume.save(changed.clone(), b"second", &mut random(5));
    assert_eq!(stale.err(), Some(VolumeError::Changed));
    volume.adopt(&changed, key_slot);
    let saved = volume
        .save(changed, b"second", &mut random(5))
        .unwrap()
        .file;
    assert_eq!(read(fast(), &saved, "new").unwrap(), b"second");
}

#[test]
fn a_file_that_another_page_wrote_meanwhile_is_not_overwritten() {
    let file = single(fast(), b"first");
    let volume = opened(fast(), &file, "one").volume;
    let newer = saved(fast(), file.clone(), "one", b"second", 3);
    let refused = volume.save(newer.clone(), b"third", &mut random(4));
    assert_eq!(refused.err(), Some(VolumeError::Changed));
    assert_eq!(
        volume.refresh(newer.clone(), &mut random(4)).err(),
        Some(VolumeError::Changed)
    );
    let newest = saved(fast(), newer, "one", b"third", 5);
    let refused = volume.save(newest, b"fourth", &mut random(4));
    assert_eq!(refused.err(), Some(VolumeError::Changed));
    assert!(volume.save(file, b"second", &mut random(4)).is_ok());
}

#[test]
fn a_failure_of_the_random_numbers_writes_nothing() {
    let mut none = |_: &mut [u8]| Err(vault::store::RandomError);
    let made = create(fast(), (&phrase("one"), b"1"), None, &mut none);
    assert_eq!(made.err(), Some(VolumeError::Random));
    let file = single(fast(), b"first");
    let volume = opened(fast(), &file, "one").volume;
    let saved = volume.save(file, b"second", &mut none);
    assert_eq!(saved.err(), Some(VolumeError::Random));
}

#[test]
fn no_secret_shows_in_debug_output() {
    let file = single(fast(), b"first");
    let volume = opened(fast(), &file, "one").volume;
    assert_eq!(format!("{volume:?}"), "Volume");
}

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn every_snapshot_comes_back_under_every_passphrase(
        passphrase in prop::collection::vec(any::<u8>(), 1..80),
        snapshots in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..800), 1..5),
        seed: u64,
    ) {
        let passphrase = Passphrase::new(passphrase).unwrap();
        let mut random = random(seed);
        let mut file = create(fast(), (&passphrase, b""), None, &mut random).unwrap();
        for snapshot in snapshots {
            let volume = open(fast(), &file, &passphrase).unwrap().volume;
            file = volume.save(file, &snapshot, &mut random).unwrap().file;
            let opened = open(fast(), &file, &passphrase).unwrap();
            prop_assert_eq!(opened.snapshot.as_slice(), snapshot);
            prop_assert!(!opened.damage.is_any());
        }
    }

    #[test]
    fn no_bytes_make_opening_panic(bytes in prop::collection::vec(any::<u8>(), 0..12_000)) {
        prop_assert_eq!(read(fast(), &bytes, "one"), Err(VolumeError::Wrong));
    }
}
