//! One file of a fixed size with four slots for volumes, each a snapshot under a passphrase of its own.
//!
//! docs/vault-format.md is the format, exact enough for another reader; `tests/readers/volume.py` is one. In short: a
//! header of salt and four key slots at the front and again at the end; between them, for each slot, two halves. A half
//! holds one whole snapshot under a sequence number, compressed, padded and sealed. Saving writes the older half. What
//! is not in use is random bytes, and every byte looks random.
//!
//! The functions of this module are pure: they take the bytes of the file, passphrases, random bytes and KDF
//! parameters, and return bytes. [`stored`] runs them over a [`Store`](stored::Store), so that “saved” means written,
//! flushed, read back and opened.
//!
//! ```
//! use vault::crypto::Passphrase;
//! use vault::volume::{Format, VolumeError, create, open};
//!
//! # let mut state = 7_u32;
//! # let mut random = |bytes: &mut [u8]| {
//! #     for byte in bytes {
//! #         state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
//! #         *byte = state.to_be_bytes()[0];
//! #     }
//! #     Ok(())
//! # };
//! // Smaller and cheaper than `Format::DEFAULT`, for an example.
//! let format = Format::new(512, [8, 1, 1])?;
//! let passphrase = Passphrase::new(b"drum lemon card stair pond".to_vec())?;
//! let file = create(format, (&passphrase, b"first"), None, &mut random)?;
//! assert_eq!(file.len(), format.file_length());
//!
//! let opened = open(format, &file, &passphrase)?;
//! assert_eq!(opened.snapshot.as_slice(), b"first");
//! let file = opened.volume.save(file, b"second", &mut random)?.file;
//! assert_eq!(open(format, &file, &passphrase)?.snapshot.as_slice(), b"second");
//!
//! let other = Passphrase::new(b"another one".to_vec())?;
//! assert_eq!(open(format, &file, &other).err(), Some(VolumeError::Wrong));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod format;
mod half;
mod header;
mod open;
mod snapshot;
pub mod stored;
mod write;

use crate::crypto::cipher::{DeriveError, TooLongError};
use crate::store::RandomError;

pub use format::{Format, FormatError};
pub use header::KeySlot;
pub use open::{Damage, HalfDamage, LastSave, Opened, Volume, open};
pub use write::{Saved, create};

/// Failure to create, open or write a volume.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum VolumeError {
    /// No key slot opens: the passphrase is wrong, or both copies of its slot are damaged. These cannot be told apart.
    #[error("the passphrase opens nothing")]
    Wrong,
    /// The passphrase is right, and both halves are damaged.
    #[error("the passphrase is right, and what it opens is damaged")]
    Damaged,
    /// The snapshot does not fit into a half.
    #[error("the snapshot would fill {percent} % of its place")]
    Full {
        /// Length of the compressed snapshot, in per cent of what fits, rounded up.
        percent: u32,
    },
    /// The file is not the one that was opened: another page saved, changed the passphrase or removed the slot.
    #[error("the file was changed by another page")]
    Changed,
    /// The passphrase opens another slot already.
    #[error("the passphrase is in use")]
    InUse,
    /// The memory for the key derivation could not be allocated.
    #[error("there is not enough memory")]
    NoMemory,
    /// Argon2id is not defined for the parameters of the format.
    #[error("the parameters are outside what the key derivation is defined for")]
    Undefined,
    /// The random number generator failed.
    #[error("there are no random bytes")]
    Random,
}

impl From<RandomError> for VolumeError {
    fn from(RandomError: RandomError) -> Self {
        Self::Random
    }
}

impl From<DeriveError> for VolumeError {
    fn from(error: DeriveError) -> Self {
        match error {
            DeriveError::NoMemory => Self::NoMemory,
            DeriveError::Undefined => Self::Undefined,
        }
    }
}

impl From<TooLongError> for VolumeError {
    fn from(TooLongError: TooLongError) -> Self {
        Self::Full { percent: u32::MAX }
    }
}

/// From this many per cent on, a half is nearly full: the time to say so, as docs/vault-format.md asks.
pub const NEARLY_FULL_PERCENT: u32 = 80;

/// Random bytes are asked for in parts of at most this length: a browser gives no more at once (W3C Web Cryptography,
/// section 10.1.1).
const RANDOM_BYTES: usize = 65_536;

/// Fills `bytes` from `random`.
fn fill(
    bytes: &mut [u8],
    random: &mut impl FnMut(&mut [u8]) -> Result<(), RandomError>,
) -> Result<(), RandomError> {
    bytes.chunks_mut(RANDOM_BYTES).try_for_each(random)
}
