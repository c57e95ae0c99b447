//! Keys, sealing and packs: published vectors, damaged records, invalid requests, and what must never show.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod locks;
mod packs;
mod published;
mod questions;
mod vectors;
