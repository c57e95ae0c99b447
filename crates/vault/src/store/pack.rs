//! The files of one release as a single byte string, so that sealing hides the name and size of each file.
//!
//! Format: four bytes with the length of the index (little-endian), the index as JSON, the concatenated files,
//! and zero padding to a multiple of [`STEP`]. The index is a list, sorted by path, of
//! `{"path","type","headers":[[name, value]],"from","to"}`; `from` and `to` are byte offsets from the end of the
//! index. The format is deterministic: the same files give the same bytes.
//!
//! It is not compressed, because the service worker opens it in plain JavaScript, and the oldest supported
//! browser (Safari 15.6) has no decompression API there.
//!
//! This is the complete reader of a sealed pack in the browser; `scripts/offline/worker.test.mjs` runs it:
//!
//! ```js
#![doc = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../scripts/offline/open_pack.js"))]
//! ```

use serde::{Deserialize, Serialize};

use crate::crypto::Domain;

/// Domain of a sealed pack.
pub const DOMAIN: Domain = Domain {
    name: "pack",
    version: 1,
};

/// Padding granularity in bytes: the length of a pack is a multiple of it, so that it reveals little.
pub const STEP: usize = 64 * 1024;

/// A file of a release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Path relative to the root of the release, without a leading slash: `index.html`.
    pub path: String,
    /// Media type, as in `Content-Type`.
    pub kind: String,
    /// Other response headers, by name and value.
    pub headers: Vec<(String, String)>,
    /// Content.
    pub bytes: Vec<u8>,
}

/// The files of a release, sorted by path.
///
/// ```
/// use vault::store::pack::{File, Pack, STEP};
///
/// let page = File {
///     path: "index.html".into(),
///     kind: "text/html".into(),
///     headers: Vec::new(),
///     bytes: b"<title>Information</title>".to_vec(),
/// };
/// let bytes = Pack::new(vec![page.clone()])?.to_bytes()?;
/// // The length tells nothing about the files.
/// assert_eq!(bytes.len(), STEP);
/// assert_eq!(Pack::from_bytes(&bytes)?.files(), [page]);
/// # Ok::<(), vault::store::pack::PackError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pack {
    files: Vec<File>,
}

/// Failure to build or parse a pack.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PackError {
    /// A path that is empty, absolute, or leads out of the root.
    #[error("{0:?} is not a path within the folder")]
    Path(String),
    /// Two files with the same path.
    #[error("{0:?} is there twice")]
    Twice(String),
    /// A media type or header that is not valid in a response (RFC 9110, section 5).
    #[error("{0:?} is not a header that can be sent")]
    Header(String),
    /// The files exceed 4 GiB.
    #[error("the files are too large")]
    TooLarge,
    /// The bytes are malformed.
    #[error("the bytes are not a pack")]
    NotAPack,
}

/// An entry of the index.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    path: String,
    #[serde(rename = "type")]
    kind: String,
    headers: Vec<(String, String)>,
    from: u32,
    to: u32,
}

impl Pack {
    /// Builds a pack from the files of a release.
    ///
    /// # Errors
    ///
    /// A [`PackError`] with the invalid path or header.
    pub fn new(mut files: Vec<File>) -> Result<Self, PackError> {
        files.sort_unstable_by(|one, other| one.path.cmp(&other.path));
        for (place, file) in files.iter().enumerate() {
            file.check()?;
            if files
                .get(place + 1)
                .is_some_and(|next| next.path == file.path)
            {
                return Err(PackError::Twice(file.path.clone()));
            }
        }
        Ok(Self { files })
    }

    /// Returns the files, sorted by path.
    #[must_use]
    pub fn files(&self) -> &[File] {
        &self.files
    }

    /// Serialises the pack, ready to seal.
    ///
    /// # Errors
    ///
    /// [`PackError::TooLarge`] beyond 4 GiB.
    pub fn to_bytes(&self) -> Result<Vec<u8>, PackError> {
        let mut end = 0_u32;
        let mut index = Vec::new();
        for file in &self.files {
            let from = end;
            let length = u32::try_from(file.bytes.len()).map_err(|_| PackError::TooLarge)?;
            end = end.checked_add(length).ok_or(PackError::TooLarge)?;
            index.push(Entry {
                path: file.path.clone(),
                kind: file.kind.clone(),
                headers: file.headers.clone(),
                from,
                to: end,
            });
        }
        let index = serde_json::to_vec(&index).map_err(|_| PackError::TooLarge)?;
        let length = u32::try_from(index.len()).map_err(|_| PackError::TooLarge)?;
        let filled = 4
            + index.len()
            + self
                .files
                .iter()
                .map(|file| file.bytes.len())
                .sum::<usize>();
        let mut bytes = Vec::with_capacity(filled.next_multiple_of(STEP));
        bytes.extend(length.to_le_bytes());
        bytes.extend(index);
        for file in &self.files {
            bytes.extend(&file.bytes);
        }
        bytes.resize(filled.next_multiple_of(STEP), 0);
        Ok(bytes)
    }

    /// Parses a pack. Accepts only the exact output of [`Pack::to_bytes`].
    ///
    /// # Errors
    ///
    /// A [`PackError`] if the bytes are malformed or a file is invalid.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, PackError> {
        let (length, rest) = bytes.split_first_chunk().ok_or(PackError::NotAPack)?;
        let length =
            usize::try_from(u32::from_le_bytes(*length)).map_err(|_| PackError::TooLarge)?;
        let (index, bodies) = rest.split_at_checked(length).ok_or(PackError::NotAPack)?;
        let index: Vec<Entry> = serde_json::from_slice(index).map_err(|_| PackError::NotAPack)?;
        let body = |from: u32, to: u32| {
            let range = usize::try_from(from).ok()?..usize::try_from(to).ok()?;
            bodies.get(range).map(<[u8]>::to_vec)
        };
        let files: Option<Vec<File>> = index
            .into_iter()
            .map(|entry| {
                Some(File {
                    bytes: body(entry.from, entry.to)?,
                    path: entry.path,
                    kind: entry.kind,
                    headers: entry.headers,
                })
            })
            .collect();
        let pack = Self::new(files.ok_or(PackError::NotAPack)?)?;
        if pack.to_bytes()? == bytes {
            Ok(pack)
        } else {
            Err(PackError::NotAPack)
        }
    }
}

impl File {
    fn check(&self) -> Result<(), PackError> {
        let part = |part: &str| !part.is_empty() && part != "." && part != "..";
        let plain = |c: char| !c.is_control() && !"\\?#".contains(c);
        if !self.path.split('/').all(part) || !self.path.chars().all(plain) {
            return Err(PackError::Path(self.path.clone()));
        }
        let kind = ("content-type".to_owned(), self.kind.clone());
        for (name, value) in self.headers.iter().chain([&kind]) {
            let letter = |c: char| c.is_ascii_alphanumeric() || c == '-';
            let visible = |c: char| c == ' ' || c.is_ascii_graphic();
            let named = !name.is_empty() && name.chars().all(letter);
            if !named || value.trim() != value || value.is_empty() || !value.chars().all(visible) {
                return Err(PackError::Header(format!("{name}: {value}")));
            }
        }
        Ok(())
    }
}
