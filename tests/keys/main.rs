//! Keys, sealing and packs: published vectors, every damage, every wrong answer, and what is never to be seen.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod locks;
mod packs;
#[path = "../support/vectors.rs"]
mod published;
mod questions;
mod vectors;
