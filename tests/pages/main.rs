//! The page as it is shipped, parsed as HTML: for a person, a phone and a browser.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test may fail loudly, and says its figures"
)]

mod asvs;
#[path = "../support/copy.rs"]
mod copy;
mod directory;
#[path = "../support/dist.rs"]
mod dist;
mod drawings;
mod drop_in;
#[path = "../support/files.rs"]
mod files;
mod helplines;
mod keeping;
mod links;
mod order;
#[path = "../support/packed.rs"]
mod packed;
mod page;
mod policy;
mod pseudo;
mod searching;
mod secrecy;
mod shipped;
#[path = "../support/strings.rs"]
mod strings;
mod tools;
mod weight;
mod words;
