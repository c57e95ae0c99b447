//! Damage: every byte, many bytes, parts that were moved, cut or put back. Nothing that was saved is lost unannounced.

use std::ops::Range;

use vault::volume::{Damage, Format, HalfDamage, LastSave, VolumeError, open};

use crate::support::{
    HEADER, SALT, SEALED_SEQUENCE, SLOT, below, cases, fast, half_at, next, opened, phrase, random,
    read, saved, single, slot_of,
};

const OLDER: &[u8] = b"the save before the last";
const NEWEST: &[u8] = b"the last save";

/// A file with two saves: the older one in the first half (sequence 3), the newest in the second (4).
fn with_saves(format: Format) -> (Vec<u8>, usize) {
    let file = single(format, b"first");
    let file = saved(format, file, "one", OLDER, 11);
    let file = saved(format, file, "one", NEWEST, 12);
    let slot = slot_of(format, &file, "one");
    (file, slot)
}

/// What a part of the file is for the volume under test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Header(usize),
    Half(usize),
    Other,
}

fn part(format: Format, slot: usize, at: usize) -> Part {
    let end = format.file_length() - HEADER;
    for (number, header) in [0, end].into_iter().enumerate() {
        let own = header + SALT + slot * SLOT;
        if (header..header + SALT).contains(&at) || (own..own + SLOT).contains(&at) {
            return Part::Header(number);
        }
    }
    let half = |half: usize| half_at(format, slot, half);
    let is_in =
        |number: &usize| (half(*number)..half(*number) + format.half_length()).contains(&at);
    (0..2).find(is_in).map_or(Part::Other, Part::Half)
}

#[test]
fn one_damaged_byte_anywhere_costs_at_most_one_half_and_is_announced() {
    let (file, slot) = with_saves(fast());
    for at in 0..file.len() {
        let mut altered = file.clone();
        altered[at] ^= 1 << (at % 8);
        let opened = opened(fast(), &altered, "one");
        let in_sequence = |half| at < half_at(fast(), slot, half) + SEALED_SEQUENCE;
        let mut expected = Damage::default();
        let mut snapshot = NEWEST;
        match part(fast(), slot, at) {
            Part::Header(number) => expected.headers[number] = true,
            Part::Half(number) => {
                expected.halves[number] = Some(HalfDamage::Broken);
                expected.last_save = match (number, in_sequence(number)) {
                    (_, true) => LastSave::Unknown,
                    (1, false) => LastSave::Lost,
                    _ => LastSave::Present,
                };
                if number == 1 {
                    snapshot = OLDER;
                }
            }
            Part::Other => {}
        }
        assert_eq!(opened.damage, expected, "byte {at}");
        assert_eq!(opened.snapshot.as_slice(), snapshot, "byte {at}");
    }
}

/// Where the volume under test is: half of the alterations begin there.
fn places(format: Format, slot: usize) -> Vec<Range<usize>> {
    let ends = [0, format.file_length() - HEADER];
    let salts = ends.map(|end| end..end + SALT);
    let slots = ends.map(|end| end + SALT + slot * SLOT..end + SALT + (slot + 1) * SLOT);
    let halves = [0, 1].map(|half| half_at(format, slot, half));
    let halves = halves.map(|half| half..half + format.half_length());
    [salts, slots, halves].concat()
}

/// Alters a file in one to four ways: a bit, a run of zeros, a run of random bytes, a block over another.
fn alter(file: &mut [u8], places: &[Range<usize>], state: &mut u64) {
    for _ in 0..=below(state, 4) {
        let place = &places[below(state, places.len())];
        let at = match below(state, 2) {
            0 => place.start + below(state, place.len()),
            _ => below(state, file.len()),
        };
        let length = 1 + below(state, 600.min(file.len() - at));
        match below(state, 4) {
            0 => file[at] ^= 1 << below(state, 8),
            1 => file[at..at + length].fill(0),
            2 => random(next(state))(&mut file[at..at + length]).unwrap(),
            _ => {
                let from = below(state, file.len() - length + 1);
                file.copy_within(from..from + length, at);
            }
        }
    }
}

