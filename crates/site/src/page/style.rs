//! The style sheet: every file of `style/`, in the order of `style/order.txt`.

use std::fs;
use std::path::Path;

use super::inline::Inline;
use decoys::Decoy;

/// Failure to assemble the style sheet.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StyleError {
    /// A file cannot be read.
    #[error("failed to read style/{file}")]
    Read {
        /// File name.
        file: String,
        /// Cause.
        source: std::io::Error,
    },
    /// A file of the folder is not listed, so it would have no effect.
    #[error("style/{0} is not listed in style/order.txt")]
    NotListed(String),
}

/// Reads the style sheet under `root`.
///
/// # Errors
///
/// A [`StyleError`] if a listed file is missing or a file is not listed.
pub fn read_style(root: &Path) -> Result<Inline, StyleError> {
    let folder = root.join("style");
    let read = |file: &str| {
        fs::read_to_string(folder.join(file)).map_err(|source| StyleError::Read {
            file: file.to_owned(),
            source,
        })
    };
    let order = read("order.txt")?;
    let names: Vec<&str> = order
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    let found = fs::read_dir(&folder).map_err(|source| StyleError::Read {
        file: String::new(),
        source,
    })?;
    for entry in found.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_sheet = Path::new(&name)
            .extension()
            .is_some_and(|ending| ending == "css");
        if is_sheet && !names.contains(&name.as_str()) {
            return Err(StyleError::NotListed(name));
        }
    }
    let sheets: Result<Vec<String>, StyleError> = names.into_iter().map(read).collect();
    Ok(Inline::style(&sheets?.concat()))
}

/// Reads the style sheet of a decoy under `root`: the shared rules, then those of the decoy.
///
/// # Errors
///
/// [`StyleError::Read`] if a file is missing.
pub fn read_decoy_style(root: &Path, tool: Decoy) -> Result<Inline, StyleError> {
    let names = ["base".to_owned(), tool.name().to_owned()];
    let sheets: Result<Vec<String>, StyleError> = names
        .into_iter()
        .map(|name| {
            let file = format!("tools/{name}.css");
            let read = fs::read_to_string(root.join("style").join(&file));
            read.map_err(|source| StyleError::Read { file, source })
        })
        .collect();
    Ok(Inline::style(&sheets?.concat()))
}
