//! Fixture: a copy of the content in which everything was checked on the same day, whatever the real files say.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::ToSpan;
use jiff::civil::{Date, date};

use crate::copy::{Copy, SITE};
use crate::files;

/// The day on which everything was checked.
pub const CHECKED: Date = date(2026, 8, 1);
/// The day by which everything has to be checked again: 90 days later.
pub const NEXT: Date = date(2026, 10, 30);

/// A day so many days after everything was checked.
#[track_caller]
#[must_use]
pub fn day(after: i32) -> Date {
    CHECKED.checked_add(after.days()).unwrap()
}

/// The copy.
pub struct Scene {
    copy: Copy,
}

impl Scene {
    /// Copies the content and gives every fact the same two days.
    #[must_use]
    pub fn new() -> Self {
        let scene = Self { copy: Copy::new() };
        // A copy with an owner, for which a build has no warning.
        let owner = "\n[owner]\nname = \"Example Trust\"\ncontact = \"page@example.org\"\n";
        scene.write(SITE, &(scene.read(SITE) + owner));
        let mut folders = vec![scene.root().join("content")];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let text = fs::read_to_string(&path).unwrap();
                    fs::write(&path, dated(&text)).unwrap();
                }
            }
        }
        scene
    }

    /// Its root folder.
    #[must_use]
    pub fn root(&self) -> &Path {
        self.copy.root()
    }

    /// The content of a file.
    #[must_use]
    pub fn read(&self, file: &str) -> String {
        fs::read_to_string(self.root().join(file)).unwrap()
    }

    /// Writes a file, in a new folder if need be.
    pub fn write(&self, file: &str, text: &str) {
        let path = self.root().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Replaces text in a file. The first text has to occur exactly once.
    #[track_caller]
    pub fn swap(&self, file: &str, from: &str, to: &str) {
        let text = self.read(file);
        assert_eq!(text.matches(from).count(), 1, "“{from}” in {file}");
        self.write(file, &text.replace(from, to));
    }

    /// Sets another day of a check.
    #[track_caller]
    pub fn check(&self, file: &str, checked: Date, next: Date) {
        self.swap(
            file,
            &format!("checked = {CHECKED}\nnext_check = {NEXT}"),
            &format!("checked = {checked}\nnext_check = {next}"),
        );
    }

    /// Everything that is published, by the name of its file.
    #[must_use]
    pub fn everything(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let paths = files::below(&self.root().join("content"));
        let read = |path: PathBuf| (path.clone(), fs::read(path).unwrap());
        paths.into_iter().map(read).collect()
    }
}

/// A text in which every check is of the same day.
fn dated(text: &str) -> String {
    let line = |line: &str| {
        let key = |key: &str| line.starts_with(key) && line.ends_with(|c: char| c.is_ascii_digit());
        if key("checked = 2") {
            format!("checked = {CHECKED}")
        } else if key("next_check = 2") {
            format!("next_check = {NEXT}")
        } else {
            line.to_owned()
        }
    };
    let lines: Vec<String> = text.split('\n').map(line).collect();
    lines.join("\n")
}
