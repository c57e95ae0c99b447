//! A process that saves to a real file and is killed at any moment: the last snapshot that it reported as saved is there.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use tempfile::TempDir;
use vault::volume::stored::{create, open, save};
use vault::volume::{Format, LastSave};

use crate::stores::OneFile;
use crate::support::{below, cases, phrase, random, report, run};

/// The file of the process that is killed.
const FILE: &str = "VOLUME_TEST_FILE";

/// Halves of 64 KiB: a save writes 129 blocks.
fn format() -> Format {
    Format::new(64 * 1024, [8, 1, 1]).unwrap()
}

fn snapshot(number: u64) -> Vec<u8> {
    let mut text = vec![0; 30_000];
    random(number)(&mut text).unwrap();
    text[..8].copy_from_slice(&number.to_le_bytes());
    text
}

fn number(snapshot: &[u8]) -> u64 {
    let number = u64::from_le_bytes(snapshot[..8].try_into().unwrap());
    assert!(
        snapshot == self::snapshot(number),
        "not the snapshot that was saved"
    );
    number
}

/// The process that is killed: this test, started again by the next one. By itself it does nothing.
#[test]
fn saves_until_it_is_killed() {
    let Some(path) = std::env::var_os(FILE) else {
        return;
    };
    let mut store = OneFile::new(Path::new(&path));
    store.pause = Duration::from_micros(300);
    let mut random = random(u64::from(std::process::id()));
    let stored = run(open(&mut store, format(), &phrase("one"), &mut random)).unwrap();
    let mut volume = stored.opened.volume;
    let mut number = number(&stored.opened.snapshot);
    loop {
        number += 1;
        run(save(
            &mut store,
            &mut volume,
            &snapshot(number),
            &mut random,
        ))
        .unwrap();
        report(&format!("saved {number}"));
    }
}

#[test]
fn what_a_killed_process_reported_as_saved_is_there() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("file");
    let (one, two, zero) = (phrase("one"), phrase("two"), snapshot(0));
    let second = Some((&two, &b"second"[..]));
    let mut store = OneFile::new(&path);
    run(create(
        &mut store,
        format(),
        (&one, &zero),
        second,
        &mut random(1),
    ))
    .unwrap();
    let (mut state, mut torn, mut last) = (5, 0, 0);
    for round in 0..cases(40).min(2000) {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "kill::saves_until_it_is_killed", "--nocapture"])
            .env(FILE, &path)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let lines = lines.map(|line| line.unwrap());
        let mut saved = lines.filter_map(|line| line.rsplit_once("saved ")?.1.parse().ok());
        let first: u64 = saved.next().unwrap();
        sleep(Duration::from_micros(
            u64::try_from(below(&mut state, 20_000)).unwrap(),
        ));
        child.kill().unwrap();
        let reported = saved.last().unwrap_or(first);
        child.wait().unwrap();
        let mut random = random(100 + u64::try_from(round).unwrap());
        let stored = run(open(&mut store, format(), &one, &mut random)).unwrap();
        let found = number(&stored.opened.snapshot);
        // A save that was complete and not yet reported may be there too.
        assert!(
            found == reported || found == reported + 1,
            "{found}, not {reported}"
        );
        assert!(found > last);
        last = found;
        torn += usize::from(stored.opened.damage.last_save != LastSave::Present);
        assert!(!stored.opened.damage.length);
        let other = run(open(&mut store, format(), &two, &mut random)).unwrap();
        assert_eq!(other.opened.snapshot.as_slice(), b"second");
    }
    // Some of the moments are within a write.
    assert!(torn > 2, "{torn} processes were killed while they wrote");
}
