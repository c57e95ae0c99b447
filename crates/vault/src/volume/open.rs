//! Opening: from passphrase to key, from key to the newest snapshot.

use std::fmt;

use zeroize::Zeroizing;

use super::VolumeError;
use super::format::{End, Format, HALVES};
use super::half::{self, Half, Place};
use super::header::{self, Found, Header, KeySlot};
use super::snapshot::{Unpacked, unpack};
use crate::crypto::Passphrase;

/// An opened volume: the key of one slot, and where its newest snapshot is. Debug output is redacted.
pub struct Volume {
    pub(super) format: Format,
    pub(super) found: Found,
    /// Sequence numbers of the halves when the file was last read.
    pub(super) sequences: [Option<u64>; HALVES],
    pub(super) newest: Newest,
}

/// The half that holds the newest snapshot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Newest {
    pub(super) half: usize,
    pub(super) sequence: u64,
}

/// What [`open`] returns.
#[derive(Debug)]
pub struct Opened {
    /// The handle to write with.
    pub volume: Volume,
    /// The newest snapshot.
    pub snapshot: Zeroizing<Vec<u8>>,
    /// How full its half is, in per cent, rounded up.
    pub percent: u32,
    /// What was damaged.
    pub damage: Damage,
}

/// What was found damaged. The next save repairs headers, length and one half.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Damage {
    /// The file is shorter or longer than its format says.
    pub length: bool,
    /// The front and the back header have another salt, or another key slot of this volume, than the ones that opened.
    pub headers: [bool; 2],
    /// The halves.
    pub halves: [Option<HalfDamage>; HALVES],
    /// Whether the snapshot is the one that was saved last.
    pub last_save: LastSave,
}

/// What is wrong with a half.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HalfDamage {
    /// It does not open.
    Broken,
    /// It opens, but it is not the save before the newest one: an earlier state of it was put back.
    Outdated,
}

/// Whether the snapshot is the one that was saved last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LastSave {
    /// It is.
    #[default]
    Present,
    /// It is the one before: the last one is broken.
    Lost,
    /// It is the last one or the one before: the half beside it does not say.
    Unknown,
}

impl Damage {
    /// Whether anything was damaged.
    #[must_use]
    pub fn is_any(&self) -> bool {
        *self != Self::default()
    }
}

/// Redacted: prints no key material and no slot.
impl fmt::Debug for Volume {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Volume")
    }
}

/// Opens the volume that a passphrase belongs to. One key derivation; every slot is tried, whichever opens. If the
/// headers have different salts and the front one opens nothing, the back one is tried with a second derivation.
///
/// # Errors
///
/// [`VolumeError::Wrong`] if no slot opens, [`VolumeError::Damaged`] if one does and neither of its halves,
/// [`VolumeError::NoMemory`] and [`VolumeError::Undefined`] from the key derivation.
pub fn open(format: Format, file: &[u8], passphrase: &Passphrase) -> Result<Opened, VolumeError> {
    let headers = End::BOTH.map(|end| Header::read(format, file, end));
    let present: Vec<Header> = headers.iter().flatten().cloned().collect();
    let found = header::find(format, &present, passphrase)?;
    let is_damaged = |header: &Option<Header>| !header.as_ref().is_some_and(|it| it.has(&found));
    let headers = headers.each_ref().map(is_damaged);
    let halves = Halves::read(format, &found, file)?;
    Ok(Opened {
        volume: Volume {
            format,
            found,
            sequences: halves.sequences,
            newest: halves.newest,
        },
        snapshot: halves.unpacked.snapshot,
        percent: halves.unpacked.percent,
        damage: Damage {
            length: file.len() != format.file_length(),
            headers,
            halves: halves.damage,
            last_save: halves.last_save,
        },
    })
}

