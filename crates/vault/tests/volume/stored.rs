//! Stores: the contract, and that “saved” is said only of what was read back and opened.

use tempfile::TempDir;
use vault::volume::VolumeError;
use vault::volume::stored::{
    ContractError, Store, StoredError, change_passphrase, check_contract, create, open, save,
};

use crate::stores::{Fault, Memory, OneFile};
use crate::support::{double, fast, phrase, random, read, run, single};

#[test]
fn memory_keeps_the_contract() {
    let memory = Memory::default();
    run(check_contract(async || Ok(memory.clone()), 70_000)).unwrap();
}

#[test]
fn a_file_keeps_the_contract() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("file");
    let length = vault::volume::Format::DEFAULT.file_length();
    run(check_contract(async || Ok(OneFile::new(&path)), length)).unwrap();
    let names = std::fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(names, 1, "something is beside the file");
}

#[test]
fn a_store_that_breaks_the_contract_is_named() {
    let broken = |fault| {
        let memory = Memory {
            fault,
            ..Memory::default()
        };
        run(check_contract(async || Ok(memory.clone()), 5000)).err()
    };
    let rule = ContractError::Broken("return what was written");
    assert_eq!(broken(Fault::Lost), Some(rule));
    assert_eq!(broken(Fault::Altered(4999)), Some(rule));
    assert_eq!(
        broken(Fault::Unflushed),
        Some(ContractError::Store("not flushed"))
    );
    assert_eq!(broken(Fault::None), None);
    // A store that does not outlive its handle, one that was not empty, one that never gets shorter.
    let fresh = async || Ok(Memory::default());
    let rule = ContractError::Broken("return it after it is opened again");
    assert_eq!(run(check_contract(fresh, 5000)).err(), Some(rule));
    let memory = Memory::with(vec![1]);
    let rule = ContractError::Broken("have no file before the first write");
    let checked = run(check_contract(async || Ok(memory.clone()), 5000));
    assert_eq!(checked.err(), Some(rule));
}

#[test]
fn what_is_created_opens_and_is_never_created_over() {
    let mut store = Memory::default();
    let (one, two, random) = (phrase("one"), phrase("two"), &mut random(1));
    let second = Some((&two, &b"second"[..]));
    let make = |store: &mut Memory, random: &mut _| {
        run(create(store, fast(), (&one, b"first"), second, random))
    };
    make(&mut store, random).unwrap();
    let file = store.bytes();
    assert_eq!(make(&mut store, random), Err(StoredError::Exists));
    assert!(store.bytes() == file);
    for (passphrase, snapshot) in [(&one, &b"first"[..]), (&two, b"second")] {
        let stored = run(open(&mut store, fast(), passphrase, random)).unwrap();
        assert_eq!(stored.opened.snapshot.as_slice(), snapshot);
        assert_eq!(stored.not_written, None);
    }
    let nothing = run(open(&mut Memory::default(), fast(), &one, random));
    assert_eq!(nothing.err(), Some(StoredError::Missing));
}

#[test]
fn opening_and_saving_do_the_same_to_the_store() {
    let mut store = Memory::with(double(fast(), b"first", b"second"));
    let mut steps = Vec::new();
    let mut done = |store: &Memory| steps.push(store.log.take());
    let mut stored = run(open(&mut store, fast(), &phrase("one"), &mut random(1))).unwrap();
    done(&store);
    run(save(
        &mut store,
        &mut stored.opened.volume,
        b"third",
        &mut random(2),
    ))
    .unwrap();
    done(&store);
    run(open(&mut store, fast(), &phrase("two"), &mut random(3))).unwrap();
    done(&store);
    for steps in steps {
        assert_eq!(steps, ["read", "write", "flush", "read"]);
    }
}

#[test]
fn nothing_is_reported_saved_that_was_not_written_and_the_earlier_save_stays() {
    let file = single(fast(), b"first");
    let torn = (0..file.len()).step_by(97).map(Fault::Torn);
    let altered = (0..file.len()).step_by(97).map(Fault::Altered);
    for fault in torn.chain(altered).chain([Fault::Lost, Fault::Unflushed]) {
        let mut store = Memory::with(file.clone());
        let stored = run(open(&mut store, fast(), &phrase("one"), &mut random(1)));
        let mut volume = stored.unwrap().opened.volume;
        store.fault = fault;
        let failed = run(save(&mut store, &mut volume, b"second", &mut random(2)));
        assert!(matches!(
            failed,
            Err(StoredError::Store("torn" | "not flushed") | StoredError::ReadBack)
        ));
        let left = read(fast(), &store.bytes(), "one").unwrap();
        assert!(left == b"first" || left == b"second");
        // The next attempt succeeds with the same handle.
        store.fault = Fault::None;
        run(save(&mut store, &mut volume, b"third", &mut random(3))).unwrap();
        assert_eq!(read(fast(), &store.bytes(), "one").unwrap(), b"third");
    }
}

#[test]
fn a_file_that_cannot_be_written_is_read_all_the_same() {
    let mut store = Memory::with(single(fast(), b"first"));
    store.fault = Fault::Torn(3);
    let stored = run(open(&mut store, fast(), &phrase("one"), &mut random(1))).unwrap();
    assert_eq!(stored.opened.snapshot.as_slice(), b"first");
    assert_eq!(stored.not_written, Some(StoredError::Store("torn")));
}

#[test]
fn a_change_of_passphrase_that_fails_can_be_tried_again_or_left() {
    let file = single(fast(), b"first");
    for fault in [
        Fault::Torn(600),
        Fault::Lost,
        Fault::Unflushed,
        Fault::Altered(700),
    ] {
        let mut store = Memory::with(file.clone());
        let stored = run(open(&mut store, fast(), &phrase("one"), &mut random(1)));
        let mut volume = stored.unwrap().opened.volume;
        store.fault = fault;
        let change = |store: &mut Memory, volume: &mut _| {
            run(change_passphrase(
                store,
                fast(),
                volume,
                &phrase("new"),
                &mut random(2),
            ))
        };
        assert!(change(&mut store, &mut volume).is_err());
        store.fault = Fault::None;
        run(save(&mut store, &mut volume, b"second", &mut random(3))).unwrap();
        let found = ["one", "new"].map(|passphrase| read(fast(), &store.bytes(), passphrase));
        assert!(found.contains(&Ok(b"second".to_vec())));
        assert!(found.contains(&Err(VolumeError::Wrong)));
        change(&mut store, &mut volume).unwrap();
        assert_eq!(read(fast(), &store.bytes(), "new").unwrap(), b"second");
        assert!(run(store.read()).is_ok());
    }
}
