//! No fact is published for longer than a charity allows, and whoever rings round gets a sheet that
//! names what is due and can give back what was heard.
//!
//! Each test works on a copy of the real content in which everything was checked on one day.
//!
//! | file | about |
//! |---|---|
//! | `build.rs` | what a build says, and what stops it |
//! | `limits.rs` | the limits in `site.toml` |

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail loudly")]

mod build;
#[path = "../support/copy.rs"]
mod copy;
mod limits;
mod scene;
