//! Fixture: a copy of the real content with one more example of a service and of guidance, which together
//! hold one of everything that content may hold, and with a short list of bank holidays.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs, process};

/// The example of a service, in its place among the real ones.
pub(crate) const SERVICE: &str = "content/helplines/example.toml";
/// The example of guidance.
pub(crate) const GUIDE: &str = "content/en/plan/example.md";
/// The bank holidays.
pub(crate) const HOLIDAYS: &str = "content/bank_holidays.toml";
/// The charity's choices.
pub(crate) const SITE: &str = "site.toml";

/// A temporary folder, removed when the test ends.
pub(crate) struct Copy {
    root: PathBuf,
}

impl Copy {
    /// Copies the real content and adds the examples.
    pub(crate) fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let root = env::temp_dir().join(format!("content-test-{}-{number}", process::id()));
        let project = Path::new(env!("CARGO_MANIFEST_DIR"));
        copy_folder(&project.join("content"), &root.join("content"));
        let copy = Self { root };
        let fixtures = project.join("tests/fixtures/content");
        for (from, to) in [
            (project.join(SITE), SITE),
            (fixtures.join("service.toml"), SERVICE),
            (fixtures.join("guide.md"), GUIDE),
            (fixtures.join("bank_holidays.toml"), HOLIDAYS),
        ] {
            fs::copy(from, copy.root.join(to)).unwrap();
        }
        copy
    }

    /// Its root folder.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        // What cannot be removed is left to the system's clean-up of temporary files.
        fs::remove_dir_all(&self.root).ok();
    }
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
