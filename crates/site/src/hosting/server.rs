//! A small server for `dist/`, with the shipped headers.
//!
//! It is for local use and tests, not for production: any static host can serve `dist/`. It binds to localhost
//! only.

use std::collections::HashMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};

use super::kinds::kind_of;
use super::policy::read_headers_file;

/// The files of a built page, in memory. Each is compressed lazily, on the first request that accepts it: compressing
/// all of them takes 13 s in a development build.
#[derive(Debug)]
pub struct Files {
    by_path: HashMap<String, File>,
    headers: Vec<(HeaderName, HeaderValue)>,
}

#[derive(Debug)]
struct File {
    kind: &'static str,
    plain: Vec<u8>,
    packed: OnceLock<Vec<u8>>,
}

/// Failure to load a built page.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FilesError {
    /// A file cannot be read.
    #[error("failed to read {path}: {source}")]
    Read {
        /// Path of the file.
        path: PathBuf,
        /// Cause.
        source: std::io::Error,
    },
    /// `_headers` contains an invalid header.
    #[error("failed to use “{0}” in _headers as a header")]
    Header(String),
}

impl Files {
    /// Loads a built page.
    ///
    /// # Errors
    ///
    /// A [`FilesError`] if a file cannot be read or a header is invalid.
    pub fn read(dist: &Path) -> Result<Self, FilesError> {
        let mut by_path = HashMap::new();
        let mut headers = Vec::new();
        let mut folders = vec![dist.to_path_buf()];
        while let Some(folder) = folders.pop() {
            let failed = |source| FilesError::Read {
                path: folder.clone(),
                source,
            };
            for entry in std::fs::read_dir(&folder).map_err(failed)? {
                let entry = entry.map_err(failed)?;
                let path = entry.path();
                if entry.file_name().to_string_lossy().starts_with('.') {
                    continue;
                }
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                let plain = std::fs::read(&path).map_err(|source| FilesError::Read {
                    path: path.clone(),
                    source,
                })?;
                let name = path
                    .strip_prefix(dist)
                    .unwrap_or(&path)
                    .to_string_lossy()
                    .replace('\\', "/");
                if name == "_headers" {
                    headers = header_values(&String::from_utf8_lossy(&plain))?;
                } else if let Some(kind) = kind_of(&name) {
                    by_path.insert(
                        format!("/{name}"),
                        File {
                            kind,
                            plain,
                            packed: OnceLock::new(),
                        },
                    );
                }
            }
        }
        Ok(Self { by_path, headers })
    }

    /// Returns the compressed size of a file in bytes (brotli, quality 11, window 22).
    #[must_use]
    pub fn packed_size(&self, path: &str) -> Option<usize> {
        self.by_path.get(path).map(|file| file.packed().len())
    }

    /// Builds the response to a request.
    #[must_use]
    pub fn answer(&self, method: &Method, path: &str, accepts_brotli: bool) -> Response {
        let mut answer = if method != Method::GET && method != Method::HEAD {
            StatusCode::METHOD_NOT_ALLOWED.into_response()
        } else {
            let index = path.ends_with('/').then(|| format!("{path}index.html"));
            match self.by_path.get(index.as_deref().unwrap_or(path)) {
                None => StatusCode::NOT_FOUND.into_response(),
                Some(file) => file.answer(accepts_brotli),
            }
        };
        answer.headers_mut().extend(self.headers.iter().cloned());
        answer
    }

    /// Returns a router that serves these files.
    pub fn router(self: Arc<Self>) -> Router {
        Router::new().fallback(serve_one).with_state(self)
    }
}

impl File {
    fn packed(&self) -> &[u8] {
        self.packed.get_or_init(|| pack(&self.plain))
    }

    fn answer(&self, accepts_brotli: bool) -> Response {
        let kind = (header::CONTENT_TYPE, HeaderValue::from_static(self.kind));
        if accepts_brotli {
            let packed = (header::CONTENT_ENCODING, HeaderValue::from_static("br"));
            ([kind, packed], self.packed().to_vec()).into_response()
        } else {
            ([kind], self.plain.clone()).into_response()
        }
    }
}

async fn serve_one(
    State(files): State<Arc<Files>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let accepts = headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok());
    files.answer(
        &method,
        uri.path(),
        accepts.is_some_and(|accepts| accepts.contains("br")),
    )
}

fn header_values(text: &str) -> Result<Vec<(HeaderName, HeaderValue)>, FilesError> {
    read_headers_file(text)
        .into_iter()
        .map(|(name, value)| match (name.parse(), value.parse()) {
            (Ok(name), Ok(value)) => Ok((name, value)),
            _ => Err(FilesError::Header(name)),
        })
        .collect()
}

fn pack(plain: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut packed, 4096, 11, 22);
    // Writing to memory cannot fail.
    writer.write_all(plain).ok();
    drop(writer);
    packed
}
