//! Content files, with the locations of errors in them.

use std::fs;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

use super::error::{ContentError, ContentErrors};

/// A content file.
#[derive(Debug, Clone)]
pub(crate) struct SourceFile {
    /// Path relative to the project, with forward slashes.
    pub(crate) path: String,
    /// Name without folder and extension.
    pub(crate) stem: String,
    /// Content.
    pub(crate) text: String,
}

impl SourceFile {
    /// Reads `root/path`.
    pub(crate) fn read(root: &Path, path: &Path) -> Result<Self, ContentErrors> {
        let shown = path.to_string_lossy().replace('\\', "/");
        let stem = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        match fs::read_to_string(root.join(path)) {
            // Normalises CR LF, which some editors write and no format here gives a meaning.
            Ok(text) => Ok(Self {
                path: shown,
                stem,
                text: text.replace("\r\n", "\n"),
            }),
            Err(error) => Err(ContentError {
                file: shown,
                line: 1,
                reason: format!("the file cannot be read: {error}"),
            }
            .into()),
        }
    }

    /// Reads every file with this extension in `root/folder`, sorted by name.
    pub(crate) fn read_folder(
        root: &Path,
        folder: &Path,
        ending: &str,
    ) -> Result<Vec<Self>, ContentErrors> {
        let unreadable = |error: std::io::Error| ContentError {
            file: folder.to_string_lossy().replace('\\', "/"),
            line: 1,
            reason: format!("the folder cannot be read: {error}"),
        };
        let mut problems = ContentErrors::default();
        let mut names: Vec<PathBuf> = Vec::new();
        for entry in fs::read_dir(root.join(folder)).map_err(unreadable)? {
            let path = folder.join(entry.map_err(unreadable)?.file_name());
            if path.extension().is_some_and(|found| found == ending) {
                names.push(path);
            } else {
                let reason =
                    format!("files here end in .{ending}: this one would not be published");
                problems.push(stray(&path, reason));
            }
        }
        names.sort();
        let files = names
            .iter()
            .filter_map(|path| problems.collect(Self::read(root, path)))
            .collect();
        problems.into_result(files)
    }

    /// Reports every entry of `root/folder` whose name is not in `known`.
    pub(crate) fn refuse_others(root: &Path, folder: &Path, known: &[&str]) -> ContentErrors {
        let mut problems = ContentErrors::default();
        for entry in fs::read_dir(root.join(folder))
            .into_iter()
            .flatten()
            .flatten()
        {
            let name = entry.file_name();
            if !known.iter().any(|known| *known == name) {
                let reason = format!(
                    "this would not be published; here stand only: {}",
                    known.join(", ")
                );
                problems.push(stray(&folder.join(name), reason));
            }
        }
        problems
    }

    /// Creates an error at a byte offset.
    pub(crate) fn problem_at(&self, offset: usize, reason: impl Into<String>) -> ContentError {
        let before = self.text.as_bytes().iter().take(offset);
        ContentError {
            file: self.path.clone(),
            line: 1 + before.filter(|byte| **byte == b'\n').count(),
            reason: reason.into(),
        }
    }

    /// Parses the file, or the part that starts at byte `start`, as TOML.
    pub(crate) fn toml<T: DeserializeOwned>(
        &self,
        text: &str,
        start: usize,
    ) -> Result<T, ContentError> {
        toml::from_str(text).map_err(|error| {
            let offset = error.span().map_or(0, |span| span.start);
            self.problem_at(start + offset, error.message())
        })
    }
}

/// Reports a file or folder that no parser would read.
fn stray(path: &Path, reason: String) -> ContentError {
    ContentError {
        file: path.to_string_lossy().replace('\\', "/"),
        line: 1,
        reason,
    }
}
