//! The stored form of a key: wrapped under a passcode.
//!
//! A [`Lock`] is a record of one size. Numbers are little-endian.
//!
//! | bytes | |
//! |---|---|
//! | 1 | version, 1 |
//! | 12 | memory in KiB, passes, lanes |
//! | 16 | salt |
//! | 4 × 60 | key slots: nonce (12), the key, sealed (32), tag (16) |
//!
//! One key slot, chosen at random, holds the key; the others are random bytes, so that the record does not tell how many
//! passcodes there are. Everything before the slots, and the number of the slot (one byte), is associated data of the
//! sealed key. Opening derives one key and always tries all four slots.

use zeroize::Zeroizing;

use super::cipher::{DeriveError, KdfInput, Tag, argon2id, gcm_open, gcm_seal};
use super::{KdfParams, Key, Nonce, Passcode};

/// Random bytes that make the same passcode derive a different key on every phone.
pub type Salt = [u8; 16];

const VERSION: u8 = 1;
const SLOTS: usize = 4;

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

/// Random bytes for a new lock, fresh for each.
#[derive(Debug, Clone)]
pub struct LockRandom {
    /// The salt.
    pub salt: Salt,
    /// Filling of the slots. The slot that holds the key keeps the first 12 bytes, as its nonce.
    pub slots: [[u8; KeySlot::LENGTH]; SLOTS],
    /// Chooses the slot: its lowest two bits are the number.
    pub choice: u8,
}

impl LockRandom {
    /// Creates it.
    ///
    /// # Errors
    ///
    /// Any error of `fill`, which fills a buffer with random bytes.
    pub fn new<E>(mut fill: impl FnMut(&mut [u8]) -> Result<(), E>) -> Result<Self, E> {
        let mut random = Self {
            salt: Salt::default(),
            slots: [[0; KeySlot::LENGTH]; SLOTS],
            choice: 0,
        };
        fill(&mut random.salt)?;
        fill(random.slots.as_flattened_mut())?;
        fill(std::slice::from_mut(&mut random.choice))?;
        Ok(random)
    }
}

/// A sealed key, or random bytes, which look the same.
#[derive(Debug, Clone)]
struct KeySlot {
    nonce: Nonce,
    sealed: [u8; Key::LENGTH],
    tag: Tag,
}

/// A key, sealed under a key that is derived from a passcode.
#[derive(Debug)]
pub struct Lock {
    params: KdfParams,
    salt: Salt,
    slots: [KeySlot; SLOTS],
}

impl Lock {
    /// Length of a record in bytes.
    pub const LENGTH: usize = 1 + 12 + 16 + SLOTS * KeySlot::LENGTH;

    /// Wraps a key under a passcode.
    ///
    /// # Errors
    ///
    /// [`LockError::NoMemory`] if the memory for the key derivation cannot be allocated.
    pub fn with_code(
        key: &Key,
        code: &Passcode,
        params: KdfParams,
        random: &LockRandom,
    ) -> Result<Self, LockError> {
        let head = head(params, &random.salt);
        let wrapping_key = derive_key(code, params, &random.salt)?;
        let chosen = usize::from(random.choice) % SLOTS;
        let mut slots = random.slots.map(|bytes| KeySlot::from_bytes(&bytes));
        let slot = slots.get_mut(chosen).ok_or(LockError::Damaged)?;
        slot.seal(&wrapping_key, &aad(&head, chosen), key)?;
        Ok(Self {
            params,
            salt: random.salt,
            slots,
        })
    }

    /// Returns the key. Tries every slot, whichever opens.
    ///
    /// # Errors
    ///
    /// A [`LockError`] if the passcode is wrong, the sealed key is damaged, or memory is short.
    pub fn open(&self, code: &Passcode) -> Result<Key, LockError> {
        let head = head(self.params, &self.salt);
        let wrapping_key = derive_key(code, self.params, &self.salt)?;
        let mut found = None;
        for (number, slot) in self.slots.iter().enumerate() {
            let opened = slot.open(&wrapping_key, &aad(&head, number));
            found = found.or(opened);
        }
        found.ok_or(LockError::Wrong)
    }

