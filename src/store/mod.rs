//! What an installed copy keeps: the files of one release in one sealed pack, and the lock that holds its key.
//!
//! Pure: where the bytes lie is a matter of whoever keeps them. The worker answers [`Request`]s with [`answer`];
//! the service worker opens a pack by itself, see [`pack`].

pub mod pack;
mod request;

pub use pack::{File, Pack, PackError};
pub use request::{KeySource, RandomError, Reply, Request, WorkerError, answer};
