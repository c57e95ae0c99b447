//! Writes that end half-way: new bytes up to a place and old ones after, the reverse, and blocks in any order. The file
//! opens to the earlier snapshot or the new one.

use vault::volume::{Damage, Format, VolumeError};

use crate::support::{below, cases, double, opened, phrase, random, read, saved};

/// Halves of 16 KiB, so that a half has several blocks.
fn format() -> Format {
    Format::new(16 * 1024, [8, 1, 1]).unwrap()
}

const BLOCK: usize = 4096;

/// States between two files: cut at each block in both orders, at places within blocks, and random choices of blocks, as
/// a disk without order leaves them.
fn between<'a>(before: &'a [u8], after: &'a [u8]) -> impl Iterator<Item = Vec<u8>> + 'a {
    assert_eq!(before.len(), after.len());
    let ends = (0..=before.len()).step_by(BLOCK).chain([before.len()]);
    let within = (0..before.len()).step_by(1021);
    let cut = ends.chain(within).flat_map(|cut| {
        let forwards = [&after[..cut], &before[cut..]].concat();
        let backwards = [&before[..cut], &after[cut..]].concat();
        [forwards, backwards]
    });
    let mut state = 3;
    let mixed = (0..cases(100)).map(move |_| {
        let blocks = before.chunks(BLOCK).zip(after.chunks(BLOCK));
        let choose = |(one, other)| [one, other][below(&mut state, 2)];
        blocks.map(choose).collect::<Vec<_>>().concat()
    });
    cut.chain(mixed)
}

#[test]
fn a_torn_save_opens_to_the_earlier_snapshot_or_the_new_one() {
    let mut before = double(format(), b"first", b"second");
    for (seed, text) in [(3, b"third"), (4, b"forth"), (5, b"fifth")] {
        let earlier = read(format(), &before, "one").unwrap();
        let after = saved(format(), before.clone(), "one", text, seed);
        let mut found = [0, 0];
        for torn in between(&before, &after) {
            let opened = opened(format(), &torn, "one");
            let is_new = opened.snapshot.as_slice() == text;
            assert!(is_new || *opened.snapshot == earlier);
            found[usize::from(is_new)] += 1;
            // What was lost of the write is announced, unless nothing of it was begun.
            let as_before = torn == before || torn == after;
            assert!(as_before || is_new || opened.damage.is_any());
            assert!(!as_before || opened.damage == Damage::default());
            assert_eq!(read(format(), &torn, "two").unwrap(), b"second");
            let next = saved(format(), torn, "one", b"next", 9);
            assert_eq!(read(format(), &next, "one").unwrap(), b"next");
        }
        assert!(found[0] > 10 && found[1] > 10, "{found:?}");
        before = after;
    }
}

#[test]
fn a_torn_opening_changes_nothing() {
    let before = double(format(), b"first", b"second");
    let mut damaged = before.clone();
    damaged[0] ^= 1;
    let volume = opened(format(), &damaged, "one").volume;
    let after = volume.refresh(damaged.clone(), &mut random(3)).unwrap();
    assert!(after == before);
    for torn in between(&damaged, &after) {
        assert_eq!(read(format(), &torn, "one").unwrap(), b"first");
        assert_eq!(read(format(), &torn, "two").unwrap(), b"second");
    }
}

#[test]
fn a_torn_change_of_passphrase_opens_with_the_earlier_one_or_the_new_one() {
    let before = double(format(), b"first", b"second");
    let volume = opened(format(), &before, "one").volume;
    let changed = volume.change_passphrase(before.clone(), &phrase("new"), &mut random(3));
    let (after, _) = changed.unwrap();
    // A header is within one sector, so it is whole: only places between blocks count.
    let is_whole = |torn: &Vec<u8>| {
        [&before, &after]
            .iter()
            .any(|file| torn[..512] == file[..512])
    };
    for torn in between(&before, &after).filter(is_whole) {
        let found = ["one", "new"].map(|passphrase| read(format(), &torn, passphrase));
        assert!(found.contains(&Ok(b"first".to_vec())));
        for found in found {
            assert!(found == Ok(b"first".to_vec()) || found == Err(VolumeError::Wrong));
        }
        assert_eq!(read(format(), &torn, "two").unwrap(), b"second");
    }
}

#[test]
fn a_torn_removal_leaves_the_volume_or_nothing_and_never_the_other_one_damaged() {
    let before = double(format(), b"first", b"second");
    let volume = opened(format(), &before, "one").volume;
    let no_key = volume.remove_key(before.clone(), &mut random(3)).unwrap();
    let removed = volume
        .remove_halves(no_key.clone(), &mut random(4))
        .unwrap();
    for torn in between(&before, &no_key) {
        let found = read(format(), &torn, "one");
        assert!(found == Ok(b"first".to_vec()) || found == Err(VolumeError::Wrong));
        assert_eq!(read(format(), &torn, "two").unwrap(), b"second");
    }
    for torn in between(&no_key, &removed) {
        assert_eq!(read(format(), &torn, "one"), Err(VolumeError::Wrong));
        assert_eq!(read(format(), &torn, "two").unwrap(), b"second");
    }
}
