//! A header: salt and key slots.

use super::VolumeError;
use super::format::{End, Format, SLOTS};
use crate::crypto::cipher::{KdfInput, argon2id};
use crate::crypto::{
    COMMITTED_OVERHEAD, Key, MessageRandom, Passphrase, open_committed, seal_committed,
};

/// Length of a header in bytes: one sector of a disk, which is written whole or not at all.
pub(super) const HEADER_LENGTH: usize = SALT_LENGTH + SLOTS * SLOT_LENGTH;

const SALT_LENGTH: usize = 64;
const SLOT_LENGTH: usize = Key::LENGTH + COMMITTED_OVERHEAD;

/// Random bytes that make the same passphrase derive a different key in every file.
pub(super) type Salt = [u8; SALT_LENGTH];

/// A sealed key, as in a header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeySlot(pub(super) [u8; SLOT_LENGTH]);

/// A header of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Header {
    pub(super) salt: Salt,
    pub(super) slots: [KeySlot; SLOTS],
}

/// The key slot that a passphrase opens.
pub(super) struct Found {
    pub(super) salt: Salt,
    pub(super) number: usize,
    pub(super) slot: KeySlot,
    pub(super) key: Key,
}

impl Header {
    /// Reads a header. `None` if the file is too short.
    pub(super) fn read(format: Format, file: &[u8], end: End) -> Option<Self> {
        let bytes = file.get(format.header(end))?;
        let (salt, rest) = bytes.split_first_chunk()?;
        let (slots, _) = rest.as_chunks::<SLOT_LENGTH>();
        let slots: &[[u8; SLOT_LENGTH]; SLOTS] = slots.try_into().ok()?;
        Some(Self {
            salt: *salt,
            slots: slots.map(KeySlot),
        })
    }

    /// Writes the header to its place in a file.
    pub(super) fn write(&self, format: Format, file: &mut [u8], end: End) {
        let slots = self.slots.iter().flat_map(|slot| slot.0);
        let bytes = self.salt.into_iter().chain(slots);
        let place = file.get_mut(format.header(end)).unwrap_or_default();
        for (to, from) in place.iter_mut().zip(bytes) {
            *to = from;
        }
    }

    /// Whether salt and slot are the ones that opened.
    pub(super) fn has(&self, found: &Found) -> bool {
        self.salt == found.salt && self.slots.get(found.number) == Some(&found.slot)
    }
}

impl KeySlot {
    /// Seals a slot's key.
    pub(super) fn seal(
        wrapping_key: &Key,
        number: usize,
        key: &Key,
        random: &MessageRandom,
    ) -> Result<Self, VolumeError> {
        let sealed = seal_committed(wrapping_key, random, &context(number), key.bytes())?;
        let sealed = sealed.try_into().map_err(|_| VolumeError::Damaged)?;
        Ok(Self(sealed))
    }

    fn open(&self, wrapping_key: &Key, number: usize) -> Option<Key> {
        let text = open_committed(wrapping_key, &context(number), &self.0).ok()?;
        text.as_slice().try_into().ok().map(Key::new)
    }
}

/// Derives the key that wraps slots' keys.
pub(super) fn derive_key(
    format: Format,
    passphrase: &Passphrase,
    salt: &Salt,
) -> Result<Key, VolumeError> {
    let input = KdfInput {
        code: passphrase.bytes(),
        salt,
        ..KdfInput::default()
    };
    Ok(argon2id(input, format.cost())?)
}

/// Tries a wrapping key on every slot of every header, whichever opens, and returns the first that did.
pub(super) fn try_slots(
    headers: &[Header],
    salt: &Salt,
    wrapping_key: &Key,
    skip: Option<usize>,
) -> Option<Found> {
    let mut found = None;
    for header in headers {
        for (number, slot) in header.slots.iter().enumerate() {
            let key = slot.open(wrapping_key, number);
            let key = key.filter(|_| skip != Some(number));
            found = found.or(key.map(|key| Found {
                salt: *salt,
                number,
                slot: *slot,
                key,
            }));
        }
    }
    found
}

/// Finds the slot that a passphrase opens: one derivation, and a second one only if the headers have different salts
/// and the first salt opens nothing.
pub(super) fn find(
    format: Format,
    headers: &[Header],
    passphrase: &Passphrase,
) -> Result<Found, VolumeError> {
    let mut salts: Vec<&Salt> = headers.iter().map(|header| &header.salt).collect();
    salts.dedup();
    for salt in salts {
        let wrapping_key = derive_key(format, passphrase, salt)?;
        if let Some(found) = try_slots(headers, salt, &wrapping_key, None) {
            return Ok(found);
        }
    }
    Err(VolumeError::Wrong)
}

fn context(number: usize) -> Vec<u8> {
    [b"volume 1 key".as_slice(), &number.to_le_bytes()[..1]].concat()
}
