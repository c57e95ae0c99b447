//! The stored form of a key: wrapped under a passcode.
//!
//! A [`Lock`] is a small binary record. Numbers are little-endian.
//!
//! | bytes | |
//! |---|---|
//! | 1 | version, 1 |
//! | 1 | kind, 1 |
//! | 12 | memory in KiB, passes, lanes |
//! | 16 | salt |
//! | 12 | nonce |
//! | 32 | the key, sealed |
//! | 16 | tag |
//!
//! Everything before the nonce is associated data of the sealed key.

use zeroize::Zeroizing;

use super::cipher::{DeriveError, KdfInput, Tag, argon2id, gcm_open, gcm_seal};
use super::{KdfParams, Key, Nonce, Passcode};

/// Random bytes that make the same passcode derive a different key on every phone.
pub type Salt = [u8; 16];

const VERSION: u8 = 1;
const WITH_CODE: u8 = 1;

/// Failure to open or parse a lock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LockError {
    /// The passcode is wrong or the sealed key is damaged: AES-GCM cannot tell which.
    #[error("the code is not the one")]
    Wrong,
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

/// A key, sealed under a key that is derived from a passcode.
#[derive(Debug)]
pub struct Lock {
    /// Parameters of the key derivation.
    cost: KdfParams,
    salt: Salt,
    nonce: Nonce,
    sealed: [u8; Key::LENGTH],
    tag: Tag,
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
        Ok(Self {
            cost,
            salt,
            nonce,
            sealed: *text,
            tag,
        })
    }

    /// Returns the key.
    ///
    /// # Errors
    ///
    /// A [`LockError`] if the passcode is wrong, the sealed key is damaged, or memory is short.
    pub fn open(&self, code: &Passcode) -> Result<Key, LockError> {
        let key = derive_key(code, self.cost, &self.salt)?;
        let mut text = Zeroizing::new(self.sealed);
        let head = head(self.cost, &self.salt);
        gcm_open(&key, &self.nonce, &head, text.as_mut_slice(), &self.tag)
            .map_err(|_| LockError::Wrong)?;
        Ok(Key::new(*text))
    }

    /// Serialises the record.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let head = head(self.cost, &self.salt);
        [&head, self.nonce.as_slice(), &self.sealed, &self.tag].concat()
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
        match rest.split_first() {
            Some((&WITH_CODE, rest)) if version == VERSION => read(rest).ok_or(LockError::Damaged),
            _ => Err(LockError::Damaged),
        }
    }
}

fn read(bytes: &[u8]) -> Option<Lock> {
    let (memory, rest) = bytes.split_first_chunk()?;
    let (passes, rest) = rest.split_first_chunk()?;
    let (lanes, rest) = rest.split_first_chunk()?;
    let (salt, rest) = rest.split_first_chunk()?;
    let (nonce, rest) = rest.split_first_chunk()?;
    let (sealed, rest) = rest.split_first_chunk()?;
    let [memory, passes, lanes] = [memory, passes, lanes].map(|number| u32::from_le_bytes(*number));
    Some(Lock {
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
