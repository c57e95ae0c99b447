//! No fact is published for longer than a charity allows, and the caller gets a call sheet that names what
//! is due and takes the answers.
//!
//! Each test works on a copy of the real content in which everything was checked on one day.
//!
//! | file | about |
//! |---|---|
//! | `build.rs` | warnings and errors of a build |
//! | `moment.rs` | the moment that `make` gives to a build |
//! | `limits.rs` | the limits in `site.toml` |
//! | `sheet.rs` | the sheet, and the file of answers that comes with it |
//! | `answers.rs` | invalid answers: each is named, and nothing is written |
//! | `apply_answers.rs` | valid answers: what is written, and what is left for a person |
//! | `bytes.rs` | round trip: what no answer changes stays equal byte for byte |

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail loudly")]

mod answers;
mod apply_answers;
mod build;
mod bytes;
use test_support::copy;
mod limits;
mod moment;
mod scene;
mod sheet;
