//! Removing text, and removing a volume: what was there opens to no one.

use vault::volume::VolumeError;
use vault::volume::stored::{erase, open, remove};

use crate::stores::Memory;
use crate::support::{
    HEADER, SALT, SLOT, double, fast, half_at, opened, phrase, random, read, run, slot_of,
};

#[test]
fn after_an_erasure_neither_half_opens_to_the_earlier_text() {
    let mut store = Memory::with(double(fast(), b"he came at ten", b"second"));
    let stored = run(open(&mut store, fast(), &phrase("one"), &mut random(3)));
    let mut volume = stored.unwrap().opened.volume;
    let slot = slot_of(fast(), &store.bytes(), "one");
    let before = store.bytes();
    run(erase(&mut store, &mut volume, b"removed", &mut random(4))).unwrap();
    let after = store.bytes();
    for half in 0..2 {
        // With one half damaged, the other one opens.
        let mut altered = after.clone();
        altered[half_at(fast(), slot, half)] ^= 1;
        assert_eq!(read(fast(), &altered, "one").unwrap(), b"removed", "{half}");
        // No block of the earlier half is left.
        let place = half_at(fast(), slot, half)..half_at(fast(), slot, half) + 1024;
        let blocks = before[place.clone()]
            .chunks(16)
            .zip(after[place].chunks(16));
        assert!(blocks.into_iter().all(|(one, other)| one != other));
    }
    assert_eq!(read(fast(), &after, "two").unwrap(), b"second");
}

#[test]
fn one_save_alone_leaves_the_earlier_text_in_the_other_half() {
    // Why an erasure is two saves.
    let file = double(fast(), b"he came at ten", b"second");
    let slot = slot_of(fast(), &file, "one");
    let volume = opened(fast(), &file, "one").volume;
    let mut file = volume.save(file, b"removed", &mut random(3)).unwrap().file;
    file[half_at(fast(), slot, 0)] ^= 1;
    assert_eq!(read(fast(), &file, "one").unwrap(), b"he came at ten");
}

#[test]
fn a_removed_volume_has_neither_key_nor_text_and_the_key_goes_first() {
    let mut store = Memory::with(double(fast(), b"first", b"second"));
    let before = store.bytes();
    let slot = slot_of(fast(), &before, "one");
    let stored = run(open(&mut store, fast(), &phrase("one"), &mut random(3)));
    let volume = stored.unwrap().opened.volume;
    store.log.borrow_mut().clear();
    run(remove(&mut store, &volume, &mut random(4))).unwrap();
    let steps = store.log.borrow().clone();
    let commit = ["write", "flush", "read"];
    assert_eq!(steps, [&["read"][..], &commit, &commit].concat());
    let after = store.bytes();
    assert_eq!(read(fast(), &after, "one"), Err(VolumeError::Wrong));
    assert_eq!(read(fast(), &after, "two").unwrap(), b"second");
    let own = SALT + slot * SLOT..SALT + (slot + 1) * SLOT;
    let [front, back] = [0, after.len() - HEADER].map(|header| &after[header..header + HEADER]);
    assert_eq!(front, back);
    let same = |from: usize, length: usize| {
        let pairs = before[from..from + length]
            .iter()
            .zip(&after[from..from + length]);
        pairs.filter(|(one, other)| one == other).count()
    };
    assert!(same(own.start, SLOT) < 8);
    assert!(same(half_at(fast(), slot, 0), 2048) < 40);
}

#[test]
fn with_its_earlier_key_slot_put_back_a_removed_volume_is_damaged() {
    let file = double(fast(), b"first", b"second");
    let volume = opened(fast(), &file, "one").volume;
    let no_key = volume.remove_key(file.clone(), &mut random(3)).unwrap();
    let mut removed = volume.remove_halves(no_key, &mut random(4)).unwrap();
    removed[..HEADER].copy_from_slice(&file[..HEADER]);
    assert_eq!(read(fast(), &removed, "one"), Err(VolumeError::Damaged));
}

#[test]
fn a_stale_page_cannot_bring_back_what_was_removed() {
    let file = double(fast(), b"first", b"second");
    let volume = opened(fast(), &file, "one").volume;
    let no_key = volume.remove_key(file, &mut random(3)).unwrap();
    let removed = volume.remove_halves(no_key, &mut random(4)).unwrap();
    let saved = volume.save(removed.clone(), b"again", &mut random(5));
    assert_eq!(saved.err(), Some(VolumeError::Changed));
    let refreshed = volume.refresh(removed, &mut random(5));
    assert_eq!(refreshed.err(), Some(VolumeError::Changed));
}
