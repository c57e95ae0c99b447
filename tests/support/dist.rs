//! The built page in `dist/`.

use std::path::PathBuf;

/// The built page. `make test` builds it first; there is nothing to test without it.
#[track_caller]
pub fn folder() -> PathBuf {
    let dist = crate::project().join("dist");
    assert!(
        dist.join("index.html").is_file(),
        "dist/index.html is missing: run `make build` first"
    );
    dist
}
