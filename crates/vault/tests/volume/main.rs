//! The file of volumes: round trips, every kind of damage, torn writes, two passphrases, stores, a process that is killed,
//! the size of a long diary, published vectors and an independent reader.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test may fail loudly"
)]

mod damage;
mod kill;
mod reader;
mod removal;
mod round_trips;
mod size;
mod stored;
mod stores;
mod support;
mod torn;
mod two;
mod vectors;
mod written;
