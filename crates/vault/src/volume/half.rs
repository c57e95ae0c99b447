//! A half: a sealed sequence number and a sealed text.

use zeroize::Zeroizing;

use super::VolumeError;
use super::format::SEALED_SEQUENCE;
use crate::crypto::{Key, MessageRandom, open_committed, seal_committed};

/// Which half of which slot.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) slot: usize,
    pub(super) half: usize,
}

/// What a half holds.
pub(super) enum Half {
    Intact {
        sequence: u64,
        text: Zeroizing<Vec<u8>>,
    },
    /// With the sequence number, if that opens.
    Damaged(Option<u64>),
}

/// Seals a text into a half. The two random values are for the sequence number and the text.
pub(super) fn seal(
    key: &Key,
    place: Place,
    sequence: u64,
    text: &[u8],
    random: &[MessageRandom; 2],
) -> Result<Vec<u8>, VolumeError> {
    let [for_sequence, for_text] = random;
    let number = sequence.to_le_bytes();
    let mut sealed = seal_committed(key, for_sequence, &place.sequence(), &number)?;
    sealed.extend(seal_committed(key, for_text, &place.text(sequence), text)?);
    Ok(sealed)
}

/// Opens a half.
pub(super) fn open(key: &Key, place: Place, bytes: Option<&[u8]>) -> Half {
    let Some(sequence) = sequence(key, place, bytes) else {
        return Half::Damaged(None);
    };
    let sealed = bytes.and_then(|bytes| bytes.get(SEALED_SEQUENCE..));
    let text = sealed.map(|sealed| open_committed(key, &place.text(sequence), sealed));
    match text {
        Some(Ok(text)) => Half::Intact { sequence, text },
        _ => Half::Damaged(Some(sequence)),
    }
}

/// Opens a half's sequence number alone.
pub(super) fn sequence(key: &Key, place: Place, bytes: Option<&[u8]>) -> Option<u64> {
    let sealed = bytes?.get(..SEALED_SEQUENCE)?;
    let number = open_committed(key, &place.sequence(), sealed).ok()?;
    Some(u64::from_le_bytes(number.as_slice().try_into().ok()?))
}

impl Place {
    fn sequence(self) -> Vec<u8> {
        self.context(b"volume 1 sequence", &[])
    }

    fn text(self, sequence: u64) -> Vec<u8> {
        self.context(b"volume 1 snapshot", &sequence.to_le_bytes())
    }

    fn context(self, label: &[u8], rest: &[u8]) -> Vec<u8> {
        let (slot, half) = (self.slot.to_le_bytes(), self.half.to_le_bytes());
        [label, &slot[..1], &half[..1], rest].concat()
    }
}
