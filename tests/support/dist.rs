//! The built page in `dist/`.

use std::path::{Path, PathBuf};

/// The built page. `make test` builds it first; there is nothing to test without it.
#[track_caller]
pub(crate) fn folder() -> PathBuf {
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
    assert!(
        dist.join("index.html").is_file(),
        "dist/index.html is missing: run `make build` first"
    );
    dist
}
