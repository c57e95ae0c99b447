//! Searches everything that a browser wrote for words that it should not have stored.
//!
//! A folder is read file by file. Compressed data in a file is decompressed, recursively (`unpacking`). Each
//! piece is then decoded as text in every encoding that browsers use (`reading`), and searched for the needles
//! (`lists`). Findings are counted by the kind of file (`place`): see `docs/traces.md`.

pub mod lists;
mod parts;
pub mod place;
mod reading;
mod snappy;
mod sqlite;
mod unpacking;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};

use lists::{List, Lists};
use place::Place;
use unpacking::Piece;

/// The most levels of nested compression.
const DEPTH: usize = 5;
/// The most decompressed bytes of one file. Nothing that a browser stores of a visit is near it.
const MOST: usize = 256 << 20;

/// An entry of a list, in a file. However often it occurs there, it counts once.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The kind of file.
    pub place: Place,
    /// The list of the needle.
    pub list: List,
    /// The needle, as the list has it.
    pub what: String,
    /// The file, from the folder that was searched.
    pub file: PathBuf,
    /// How it was decompressed and decoded.
    pub how: String,
    /// The words round it.
    pub near: String,
}

/// The findings in a folder.
#[derive(Debug, Clone, Default)]
pub struct Findings {
    /// In the order of places.
    pub all: Vec<Finding>,
    /// How many files were read.
    pub files: usize,
    /// How many bytes they have.
    pub bytes: usize,
    /// How many bytes were read after unpacking, the files' own among them.
    pub unpacked: usize,
}

/// Searches a folder recursively, without the files that `skip` selects.
///
/// # Errors
///
/// An error if a file or a folder cannot be read.
pub fn search(folder: &Path, lists: &Lists, skip: impl Fn(&Path) -> bool) -> io::Result<Findings> {
    let mut findings = Findings::default();
    let mut found = BTreeMap::new();
    for path in files(folder)? {
        let file = path.strip_prefix(folder).unwrap_or(&path).to_path_buf();
        if skip(&file) {
            continue;
        }
        let place = Place::of(&file);
        let bytes = std::fs::read(&path)?;
        findings.files += 1;
        findings.bytes += bytes.len();
        let log = sqlite::is_database(&bytes)
            .then(|| std::fs::read(beside(&path)).ok())
            .flatten();
        let mut note_at = |place: Place, list: List, what: &str, how: &str, near: String| {
            let key = (place, list, what.to_owned(), file.clone());
            found.entry(key).or_insert_with(|| (how.to_owned(), near));
        };
        for (part, piece) in parts::of(&file, &bytes, log.as_deref()) {
            findings.unpacked +=
                search_piece(lists, piece, None, part, &mut |list, what, how, near| {
                    note_at(part, list, what, how, near);
                });
        }
        let mut note = |list: List, what: &str, how: &str, near: String| {
            note_at(place, list, what, how, near);
        };
        // File names are searched too: Firefox names folders after sites.
        look(
            lists,
            file.to_string_lossy().as_bytes(),
            "its name",
            &mut note,
        );
        let whole = Piece::whole(bytes);
        findings.unpacked += search_piece(lists, whole, log.as_deref(), place, &mut note);
    }
    findings.all = found
        .into_iter()
        .map(|((place, list, what, file), (how, near))| Finding {
            place,
            list,
            what,
            file,
            how,
            near,
        })
        .collect();
    Ok(findings)
}

/// The entries of the lists in the raw bytes of a file, in any spelling; nothing is unpacked.
///
/// # Errors
///
/// An error if the file cannot be read.
pub fn found_in_raw(file: &Path, lists: &Lists) -> io::Result<BTreeSet<(List, String)>> {
    let mut found = BTreeSet::new();
    look(lists, &std::fs::read(file)?, "", &mut |list, what, _, _| {
        found.insert((list, what.to_owned()));
    });
    Ok(found)
}

