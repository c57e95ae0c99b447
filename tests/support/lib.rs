//! Fixtures and readers that several test programs share.

#![expect(
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    reason = "a test may fail loudly"
)]
#![expect(clippy::new_without_default, reason = "a fixture writes files")]

use std::path::Path;

pub mod copy;
pub mod dist;
pub mod files;
pub mod packed;
pub mod scene;
pub mod strings;
pub mod texts;

/// Root folder of the project.
#[must_use]
pub fn project() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}
