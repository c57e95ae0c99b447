//! How the key to what is kept is kept itself: beside it, or under a code.
//!
//! A [`Lock`] is a small record. Numbers are little-endian.
//!
//! | bytes | without a code | with a code |
//! |---|---|---|
//! | 1 | version, 1 | version, 1 |
//! | 1 | 0 | 1 |
//! | 12 | | memory in KiB, passes, lanes |
//! | 16 | | salt |
//! | 12 | | nonce |
//! | 32 | the key | the key, sealed |
//! | 16 | | tag |
//!
//! Everything before the nonce is bound to the sealed key as associated data.

use zeroize::Zeroizing;

use super::cipher::{DeriveError, KdfInput, Tag, argon2id, gcm_open, gcm_seal};
use super::{KdfParams, Key, Nonce, Passcode};

/// Random bytes that make the same code give another key on every phone.
pub type Salt = [u8; 16];

const VERSION: u8 = 1;
const WITHOUT_CODE: u8 = 0;
const WITH_CODE: u8 = 1;

/// Why a lock does not open, or cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LockError {
    /// The code is not the one, or the sealed key is damaged: AES-GCM cannot tell which.
    #[error("the code is not the one")]
    Wrong,
    /// A code is set, and none was given.
    #[error("a code is needed")]
    NeedsCode,
    /// No record of ours looks like this.
    #[error("the record is damaged")]
    Damaged,
    /// Written by a newer page.
    #[error("version {0} is newer than this page")]
    Newer(u8),
    /// The phone does not give the memory that deriving the key takes.
    #[error("there is not enough memory")]
    NoMemory,
}

impl From<DeriveError> for LockError {
    fn from(error: DeriveError) -> Self {
        match error {
            DeriveError::NoMemory => Self::NoMemory,
            DeriveError::Undefined => Self::Damaged,
        }
    }
}

/// How a key is kept.
#[derive(Debug)]
pub enum Lock {
    /// As it is: whoever reads the disk has it.
    WithoutCode(Key),
    /// Sealed under a key that is derive_key from a code.
    WithCode {
        /// What one guess costs.
        cost: KdfParams,
        /// Random.
        salt: Salt,
        /// Random.
        nonce: Nonce,
        /// The key, sealed.
        sealed: [u8; Key::LENGTH],
        /// Its tag.
        tag: Tag,
    },
}

impl Lock {
    /// Locks a key with a code. Salt and nonce must be random and new.
    ///
    /// # Errors
    ///
    /// [`LockError::NoMemory`].
    pub fn with_code(
        key: &Key,
        code: &Passcode,
        cost: KdfParams,
        salt: Salt,
        nonce: Nonce,
    ) -> Result<Self, LockError> {
        let mut text = Zeroizing::new(*key.bytes());
        let tag = gcm_seal(
            &derive_key(code, cost, &salt)?,
            &nonce,
            &head(cost, &salt),
            text.as_mut_slice(),
        )
        .map_err(|_| LockError::Damaged)?;
        Ok(Self::WithCode {
            cost,
            salt,
            nonce,
            sealed: *text,
            tag,
        })
    }

    /// The key. A lock without a code opens whatever code is given.
    ///
    /// # Errors
    ///
    /// A [`LockError`].
    pub fn open(&self, code: Option<&Passcode>) -> Result<Key, LockError> {
        match self {
            Self::WithoutCode(key) => Ok(key.copy()),
            Self::WithCode {
                cost,
                salt,
                nonce,
                sealed,
                tag,
            } => {
                let code = code.ok_or(LockError::NeedsCode)?;
                let key = derive_key(code, *cost, salt)?;
                let mut text = Zeroizing::new(*sealed);
                gcm_open(&key, nonce, &head(*cost, salt), text.as_mut_slice(), tag)
                    .map_err(|_| LockError::Wrong)?;
                Ok(Key::new(*text))
            }
        }
    }

    /// The record.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        match self {
            Self::WithoutCode(key) => [&[VERSION, WITHOUT_CODE], key.bytes().as_slice()].concat(),
            Self::WithCode {
                cost,
                salt,
                nonce,
                sealed,
                tag,
            } => [&head(*cost, salt), nonce.as_slice(), sealed, tag].concat(),
        }
    }

    /// Reads a record.
    ///
    /// # Errors
    ///
    /// [`LockError::Newer`] or [`LockError::Damaged`], the latter also for a cost that is not accepted.
    pub fn from_bytes(record: &[u8]) -> Result<Self, LockError> {
        let (&version, rest) = record.split_first().ok_or(LockError::Damaged)?;
        if version > VERSION {
            return Err(LockError::Newer(version));
        }
        let read = match rest.split_first() {
            Some((&WITHOUT_CODE, key)) => read_key(key),
            Some((&WITH_CODE, rest)) => read_sealed_key(rest),
            _ => None,
        };
        read.filter(|_| version == VERSION)
            .ok_or(LockError::Damaged)
    }
}

fn read_key(bytes: &[u8]) -> Option<Lock> {
    Some(Lock::WithoutCode(Key::new(bytes.try_into().ok()?)))
}

fn read_sealed_key(bytes: &[u8]) -> Option<Lock> {
    let (memory, rest) = bytes.split_first_chunk()?;
    let (passes, rest) = rest.split_first_chunk()?;
    let (lanes, rest) = rest.split_first_chunk()?;
    let (salt, rest) = rest.split_first_chunk()?;
    let (nonce, rest) = rest.split_first_chunk()?;
    let (sealed, rest) = rest.split_first_chunk()?;
    let [memory, passes, lanes] = [memory, passes, lanes].map(|number| u32::from_le_bytes(*number));
    Some(Lock::WithCode {
        cost: KdfParams::new(memory, passes, lanes).ok()?,
        salt: *salt,
        nonce: *nonce,
        sealed: *sealed,
        tag: rest.try_into().ok()?,
    })
}

/// What stands before the nonce.
fn head(cost: KdfParams, salt: &Salt) -> Vec<u8> {
    let [memory, passes, lanes] = cost.numbers().map(u32::to_le_bytes);
    [
        &[VERSION, WITH_CODE],
        memory.as_slice(),
        &passes,
        &lanes,
        salt,
    ]
    .concat()
}

fn derive_key(code: &Passcode, cost: KdfParams, salt: &Salt) -> Result<Key, DeriveError> {
    let source = KdfInput {
        code: code.bytes(),
        salt,
        ..KdfInput::default()
    };
    argon2id(source, cost.numbers())
}