    /// Returns the parameters of its key derivation.
    #[must_use]
    pub fn params(&self) -> KdfParams {
        self.params
    }

    /// Serialises the record.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = head(self.params, &self.salt);
        for slot in &self.slots {
            bytes.extend(slot.nonce);
            bytes.extend(slot.sealed);
            bytes.extend(slot.tag);
        }
        bytes
    }

    /// Parses a record.
    ///
    /// # Errors
    ///
    /// [`LockError::Newer`] or [`LockError::Damaged`], the latter also for parameters that are not accepted.
    pub fn from_bytes(record: &[u8]) -> Result<Self, LockError> {
        match record.split_first() {
            Some((&VERSION, rest)) => read(rest).ok_or(LockError::Damaged),
            Some((&version, _)) if version > VERSION => Err(LockError::Newer(version)),
            _ => Err(LockError::Damaged),
        }
    }
}

impl KeySlot {
    const LENGTH: usize = size_of::<Nonce>() + Key::LENGTH + size_of::<Tag>();

    fn from_bytes(bytes: &[u8; Self::LENGTH]) -> Self {
        let mut slot = Self {
            nonce: Nonce::default(),
            sealed: [0; Key::LENGTH],
            tag: Tag::default(),
        };
        let parts = slot.nonce.iter_mut().chain(&mut slot.sealed);
        for (to, from) in parts.chain(&mut slot.tag).zip(bytes) {
            *to = *from;
        }
        slot
    }

    fn seal(&mut self, wrapping_key: &Key, aad: &[u8], key: &Key) -> Result<(), LockError> {
        let mut text = Zeroizing::new(*key.bytes());
        let sealed = gcm_seal(wrapping_key, &self.nonce, aad, text.as_mut_slice());
        self.tag = sealed.map_err(|_| LockError::Damaged)?;
        self.sealed = *text;
        Ok(())
    }

    fn open(&self, wrapping_key: &Key, aad: &[u8]) -> Option<Key> {
        let mut text = Zeroizing::new(self.sealed);
        let opened = gcm_open(
            wrapping_key,
            &self.nonce,
            aad,
            text.as_mut_slice(),
            &self.tag,
        );
        opened.ok().map(|()| Key::new(*text))
    }
}

fn read(bytes: &[u8]) -> Option<Lock> {
    let (memory, rest) = bytes.split_first_chunk()?;
    let (passes, rest) = rest.split_first_chunk()?;
    let (lanes, rest) = rest.split_first_chunk()?;
    let (salt, rest) = rest.split_first_chunk()?;
    let [memory, passes, lanes] = [memory, passes, lanes].map(|number| u32::from_le_bytes(*number));
    let (slots, rest) = rest.as_chunks::<{ KeySlot::LENGTH }>();
    let slots: &[[u8; KeySlot::LENGTH]; SLOTS] = slots.try_into().ok()?;
    rest.is_empty().then_some(Lock {
        params: KdfParams::new(memory, passes, lanes).ok()?,
        salt: *salt,
        slots: slots.each_ref().map(KeySlot::from_bytes),
    })
}

/// Serialises everything before the slots.
fn head(params: KdfParams, salt: &Salt) -> Vec<u8> {
    let [memory, passes, lanes] = params.numbers().map(u32::to_le_bytes);
    [&[VERSION], memory.as_slice(), &passes, &lanes, salt].concat()
}

/// Associated data of a slot: a sealed key cannot be moved to another one.
fn aad(head: &[u8], slot: usize) -> Vec<u8> {
    [head, &slot.to_le_bytes()[..1]].concat()
}

fn derive_key(code: &Passcode, params: KdfParams, salt: &Salt) -> Result<Key, DeriveError> {
    let source = KdfInput {
        code: code.bytes(),
        salt,
        ..KdfInput::default()
    };
    argon2id(source, params.numbers())
}
