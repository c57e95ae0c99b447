//! No fact is published for longer than a charity allows, and whoever rings round gets a sheet that
//! names what is due and can give back what was heard.
//!
//! Each test works on a copy of the real content in which everything was checked on one day.
//!
//! | file | about |
//! |---|---|
//! | `build.rs` | what a build says, and what stops it |
//! | `moment.rs` | the moment that `make` gives to a build |
//! | `limits.rs` | the limits in `site.toml` |
//! | `sheet.rs` | the sheet, and the file of answers that comes with it |
//! | `answers.rs` | bad answers: each is named, and nothing is written |
//! | `taking_back.rs` | good answers: what is written, and what is left for a person |
//! | `bytes.rs` | what no answer changes stays as it is, byte for byte |

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail loudly")]

mod answers;
mod apply_answers;
mod build;
mod bytes;
#[path = "../support/copy.rs"]
mod copy;
#[path = "../support/files.rs"]
mod files;
mod limits;
mod moment;
mod scene;
mod sheet;
