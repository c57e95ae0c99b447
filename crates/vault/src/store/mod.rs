//! What an offline copy stores: the files of one release in a sealed pack, and the lock with its key.
//!
//! Pure: the caller stores the bytes. The worker handles [`Request`]s with [`answer`]; the service worker opens a
//! pack in JavaScript, see [`pack`].

pub mod pack;
mod request;

pub use pack::{File, Pack, PackError};
pub use request::{RandomError, Reply, Request, WorkerError, answer};
