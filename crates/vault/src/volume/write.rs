//! Creating a file, and writing one slot of it. The bytes of other slots stay as they were.

use super::format::{End, Format, HALVES, SLOTS};
use super::half::{self, Place};
use super::header::{Found, Header, KeySlot, derive_key, try_slots};
use super::open::{Newest, Volume};
use super::snapshot::pack;
use super::{VolumeError, fill};
use crate::crypto::{Key, MessageRandom, Passphrase};
use crate::store::RandomError;

/// A file with a new snapshot.
#[derive(Debug)]
pub struct Saved {
    /// The whole file.
    pub file: Vec<u8>,
    /// How full the half of the snapshot is, in per cent, rounded up.
    pub percent: u32,
}

/// Creates a file with one or two volumes, each a passphrase and its first snapshot. Slots are given out here only, at
/// random; what is not in use is random bytes. `random` fills a buffer with random bytes, at most 65,536 at once.
///
/// # Errors
///
/// [`VolumeError::InUse`] if the passphrases are equal, [`VolumeError::Full`], [`VolumeError::Random`], and those of the
/// key derivation.
pub fn create(
    format: Format,
    first: (&Passphrase, &[u8]),
    second: Option<(&Passphrase, &[u8])>,
    random: &mut impl FnMut(&mut [u8]) -> Result<(), RandomError>,
) -> Result<Vec<u8>, VolumeError> {
    if second.is_some_and(|(passphrase, _)| passphrase.bytes() == first.0.bytes()) {
        return Err(VolumeError::InUse);
    }
    let mut file = vec![0; format.file_length()];
    fill(&mut file, random)?;
    let mut header = Header::read(format, &file, End::Front).ok_or(VolumeError::Damaged)?;
    let numbers = choose_slots(random)?;
    for (number, (passphrase, snapshot)) in
        numbers.into_iter().zip([first].into_iter().chain(second))
    {
        let key = random_key(random)?;
        let wrapping_key = derive_key(format, passphrase, &header.salt)?;
        let sealed = KeySlot::seal(&wrapping_key, number, &key, &message_random(random)?)?;
        let slot = header.slots.get_mut(number).ok_or(VolumeError::Damaged)?;
        *slot = sealed;
        let (text, _) = pack(snapshot, format.text_length())?;
        for (half, sequence) in [(0, 1), (1, 2)] {
            let place = Place { slot: number, half };
            seal_half(format, &mut file, &key, (place, sequence), &text, random)?;
        }
    }
    for end in End::BOTH {
        header.write(format, &mut file, end);
    }
    Ok(file)
}

impl Volume {
    /// Returns the file as an opening writes it: nothing changes but damaged length, headers and own key slot, which are
    /// repaired. Every opening writes the whole file, as a save does.
    ///
    /// # Errors
    ///
    /// [`VolumeError::Changed`] and [`VolumeError::Random`].
    pub fn refresh(
        &self,
        mut file: Vec<u8>,
        random: &mut impl FnMut(&mut [u8]) -> Result<(), RandomError>,
    ) -> Result<Vec<u8>, VolumeError> {
        self.check_unchanged(&file)?;
        self.repair_length(&mut file, random)?;
        self.repair_headers(&mut file);
        Ok(file)
    }

    /// Writes a snapshot into the older half, under the next sequence number and a fresh key. The volume continues from
    /// the new file after [`Volume::confirm`].
    ///
    /// # Errors
    ///
    /// [`VolumeError::Full`], [`VolumeError::Changed`] and [`VolumeError::Random`].
    pub fn save(
        &self,
        file: Vec<u8>,
        snapshot: &[u8],
        random: &mut impl FnMut(&mut [u8]) -> Result<(), RandomError>,
    ) -> Result<Saved, VolumeError> {
        let (text, percent) = pack(snapshot, self.format.text_length())?;
        let mut file = self.refresh(file, random)?;
        let Newest { half, sequence } = self.newest;
        let sequence = sequence.checked_add(1).ok_or(VolumeError::Damaged)?;
        let place = Place {
            slot: self.found.number,
            half: HALVES - 1 - half,
        };
        let key = &self.found.key;
        seal_half(
            self.format,
            &mut file,
            key,
            (place, sequence),
            &text,
            random,
        )?;
        Ok(Saved { file, percent })
    }

    /// Seals the key of the volume's slot under another passphrase, in both headers. The volume continues with the
    /// returned slot after [`Volume::adopt`].
    ///
    /// # Errors
    ///
    /// [`VolumeError::InUse`] if the passphrase opens another slot, [`VolumeError::Changed`], [`VolumeError::Random`],
    /// and those of the key derivation.
    pub fn change_passphrase(
        &self,
        file: Vec<u8>,
        passphrase: &Passphrase,
        random: &mut impl FnMut(&mut [u8]) -> Result<(), RandomError>,
    ) -> Result<(Vec<u8>, KeySlot), VolumeError> {
        let mut file = self.refresh(file, random)?;
        let Found {
            salt, number, key, ..
        } = &self.found;
        let wrapping_key = derive_key(self.format, passphrase, salt)?;
        let headers = End::BOTH.map(|end| Header::read(self.format, &file, end));
        let headers: Vec<Header> = headers.into_iter().flatten().collect();
        if try_slots(&headers, salt, &wrapping_key, Some(*number)).is_some() {
            return Err(VolumeError::InUse);
        }
        let slot = KeySlot::seal(&wrapping_key, *number, key, &message_random(random)?)?;
        self.write_slot(&mut file, slot);
        Ok((file, slot))
    }

