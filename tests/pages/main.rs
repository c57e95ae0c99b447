//! The page as it is shipped, parsed as HTML: for a person, a phone and a browser.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test may fail loudly, and says its figures"
)]

mod asvs;
use test_support::copy;
mod directory;
use test_support::dist;
mod drawings;
mod drop_in;
use test_support::files;
mod helplines;
mod keeping;
mod links;
mod opening;
mod order;
use test_support::packed;
mod page;
mod policy;
mod pseudo;
mod searching;
mod secrecy;
mod shipped;
use test_support::strings;
mod tools;
mod weight;
mod words;
