//! Keys: making one from a code, sealing bytes under it, and keeping it.
//!
//! This is the only room that names a cipher. It is pure: salts, nonces and keys are random bytes that whoever
//! asks brings along, so that every result can be checked against published ones. Which formats and costs, why,
//! and what they do not hide: docs/keys.md.
//!
//! What others use are [`Lock`], [`seal`] and [`open`]. [`cipher`] holds the bare functions, for those three and
//! for holding them against published vectors, natively and in the WASM that is shipped.

pub mod cipher;
mod cost;
mod key;
mod lock;
mod sealed;

pub use cost::{KdfParams, KdfParamsError};
pub use key::{EmptyPasscodeError, Key, Passcode};
pub use lock::{Lock, LockError, Salt};
pub use sealed::{Domain, OpenError, TooLongError, open, seal};

/// A number that is used once with a key: 96 random bits (NIST SP 800-38D, section 8.2.2, which allows 2³²
/// random ones for one key).
pub type Nonce = [u8; 12];