    /// Overwrites the volume's key slot in both headers with random bytes: the first step of removing it. After that no
    /// passphrase opens it.
    ///
    /// # Errors
    ///
    /// [`VolumeError::Random`].
    pub fn remove_key(
        &self,
        mut file: Vec<u8>,
        random: &mut impl FnMut(&mut [u8]) -> Result<(), RandomError>,
    ) -> Result<Vec<u8>, VolumeError> {
        self.repair_length(&mut file, random)?;
        let mut slot = self.found.slot;
        fill(&mut slot.0, random)?;
        self.write_slot(&mut file, slot);
        Ok(file)
    }

    /// Overwrites the volume's halves with random bytes: the second step of removing it.
    ///
    /// # Errors
    ///
    /// [`VolumeError::Random`].
    pub fn remove_halves(
        &self,
        mut file: Vec<u8>,
        random: &mut impl FnMut(&mut [u8]) -> Result<(), RandomError>,
    ) -> Result<Vec<u8>, VolumeError> {
        self.repair_length(&mut file, random)?;
        for half in 0..HALVES {
            let place = file.get_mut(self.format.half(self.found.number, half));
            fill(place.unwrap_or_default(), random)?;
        }
        Ok(file)
    }

    /// Refuses a file that another page wrote since it was opened: it would lose what that page saved, or bring back a
    /// key slot that it replaced.
    fn check_unchanged(&self, file: &[u8]) -> Result<(), VolumeError> {
        let number = self.found.number;
        let headers = End::BOTH.map(|end| Header::read(self.format, file, end));
        let mut headers = headers.iter().flatten();
        let has_slot = headers.any(|header| header.slots.get(number) == Some(&self.found.slot));
        let is_newer = (0..HALVES).zip(self.sequences).any(|(half, known)| {
            let place = Place { slot: number, half };
            let bytes = file.get(self.format.half(number, half));
            let sequence = half::sequence(&self.found.key, place, bytes);
            sequence > Some(self.newest.sequence) && sequence != known
        });
        if !has_slot || is_newer {
            return Err(VolumeError::Changed);
        }
        Ok(())
    }

    /// Gives the file its length: what is missing becomes random bytes, and a missing header a copy of the other one.
    fn repair_length(
        &self,
        file: &mut Vec<u8>,
        random: &mut impl FnMut(&mut [u8]) -> Result<(), RandomError>,
    ) -> Result<(), VolumeError> {
        let length = file.len();
        file.resize(self.format.file_length(), 0);
        fill(file.get_mut(length..).unwrap_or_default(), random)?;
        if length < self.format.file_length()
            && let Some(front) = Header::read(self.format, file, End::Front)
        {
            front.write(self.format, file, End::Back);
        }
        Ok(())
    }

    /// Writes the salt and the key slot that opened to both headers. A header in which both are others is damaged as a
    /// whole, and becomes a copy of the other one.
    fn repair_headers(&self, file: &mut [u8]) {
        let Found {
            salt, number, slot, ..
        } = &self.found;
        let headers = End::BOTH.map(|end| Header::read(self.format, file, end));
        let intact = headers.iter().flatten().find(|it| it.has(&self.found));
        for (end, header) in End::BOTH.into_iter().zip(&headers) {
            let is_lost = |it: &&Header| it.salt != *salt && it.slots.get(*number) != Some(slot);
            let lost = header.as_ref().filter(is_lost);
            if let Some(intact) = intact.filter(|_| lost.is_some()) {
                intact.write(self.format, file, end);
            }
        }
        self.write_slot(file, *slot);
    }

    /// Writes a key slot, with the salt, to both headers.
    fn write_slot(&self, file: &mut [u8], slot: KeySlot) {
        for end in End::BOTH {
            if let Some(mut header) = Header::read(self.format, file, end) {
                header.salt = self.found.salt;
                if let Some(place) = header.slots.get_mut(self.found.number) {
                    *place = slot;
                }
                header.write(self.format, file, end);
            }
        }
    }
}

/// Seals a text into its half of the file.
fn seal_half(
    format: Format,
    file: &mut [u8],
    key: &Key,
    (place, sequence): (Place, u64),
    text: &[u8],
    random: &mut impl FnMut(&mut [u8]) -> Result<(), RandomError>,
) -> Result<(), VolumeError> {
    let fresh = [message_random(random)?, message_random(random)?];
    let sealed = half::seal(key, place, sequence, text, &fresh)?;
    let to = file.get_mut(format.half(place.slot, place.half));
    for (to, from) in to.unwrap_or_default().iter_mut().zip(sealed) {
        *to = from;
    }
    Ok(())
}

/// Two different slots, every pair as likely as any other but for one part in 2³².
fn choose_slots(
    random: &mut impl FnMut(&mut [u8]) -> Result<(), RandomError>,
) -> Result<[usize; 2], RandomError> {
    let mut bytes = [[0; 4]; 2];
    fill(bytes.as_flattened_mut(), random)?;
    let [first, step] = bytes.map(u32::from_le_bytes);
    let others = SLOTS - 1;
    let modulo = |number: u32, of: usize| usize::try_from(number).unwrap_or_default() % of;
    let first = modulo(first, SLOTS);
    Ok([first, (first + 1 + modulo(step, others)) % SLOTS])
}

fn random_key(
    random: &mut impl FnMut(&mut [u8]) -> Result<(), RandomError>,
) -> Result<Key, RandomError> {
    let mut key = Key::new([0; Key::LENGTH]);
    key.fill(|bytes| fill(bytes, random))?;
    Ok(key)
}

fn message_random(
    random: &mut impl FnMut(&mut [u8]) -> Result<(), RandomError>,
) -> Result<MessageRandom, RandomError> {
    let mut bytes = MessageRandom::default();
    fill(&mut bytes, random)?;
    Ok(bytes)
}