/// What has to open, from which parts of the file are as they were.
fn assert_announced(format: Format, slot: usize, file: &[u8], altered: &[u8]) {
    let is_same =
        |from: usize, length: usize| file[from..from + length] == altered[from..from + length];
    let ends = [0, file.len() - HEADER];
    let salts = ends.map(|end| is_same(end, SALT));
    let slots = ends.map(|end| is_same(end + SALT + slot * SLOT, SLOT));
    let halves = [0, 1].map(|half| is_same(half_at(format, slot, half), format.half_length()));
    let opened = open(format, altered, &phrase("one"));
    if !salts.contains(&true) || !slots.contains(&true) {
        assert_eq!(opened.err(), Some(VolumeError::Wrong));
        return;
    }
    if halves == [false, false] {
        assert_eq!(opened.err(), Some(VolumeError::Damaged));
        return;
    }
    let opened = opened.unwrap();
    let newest = if halves[1] { NEWEST } else { OLDER };
    assert_eq!(opened.snapshot.as_slice(), newest);
    let broken = halves.map(|same| (!same).then_some(HalfDamage::Broken));
    assert_eq!(opened.damage.halves, broken);
    assert!(halves[1] || opened.damage.last_save != LastSave::Present);
    let headers = [0, 1].map(|end| !(salts[end] && slots[end]));
    assert_eq!(opened.damage.headers, headers);
}

/// `PROPTEST_CASES=100000` is the number that `make fuzz` tries.
#[test]
fn random_damage_is_announced_or_harmless() {
    let (file, slot) = with_saves(fast());
    let places = places(fast(), slot);
    let mut state = 1;
    for _ in 0..cases(5000) {
        let mut altered = file.clone();
        alter(&mut altered, &places, &mut state);
        assert_announced(fast(), slot, &file, &altered);
    }
}

/// As above at the length and cost that are shipped; `FULL_COST_CASES` is how many.
#[test]
fn damage_to_a_shipped_file_is_announced_or_harmless() {
    let cases = std::env::var("FULL_COST_CASES").map_or(2, |cases| cases.parse().unwrap());
    let file = single(Format::DEFAULT, b"first");
    let file = saved(Format::DEFAULT, file, "one", OLDER, 11);
    let file = saved(Format::DEFAULT, file, "one", NEWEST, 12);
    // Which slot it is follows from the bytes that a save changes.
    let after = saved(Format::DEFAULT, file.clone(), "one", NEWEST, 13);
    let changed = file
        .iter()
        .zip(&after)
        .position(|(one, other)| one != other);
    let slot = (changed.unwrap() - HEADER) / (2 * Format::DEFAULT.half_length());
    let places = places(Format::DEFAULT, slot);
    let mut state = 2;
    for _ in 0..cases {
        let mut altered = file.clone();
        alter(&mut altered, &places, &mut state);
        assert_announced(Format::DEFAULT, slot, &file, &altered);
    }
}

#[test]
fn two_damaged_halves_are_never_an_empty_volume() {
    let (file, slot) = with_saves(fast());
    for fill in [0, 1, 255] {
        let mut altered = file.clone();
        altered[half_at(fast(), slot, 0)..][..2048].fill(fill);
        assert_eq!(read(fast(), &altered, "one"), Err(VolumeError::Damaged));
    }
}

#[test]
fn a_salt_from_one_header_and_a_slot_from_the_other_open_it_together() {
    let (file, slot) = with_saves(fast());
    let back = file.len() - HEADER;
    for (salt, key) in [(0, back), (back, 0)] {
        let mut altered = file.clone();
        altered[salt] ^= 1;
        altered[key + SALT + slot * SLOT] ^= 1;
        let opened = opened(fast(), &altered, "one");
        assert_eq!(opened.snapshot.as_slice(), NEWEST);
        assert_eq!(opened.damage.headers, [true, true]);
        let repaired = opened.volume.refresh(altered, &mut random(1)).unwrap();
        assert!(repaired == file);
    }
}

#[test]
fn a_damaged_half_is_the_one_that_the_next_save_writes() {
    let (file, slot) = with_saves(fast());
    for half in 0..2 {
        for at in [0, SEALED_SEQUENCE] {
            let mut altered = file.clone();
            altered[half_at(fast(), slot, half) + at] ^= 1;
            let repaired = saved(fast(), altered, "one", b"third", 13);
            let opened = opened(fast(), &repaired, "one");
            assert_eq!(opened.snapshot.as_slice(), b"third");
            assert!(!opened.damage.is_any(), "half {half}, byte {at}");
        }
    }
}

