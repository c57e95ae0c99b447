//! The page as it is shipped, read as HTML: what a person, a phone and a browser find in it.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test may fail loudly, and says its figures"
)]

#[path = "../support/copy.rs"]
mod copy;
mod directory;
#[path = "../support/dist.rs"]
mod dist;
mod drop_in;
#[path = "../support/files.rs"]
mod files;
mod helplines;
mod links;
mod order;
#[path = "../support/packed.rs"]
mod packed;
mod page;
mod policy;
mod pseudo;
mod secrecy;
mod shipped;
mod weight;
mod words;
