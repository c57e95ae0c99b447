//! Media types by file extension, for the server of `make serve` and the configuration of other servers.

/// File extensions of a built page and their media types. No other file is served.
pub(super) const KINDS: [(&str, &str); 8] = [
    ("html", "text/html; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("svg", "image/svg+xml; charset=utf-8"),
    ("png", "image/png"),
    ("json", "application/json"),
    ("webmanifest", "application/manifest+json"),
];

/// Returns the media type of a file, by extension.
#[must_use]
pub fn kind_of(name: &str) -> Option<&'static str> {
    let (_, ending) = name.rsplit_once('.')?;
    KINDS
        .into_iter()
        .find_map(|(known, kind)| (known == ending).then_some(kind))
}