#[test]
fn a_half_in_the_place_of_the_other_is_noticed() {
    let (file, slot) = with_saves(fast());
    let [first, second] = [0, 1].map(|half| half_at(fast(), slot, half));
    let mut copied = file.clone();
    copied.copy_within(second..second + 1024, first);
    let damage = opened(fast(), &copied, "one").damage;
    assert_eq!(damage.halves, [Some(HalfDamage::Broken), None]);
    let mut copied = file.clone();
    copied.copy_within(first..first + 1024, second);
    let opened = opened(fast(), &copied, "one");
    assert_eq!(opened.snapshot.as_slice(), OLDER);
    assert_eq!(opened.damage.halves, [None, Some(HalfDamage::Broken)]);
    let mut exchanged = file.clone();
    exchanged[first..first + 1024].copy_from_slice(&file[second..second + 1024]);
    exchanged[second..second + 1024].copy_from_slice(&file[first..first + 1024]);
    assert_eq!(read(fast(), &exchanged, "one"), Err(VolumeError::Damaged));
}

#[test]
fn an_earlier_half_that_is_put_back_is_noticed() {
    let (earliest, slot) = with_saves(fast());
    let mut file = earliest.clone();
    for (seed, text) in [(13, b"fifth"), (14, b"sixth")] {
        file = saved(fast(), file, "one", text, seed);
    }
    // Sequences 5 and 6 now; 3 comes back beside 6, or 4 beside 5.
    for (half, snapshot) in [(0, b"sixth"), (1, b"fifth")] {
        let mut altered = file.clone();
        let from = half_at(fast(), slot, half);
        altered[from..from + 1024].copy_from_slice(&earliest[from..from + 1024]);
        let opened = opened(fast(), &altered, "one");
        assert_eq!(opened.snapshot.as_slice(), snapshot);
        let outdated = (half == 0).then_some(HalfDamage::Outdated);
        // 4 beside 5 is what the file was before the last save: a whole earlier file cannot be told from a newer one.
        assert_eq!(opened.damage.halves, [outdated, None]);
    }
    // 2 beside 5 can.
    let first = single(fast(), b"first");
    let mut altered = file.clone();
    let from = half_at(fast(), slot, 1);
    altered[from..from + 1024].copy_from_slice(&first[from..from + 1024]);
    let opened = opened(fast(), &altered, "one");
    assert_eq!(opened.snapshot.as_slice(), b"fifth");
    assert_eq!(opened.damage.halves, [None, Some(HalfDamage::Outdated)]);
    assert_eq!(opened.damage.last_save, LastSave::Unknown);
}

#[test]
fn a_cut_or_longer_file_is_noticed_and_repaired() {
    let (file, slot) = with_saves(fast());
    let newest = half_at(fast(), slot, 1) + 1024;
    let older = half_at(fast(), slot, 0) + 1024;
    for length in (0..file.len()).step_by(37) {
        let cut = file[..length].to_vec();
        let opened = open(fast(), &cut, &phrase("one"));
        if length < HEADER {
            assert_eq!(opened.err(), Some(VolumeError::Wrong), "{length}");
        } else if length < older {
            assert_eq!(opened.err(), Some(VolumeError::Damaged), "{length}");
        } else {
            let opened = opened.unwrap();
            assert!(opened.damage.length && opened.damage.headers == [false, true]);
            let expected = if length < newest { OLDER } else { NEWEST };
            assert_eq!(opened.snapshot.as_slice(), expected, "{length}");
            let saved = opened
                .volume
                .save(cut, b"third", &mut random(3))
                .unwrap()
                .file;
            assert_eq!(saved[..HEADER], saved[saved.len() - HEADER..]);
            assert_eq!(read(fast(), &saved, "one").unwrap(), b"third");
        }
    }
    let longer = [file.as_slice(), &[0; 5000]].concat();
    let opened = opened(fast(), &longer, "one");
    assert!(opened.damage.length);
    assert_eq!(opened.snapshot.as_slice(), NEWEST);
    let repaired = opened.volume.refresh(longer, &mut random(3)).unwrap();
    assert!(repaired == file);
}
