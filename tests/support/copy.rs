//! Fixture: a copy of the real content with one more example of a service and of guidance, which together
//! hold one of everything that content may hold, and with a short list of bank holidays.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs, process};

/// The example of a service, in its place among the real ones.
pub const SERVICE: &str = "content/helplines/example.toml";
/// The example of guidance.
pub const GUIDE: &str = "content/en/plan/example.md";
/// The bank holidays.
pub const HOLIDAYS: &str = "content/bank_holidays.toml";
/// The file of the interface.
pub const INTERFACE: &str = "content/en/interface.toml";
/// The charity's choices.
pub const SITE: &str = "site.toml";

/// A temporary folder, removed when the test ends.
pub struct Copy {
    root: PathBuf,
}

impl Copy {
    /// Copies the real content and adds the examples.
    pub fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let root = env::temp_dir().join(format!("content-test-{}-{number}", process::id()));
        let project = crate::project();
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
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The content of a file.
    #[must_use]
    pub fn read(&self, file: &str) -> String {
        fs::read_to_string(self.root().join(file)).unwrap()
    }

    /// Writes a file, in a new folder if need be.
    pub fn write(&self, file: &str, bytes: impl AsRef<[u8]>) {
        let path = self.root().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// Removes a file.
    pub fn remove(&self, file: &str) {
        fs::remove_file(self.root().join(file)).unwrap();
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