/// Searches a file, or a part of it, and all compressed data in it; returns how many bytes that was.
fn search_piece(
    lists: &Lists,
    whole: Piece,
    log: Option<&[u8]>,
    place: Place,
    note: &mut impl FnMut(List, &str, &str, String),
) -> usize {
    let mut looked_at = 0;
    let mut seen = BTreeSet::new();
    let mut waiting = vec![(0, whole)];
    while let Some((depth, piece)) = waiting.pop() {
        looked_at += piece.bytes.len();
        look(lists, &piece.bytes, &piece.how, note);
        if depth == DEPTH || looked_at > MOST {
            continue;
        }
        let log = if depth == 0 { log } else { None };
        for inner in unpacking::unpack(&piece, log, place == Place::Storage) {
            // The same stream occurs again in the decompressed bytes around it.
            if seen.insert(hash(&inner.bytes)) {
                waiting.push((depth + 1, inner));
            }
        }
    }
    looked_at
}

fn look(lists: &Lists, bytes: &[u8], how: &str, note: &mut impl FnMut(List, &str, &str, String)) {
    for (spelling, text) in reading::texts(bytes) {
        let how = format!("{how}{spelling}");
        lists.look(&text, |list, what, near| note(list, what, &how, near));
    }
}

fn hash(bytes: &[u8]) -> (usize, u64) {
    use std::hash::{DefaultHasher, Hasher as _};
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    (bytes.len(), hasher.finish())
}

/// The write-ahead log that a database's newest pages may still be in.
fn beside(database: &Path) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push("-wal");
    PathBuf::from(name)
}

/// Every regular file below a folder, without sockets and links.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next)? {
            let entry = entry?;
            let kind = entry.file_type()?;
            if kind.is_dir() {
                folders.push(entry.path());
            } else if kind.is_file() {
                files.push(entry.path());
            }
        }
    }
    files.sort();
    Ok(files)
}

impl Findings {
    /// What was found here and not, in the same place, after a blank visit: browsers bring
    /// dictionaries, lists and words of their own. What was typed stays, whatever was there before.
    #[must_use]
    pub fn without(&self, blank: &Self) -> Self {
        let known: BTreeSet<_> = blank
            .all
            .iter()
            .map(|finding| (finding.place, finding.list, &finding.what))
            .collect();
        let is_new = |finding: &&Finding| {
            finding.list == List::Typed
                || !known.contains(&(finding.place, finding.list, &finding.what))
        };
        Self {
            all: self.all.iter().filter(is_new).cloned().collect(),
            ..*self
        }
    }

    /// The findings of a list.
    pub fn of(&self, list: List) -> Vec<&Finding> {
        let of = self.all.iter().filter(|finding| finding.list == list);
        of.collect()
    }

    /// The places of the findings of a list.
    pub fn places(&self, list: List) -> BTreeSet<Place> {
        let found = self.of(list).into_iter();
        found.map(|finding| finding.place).collect()
    }

    /// How many different things of each list were found, by place, as a small table.
    pub fn table(&self) -> String {
        let mut counts: BTreeMap<(Place, List), BTreeSet<&str>> = BTreeMap::new();
        for finding in &self.all {
            let of = counts.entry((finding.place, finding.list)).or_default();
            of.insert(&finding.what);
        }
        let mut table = format!("  {:<15}", "");
        for list in List::ALL {
            write!(table, "{:>9}", list.name()).ok();
        }
        for place in Place::ALL {
            write!(table, "\n  {:<15}", place.name()).ok();
            for list in List::ALL {
                let count = counts.get(&(place, list)).map_or(0, BTreeSet::len);
                write!(table, "{count:>9}").ok();
            }
        }
        write!(
            table,
            "\n  {} files, {} kB, {} kB unpacked",
            self.files,
            self.bytes / 1000,
            self.unpacked / 1000
        )
        .ok();
        table
    }

    /// The first findings, a line for each.
    pub fn lines(&self, most: usize) -> String {
        let mut lines = String::new();
        for finding in self.all.iter().take(most) {
            let Finding {
                place,
                list,
                what,
                file,
                how,
                near,
            } = finding;
            writeln!(
                lines,
                "  {} | {} | “{what}” in {} ({how}): {near}",
                place.name(),
                list.name(),
                file.display()
            )
            .ok();
        }
        lines
    }
}
