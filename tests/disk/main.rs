//! The search of a disk finds what was planted, in every compression and encoding, and nothing else.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use disk_search as disk;
mod packings;
mod parts;
mod reports;
mod rows;
mod spellings;

use std::path::{Path, PathBuf};

use disk::lists::{List, Lists};
use disk::{Findings, search};

/// The planted text. Its words are searched for three in a row, and some of them on their own.
const TEXT: &str = "Keep your phone. Don’t answer “unknown” numbers: call 0808 802 0300 — the Example Helpline — \
                    free at any time. Écris-nous, café compris.";

/// The text with its own parts before it, in the wrong order, so that every compressor makes back-references to
/// them. It comes twice: if the end is truncated, nothing is lost.
fn padded() -> Vec<u8> {
    let parts = TEXT
        .as_bytes()
        .chunks(9)
        .rev()
        .flat_map(|part| [part, b"\n".as_slice()]);
    let before = parts.collect::<Vec<_>>().concat();
    [
        before.as_slice(),
        TEXT.as_bytes(),
        b" ",
        TEXT.as_bytes(),
        b" and then no more",
    ]
    .concat()
}

fn lists() -> Lists {
    let needles = [
        (List::Words, "helpline"),
        (List::Numbers, "0808 802 0300"),
        (List::Typed, "Quorvindel"),
        (List::Address, "127.0.0.1:4711"),
    ];
    Lists::new([TEXT], needles).unwrap()
}

/// A folder with one file in it.
struct Planted {
    folder: tempfile::TempDir,
}

impl Planted {
    fn new(path: &str, bytes: &[u8]) -> Self {
        let planted = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        planted.and(path, bytes)
    }

    fn and(self, path: &str, bytes: &[u8]) -> Self {
        let file = self.folder.path().join(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, bytes).unwrap();
        self
    }

    fn search(&self) -> Findings {
        search(self.folder.path(), &lists(), |_| false).unwrap()
    }
}

/// Searches a file with these bytes.
fn found_in(path: &str, bytes: &[u8]) -> Findings {
    Planted::new(path, bytes).search()
}

/// Asserts that every run of the text is found, and the word and the number with it.
#[track_caller]
fn is_found(path: &str, bytes: &[u8], how: &str) {
    let findings = found_in(path, bytes);
    let runs = findings.of(List::Runs).len();
    assert_eq!(runs, lists().runs(), "{how}: {}", findings.lines(20));
    assert_eq!(findings.of(List::Words).len(), 1, "{how}");
    assert_eq!(findings.of(List::Numbers).len(), 1, "{how}");
    assert_eq!(findings.of(List::Typed).len(), 0, "{how}");
    let file = PathBuf::from(path);
    assert!(findings.all.iter().all(|finding| finding.file == file));
    // A compressor may leave a few words uncompressed.
    let read = findings.of(List::Runs).into_iter();
    let read = read.filter(|finding| finding.how.contains(how)).count();
    assert!(2 * read > runs, "{how}: {}", findings.lines(20));
}

/// Asserts that the packing hides the words from a reader that does not unpack: else a test of it shows nothing.
#[track_caller]
fn is_hidden(bytes: &[u8]) {
    assert!(
        memchr::memmem::find(bytes, b"0808 802 0300 \xe2\x80\x94 the Example Helpline").is_none()
    );
}

#[test]
fn an_empty_folder_and_words_of_others_give_nothing() {
    assert!(tempfile::tempdir().is_ok_and(|folder| {
        search(folder.path(), &lists(), |_| false)
            .unwrap()
            .all
            .is_empty()
    }));
    let others = "Keep your dog. The phone rang; unknown callers call at any hour, 0808 802 0301.";
    let findings = found_in("notes.txt", others.as_bytes());
    assert!(findings.all.is_empty(), "{}", findings.lines(20));
}

#[test]
fn what_is_to_be_left_out_is_left_out() {
    let planted = Planted::new("driver.log", TEXT.as_bytes());
    let findings = search(planted.folder.path(), &lists(), |file| {
        file == Path::new("driver.log")
    });
    assert!(findings.unwrap().all.is_empty());
    assert!(!planted.search().all.is_empty());
}
