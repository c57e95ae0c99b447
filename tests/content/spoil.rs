//! Edits of a copy of the content.

use std::fs;

use crate::copy::Copy;

/// The file of the interface.
pub(crate) const INTERFACE: &str = "content/en/interface.toml";

impl Copy {
    /// The content of a file.
    pub(crate) fn read(&self, file: &str) -> String {
        fs::read_to_string(self.root().join(file)).unwrap()
    }

    /// Writes a file, in a new folder if need be.
    pub(crate) fn write(&self, file: &str, bytes: impl AsRef<[u8]>) {
        let path = self.root().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// Removes a file.
    pub(crate) fn remove(&self, file: &str) {
        fs::remove_file(self.root().join(file)).unwrap();
    }
}
