//! One request, as in an access log.

use axum::http::{HeaderMap, Method, Uri, header};

/// A request with its headers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The path with its query.
    pub path: String,
    /// The `Referer`, if there is one.
    pub referer: Option<String>,
    /// The method, then each header with its value, in the order they came in; empty where they are
    /// not recorded.
    pub told: Vec<String>,
}

impl Request {
    /// The request that came in.
    pub fn of(method: &Method, uri: &Uri, headers: &HeaderMap) -> Self {
        let text =
            |value: &header::HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
        let headers_told = headers
            .iter()
            .map(|(name, value)| format!("{name}: {}", text(value)));
        Self {
            path: uri
                .path_and_query()
                .map_or_else(|| uri.path().to_owned(), ToString::to_string),
            referer: headers.get(header::REFERER).map(text),
            told: [method.to_string()]
                .into_iter()
                .chain(headers_told)
                .collect(),
        }
    }

    /// Whether it has a header of this name.
    pub fn tells(&self, name: header::HeaderName) -> bool {
        let start = format!("{name}: ");
        self.told.iter().any(|line| line.starts_with(&start))
    }
}
