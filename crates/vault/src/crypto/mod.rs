//! Keys: deriving one from a passcode, sealing bytes under it, and storing it.
//!
//! This is the only module that names a cipher. It is pure: the caller passes the random bytes of salts, nonces
//! and keys, so that every result can be checked against published test vectors. docs/keys.md has the formats and
//! parameters, the reasons for them, and what they do not hide.
//!
//! ```
//! use vault::crypto::{Domain, KdfParams, Key, Lock, LockRandom, Passcode, open, seal};
//!
//! # fn fresh<const N: usize>() -> [u8; N] { [7; N] }
//! // A key seals bytes; the domain is authenticated with them.
//! let key = Key::new(fresh());
//! let note = Domain { name: "note", version: 1 };
//! let sealed = seal(&key, &fresh(), note, b"at 22:15, a white van")?;
//! assert_eq!(open(&key, note, &sealed)?.as_slice(), b"at 22:15, a white van");
//!
//! // A lock holds the key under a passcode.
//! let passcode = Passcode::new(b"41739025".to_vec())?;
//! let random = LockRandom { salt: fresh(), slots: [fresh(), fresh(), fresh(), fresh()], choice: 2 };
//! let lock = Lock::with_code(&key, &passcode, KdfParams::MIN, &random)?;
//! let lock = Lock::from_bytes(&lock.to_bytes())?;
//! assert_eq!(lock.open(&passcode)?.bytes(), key.bytes());
//! assert!(lock.open(&Passcode::new(b"0000".to_vec())?).is_err());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The public API is [`Lock`], [`seal`] and [`open`], and for [`volume`](crate::volume) [`seal_committed`] and
//! [`open_committed`]. [`cipher`] has the bare primitives, for those and for tests against published vectors, natively
//! and in the shipped WASM.

pub mod cipher;
mod committed;
mod cost;
mod key;
mod lock;
mod sealed;

pub use committed::{COMMITTED_OVERHEAD, MessageRandom, open_committed, seal_committed};
pub use cost::{KdfParams, KdfParamsError};
pub use key::{EmptyPasscodeError, EmptyPassphraseError, Key, Passcode, Passphrase};
pub use lock::{Lock, LockError, LockRandom, Salt};
pub use sealed::{Domain, OpenError, TooLongError, open, seal};

/// A nonce: 96 random bits, used once per key (NIST SP 800-38D, section 8.2.2, which allows 2³² random nonces
/// per key).
pub type Nonce = [u8; 12];
