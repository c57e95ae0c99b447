//! The stored form of a key: in the clear, or wrapped under a passcode.
//!
//! A [`Lock`] is a small binary record. Numbers are little-endian.
//!
//! | bytes | without passcode | with passcode |
//! |---|---|---|
//! | 1 | version, 1 | version, 1 |
//! | 1 | 0 | 1 |
//! | 12 | | memory in KiB, passes, lanes |
//! | 16 | | salt |
//! | 12 | | nonce |
//! | 32 | the key | the key, sealed |
//! | 16 | | tag |
//!
//! Everything before the nonce is associated data of the sealed key.

use zeroize::Zeroizing;

use super::cipher::{DeriveError, KdfInput, Tag, argon2id, gcm_open, gcm_seal};
use super::{KdfParams, Key, Nonce, Passcode};

/// Random bytes that make the same passcode derive a different key on every phone.
pub type Salt = [u8; 16];

const VERSION: u8 = 1;
const WITHOUT_CODE: u8 = 0;
const WITH_CODE: u8 = 1;

/// Failure to open or parse a lock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LockError {
    /// The passcode is wrong or the sealed key is damaged: AES-GCM cannot tell which.
    #[error("the code is not the one")]
    Wrong,
    /// The lock needs a passcode, and the caller has none.
    #[error("a code is needed")]
    NeedsCode,
    /// The record is malformed.
    #[error("the record is damaged")]
    Damaged,
    /// The record has a newer version.
    #[error("version {0} is newer than this page")]
    Newer(u8),
    /// The memory for the key derivation could not be allocated.
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

/// The stored form of a key.
#[derive(Debug)]
pub enum Lock {
    /// In the clear: anyone who reads the disk has it.
    WithoutCode(Key),
    /// Sealed under a key that is derived from a passcode.
    WithCode {
        /// Parameters of the key derivation.
        cost: KdfParams,
        /// Salt of the key derivation, random.
        salt: Salt,
        /// Nonce of the sealed key, random.
        nonce: Nonce,
        /// The sealed key.
        sealed: [u8; Key::LENGTH],
        /// Authentication tag of the sealed key.
        tag: Tag,
    },
}

impl Lock {
    /// Wraps a key under a passcode. Salt and nonce must be random and fresh.
    ///
    /// # Errors
    ///
    /// [`LockError::NoMemory`] if the memory for the key derivation cannot be allocated.
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

    /// Returns the key. A lock without a passcode ignores `code`.
    ///
    /// # Errors
    ///
    /// A [`LockError`] if the passcode is missing or wrong, the sealed key is damaged, or memory is short.
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

    /// Serialises the record.
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

    /// Parses a record.
    ///
    /// # Errors
    ///
    /// [`LockError::Newer`] or [`LockError::Damaged`], the latter also for parameters that are not accepted.
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

/// Serialises the head of the record, which is the associated data.
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
