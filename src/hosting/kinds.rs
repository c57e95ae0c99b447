//! What a file is, by its ending: the same for the server of `make serve` and for the files that
//! other servers read.

/// The endings of the files of a built page, and the type that each is served with. Nothing else of
/// a folder is to be served.
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

/// The type of a file of a built page, by its ending.
#[must_use]
pub fn kind_of(name: &str) -> Option<&'static str> {
    let (_, ending) = name.rsplit_once('.')?;
    KINDS
        .into_iter()
        .find_map(|(known, kind)| (known == ending).then_some(kind))
}