impl Volume {
    /// Opens a file that was written and read back, with the key alone, and continues from it. Returns its newest
    /// snapshot. Opens the other half only if the newest one does not open.
    ///
    /// # Errors
    ///
    /// [`VolumeError::Damaged`] if neither half opens.
    pub fn confirm(&mut self, file: &[u8]) -> Result<Zeroizing<Vec<u8>>, VolumeError> {
        let sequences = [0, 1].map(|half| {
            let (place, bytes) = half_of(self.format, &self.found, file, half);
            half::sequence(&self.found.key, place, bytes)
        });
        let half = usize::from(sequences[1] > sequences[0]);
        let (sequence, unpacked) = read_half(self.format, &self.found, file, half);
        if let (Some(sequence), Some(unpacked)) = (sequence, unpacked) {
            self.sequences = sequences;
            self.newest = Newest { half, sequence };
            return Ok(unpacked.snapshot);
        }
        let halves = Halves::read(self.format, &self.found, file)?;
        self.sequences = halves.sequences;
        self.newest = halves.newest;
        Ok(halves.unpacked.snapshot)
    }

    /// Continues with the key slot that [`Volume::change_passphrase`] made, if both headers of the file that was read
    /// back hold it. Otherwise the next write puts the earlier one back.
    pub fn adopt(&mut self, file: &[u8], slot: KeySlot) {
        let number = self.found.number;
        let headers = End::BOTH.map(|end| Header::read(self.format, file, end));
        let mut slots = headers
            .iter()
            .map(|header| header.as_ref()?.slots.get(number));
        if slots.all(|found| found == Some(&slot)) {
            self.found.slot = slot;
        }
    }
}

/// Both halves of a slot.
struct Halves {
    sequences: [Option<u64>; HALVES],
    newest: Newest,
    unpacked: Unpacked,
    damage: [Option<HalfDamage>; HALVES],
    last_save: LastSave,
}

impl Halves {
    fn read(format: Format, found: &Found, file: &[u8]) -> Result<Self, VolumeError> {
        let [first, second] = [0, 1].map(|half| read_half(format, found, file, half));
        let sequences = [first.0, second.0];
        let second_is_newest = match (&first, &second) {
            ((_, None), (_, None)) => return Err(VolumeError::Damaged),
            ((_, None), _) => true,
            (_, (_, None)) => false,
            _ => second.0 > first.0,
        };
        let (half, (sequence, unpacked), other) = if second_is_newest {
            (1, second, first)
        } else {
            (0, first, second)
        };
        let (Some(sequence), Some(unpacked)) = (sequence, unpacked) else {
            return Err(VolumeError::Damaged);
        };
        let (damage, last_save) = judge(sequence, other.0, other.1.is_some());
        Ok(Self {
            sequences,
            newest: Newest { half, sequence },
            unpacked,
            damage: if half == 0 {
                [None, damage]
            } else {
                [damage, None]
            },
            last_save,
        })
    }
}

/// Place and bytes of a half. `None` if the file is too short.
fn half_of<'a>(
    format: Format,
    found: &Found,
    file: &'a [u8],
    half: usize,
) -> (Place, Option<&'a [u8]>) {
    let slot = found.number;
    (Place { slot, half }, file.get(format.half(slot, half)))
}

/// The sequence number and the content of a half, each if it opens.
fn read_half(
    format: Format,
    found: &Found,
    file: &[u8],
    half: usize,
) -> (Option<u64>, Option<Unpacked>) {
    let (place, bytes) = half_of(format, found, file, half);
    match half::open(&found.key, place, bytes) {
        Half::Intact { sequence, text } => (Some(sequence), unpack(&text)),
        Half::Damaged(sequence) => (sequence, None),
    }
}

/// What the half beside the newest one says: its damage, and whether the newest one is the last save.
fn judge(newest: u64, other: Option<u64>, opens: bool) -> (Option<HalfDamage>, LastSave) {
    match other {
        Some(other) if opens && other.checked_add(1) == Some(newest) => (None, LastSave::Present),
        _ if opens => (Some(HalfDamage::Outdated), LastSave::Unknown),
        Some(other) if other > newest => (Some(HalfDamage::Broken), LastSave::Lost),
        Some(_) => (Some(HalfDamage::Broken), LastSave::Present),
        None => (Some(HalfDamage::Broken), LastSave::Unknown),
    }
}
