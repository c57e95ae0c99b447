//! One request, as a log would keep it.

use axum::http::{HeaderMap, Method, Uri, header};

/// What a browser asked for, and everything that it told with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// What was asked for, with whatever stood behind a `?`.
    pub path: String,
    /// Which page it was asked from, if the browser told.
    pub referer: Option<String>,
    /// The method, then each header with its value, in the order they came in; empty where they are
    /// not recorded.
    pub told: Vec<String>,
}

impl Request {
    /// What came in.
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

    /// Whether it told something under a name.
    pub fn tells(&self, name: header::HeaderName) -> bool {
        let start = format!("{name}: ");
        self.told.iter().any(|line| line.starts_with(&start))
    }
}
