//! Dry run: a copy of the content in which the answers are applied before the real files are touched.

use std::path::{Path, PathBuf};
use std::{fs, io, process};

/// Returns the file of a service, relative to the project.
pub(super) fn service_file(id: &str) -> PathBuf {
    Path::new("content")
        .join("helplines")
        .join(format!("{id}.toml"))
}

/// An edited file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Edited {
    /// Path, relative to the project.
    pub(super) path: PathBuf,
    /// Current content.
    pub(super) before: String,
    /// New content.
    pub(super) after: String,
}

/// A temporary folder on the same file system as the content, so that renaming a file into place is atomic. Removed
/// on drop.
pub(super) struct DryRun {
    folder: PathBuf,
}

impl DryRun {
    /// Copies the content and writes the edited files to the copy.
    pub(super) fn new(root: &Path, edited: &[Edited]) -> io::Result<Self> {
        let name = format!("trial-{}", process::id());
        let folder = root.join("target").join("freshness").join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        let trial = Self { folder };
        copy_folder(&root.join("content"), &trial.folder.join("content"))?;
        for file in edited {
            fs::write(trial.folder.join(&file.path), &file.after)?;
        }
        Ok(trial)
    }

    /// Returns the root of the copy.
    pub(super) fn root(&self) -> &Path {
        &self.folder
    }

    /// Renames the edited files into place. If one fails, the others are rolled back.
    pub(super) fn accept(self, root: &Path, edited: &[Edited]) -> io::Result<()> {
        let mut moved: Vec<&Edited> = Vec::new();
        for file in edited {
            let result = fs::rename(self.folder.join(&file.path), root.join(&file.path));
            if let Err(error) = result {
                for file in moved {
                    fs::write(root.join(&file.path), &file.before)?;
                }
                return Err(error);
            }
            moved.push(file);
        }
        Ok(())
    }
}

impl Drop for DryRun {
    fn drop(&mut self) {
        // If this fails, the folder remains under target/, which is never published.
        fs::remove_dir_all(&self.folder).ok();
    }
}

fn copy_folder(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::{env, fs, process};

    use super::{DryRun, Edited, service_file};

    #[test]
    fn what_was_moved_is_put_back_if_another_file_cannot_be() {
        let root = env::temp_dir().join(format!("trial-test-{}", process::id()));
        let edited = ["one", "two"].map(|id| Edited {
            path: service_file(id),
            before: format!("{id} before"),
            after: format!("{id} after"),
        });
        fs::create_dir_all(root.join("content/helplines")).unwrap();
        for file in &edited {
            fs::write(root.join(&file.path), &file.before).unwrap();
        }
        let trial = DryRun::new(&root, &edited).unwrap();
        let folder = trial.root().to_owned();
        // The second rename fails, because the destination is a folder.
        fs::remove_file(root.join(&edited[1].path)).unwrap();
        fs::create_dir_all(root.join(&edited[1].path).join("folder")).unwrap();
        assert!(trial.accept(&root, &edited).is_err());
        let first = fs::read_to_string(root.join(&edited[0].path)).unwrap();
        assert_eq!(first, "one before");
        assert!(!folder.exists());
        fs::remove_dir_all(root).unwrap();
    }
}
