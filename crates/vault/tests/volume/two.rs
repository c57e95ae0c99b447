//! Two volumes in one file: neither reaches the other.

use std::ops::Range;

use proptest::prelude::*;
use vault::volume::VolumeError;

use crate::support::{
    HEADER, SALT, SLOT, config, double, fast, half_at, opened, phrase, random, read, saved, slot_of,
};

/// The bytes of a slot: its key slot in both headers, and its halves.
fn places(slot: usize) -> [Range<usize>; 3] {
    let front = SALT + slot * SLOT;
    let back = fast().file_length() - HEADER + front;
    let halves = half_at(fast(), slot, 0);
    [
        front..front + SLOT,
        back..back + SLOT,
        halves..halves + 2 * 1024,
    ]
}

fn assert_same(slot: usize, before: &[u8], after: &[u8]) {
    for place in places(slot) {
        assert!(before[place.clone()] == after[place.clone()], "{place:?}");
    }
}

#[test]
fn two_passphrases_open_two_snapshots() {
    let file = double(fast(), b"first", b"second");
    assert_eq!(read(fast(), &file, "one").unwrap(), b"first");
    assert_eq!(read(fast(), &file, "two").unwrap(), b"second");
    assert_eq!(read(fast(), &file, "three"), Err(VolumeError::Wrong));
}

#[test]
fn whatever_is_done_to_one_volume_leaves_every_byte_of_the_other_slots() {
    let file = double(fast(), b"first", b"second");
    let own = slot_of(fast(), &file, "one");
    let volume = opened(fast(), &file, "one").volume;
    let random = &mut random(3);
    let save = volume.save(file.clone(), b"next", random).unwrap().file;
    let refresh = volume.refresh(file.clone(), random).unwrap();
    let change = volume.change_passphrase(file.clone(), &phrase("new"), random);
    let (change, _) = change.unwrap();
    let no_key = volume.remove_key(file.clone(), random).unwrap();
    let removed = volume.remove_halves(no_key.clone(), random).unwrap();
    for (what, after) in [save, refresh, change, no_key, removed].iter().enumerate() {
        assert_eq!(after.len(), file.len());
        assert!(after[..SALT] == file[..SALT], "{what}");
        for slot in (0..4).filter(|slot| *slot != own) {
            assert_same(slot, &file, after);
        }
        assert_eq!(read(fast(), after, "two").unwrap(), b"second", "{what}");
    }
}

#[test]
fn the_passphrase_of_the_other_volume_is_refused_and_the_own_one_is_not() {
    let file = double(fast(), b"first", b"second");
    let volume = opened(fast(), &file, "one").volume;
    let change = |text: &str| {
        let changed = volume.change_passphrase(file.clone(), &phrase(text), &mut random(3));
        changed.map(|(file, _)| read(fast(), &file, text))
    };
    assert_eq!(change("two"), Err(VolumeError::InUse));
    assert_eq!(change("one"), Ok(Ok(b"first".to_vec())));
}

#[test]
fn repairing_a_header_keeps_the_other_volume() {
    let file = double(fast(), b"first", b"second");
    let own = slot_of(fast(), &file, "one");
    let back = file.len() - HEADER;
    for header in [0, back] {
        let lost: [Range<usize>; 3] = [
            header..header + HEADER,
            header..header + SALT,
            header + SALT + own * SLOT..header + SALT + own * SLOT + SLOT,
        ];
        for lost in lost {
            let mut altered = file.clone();
            altered[lost.clone()].fill(0);
            let opened = opened(fast(), &altered, "one");
            assert_eq!(opened.damage.headers, [header == 0, header == back]);
            let repaired = opened.volume.refresh(altered, &mut random(3)).unwrap();
            assert!(repaired == file, "{lost:?}");
        }
    }
}

#[test]
fn a_slot_that_is_copied_over_another_opens_nothing_there() {
    let file = double(fast(), b"first", b"second");
    let (one, two) = (slot_of(fast(), &file, "one"), slot_of(fast(), &file, "two"));
    let mut altered = file.clone();
    for (from, to) in places(one).into_iter().zip(places(two)) {
        altered.copy_within(from, to.start);
    }
    assert_eq!(read(fast(), &altered, "one").unwrap(), b"first");
    assert_eq!(read(fast(), &altered, "two"), Err(VolumeError::Wrong));
    // Exchanged, neither key slot opens: each is bound to its number.
    for (from, to) in places(one).into_iter().zip(places(two)) {
        let moved = file[to].to_vec();
        altered[from].copy_from_slice(&moved);
    }
    assert_eq!(read(fast(), &altered, "one"), Err(VolumeError::Wrong));
    assert_eq!(read(fast(), &altered, "two"), Err(VolumeError::Wrong));
}

#[test]
fn the_halves_of_another_slot_are_damaged_ones() {
    let file = double(fast(), b"first", b"second");
    let (one, two) = (slot_of(fast(), &file, "one"), slot_of(fast(), &file, "two"));
    let mut altered = file;
    let from = half_at(fast(), one, 0);
    altered.copy_within(from..from + 2048, half_at(fast(), two, 0));
    assert_eq!(read(fast(), &altered, "one").unwrap(), b"first");
    assert_eq!(read(fast(), &altered, "two"), Err(VolumeError::Damaged));
}

proptest! {
    #![proptest_config(config(24))]

    #[test]
    fn saves_in_any_order_reach_their_own_volume_only(order in prop::collection::vec(any::<bool>(), 1..24)) {
        let mut file = double(fast(), b"first", b"second");
        let mut expected = [b"first".to_vec(), b"second".to_vec()];
        for (seed, is_first) in (10..).zip(order) {
            let name = if is_first { "one" } else { "two" };
            let snapshot = format!("{name} {seed}").into_bytes();
            file = saved(fast(), file, name, &snapshot, seed);
            expected[usize::from(!is_first)] = snapshot;
            prop_assert_eq!(&read(fast(), &file, "one").unwrap(), &expected[0]);
            prop_assert_eq!(&read(fast(), &file, "two").unwrap(), &expected[1]);
        }
    }
}
