//! The text of a half: a compressed snapshot, padded so that every text has one length.
//!
//! Four bytes with the length of the snapshot (little-endian), the snapshot as raw deflate (RFC 1951), zeros.

use miniz_oxide::DataFormat;
use miniz_oxide::deflate::core::{CompressorOxide, TDEFLFlush, TDEFLStatus, compress_to_output};
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};
use zeroize::Zeroizing;

use super::VolumeError;

/// Level of compression. 2,000 entries (1,515,683 bytes) take, in the worker's WASM in Node on a machine with two shared
/// cores, and fill of a half: level 1 35 ms and 72 %, 2 55 ms and 60 %, 3 80 ms and 55 %, 6 155 ms and 52 %. A save has to
/// end within a second on a phone of a quarter of that speed, and sealing and reading back take 110 ms of it.
const LEVEL: u8 = 2;

/// A snapshot may be this many times as long as the text that holds it, so that reading needs a known amount of memory.
const MOST_RATIO: usize = 16;

/// Length of the number before the compressed snapshot.
const PREFIX: usize = size_of::<u32>();

/// A snapshot, and how full its place is in per cent, rounded up.
pub(super) struct Unpacked {
    pub(super) snapshot: Zeroizing<Vec<u8>>,
    pub(super) percent: u32,
}

/// Compresses and pads a snapshot to `length` bytes. Returns the text, and how full it is in per cent, rounded up.
///
/// # Errors
///
/// [`VolumeError::Full`] if it does not fit.
pub(super) fn pack(
    snapshot: &[u8],
    length: usize,
) -> Result<(Zeroizing<Vec<u8>>, u32), VolumeError> {
    let mut text = Zeroizing::new(vec![0; length]);
    let most = length.saturating_mul(MOST_RATIO);
    let by_length = percent(snapshot.len(), most);
    let (prefix, place) = text
        .split_first_chunk_mut::<PREFIX>()
        .ok_or(VolumeError::Full { percent: by_length })?;
    let compressed = compress(snapshot, place);
    let percent = by_length.max(percent(compressed, place.len()));
    if percent > 100 {
        return Err(VolumeError::Full { percent });
    }
    let number = u32::try_from(snapshot.len()).map_err(|_| VolumeError::Full { percent })?;
    *prefix = number.to_le_bytes();
    Ok((text, percent))
}

/// Reads what [`pack`] wrote. `None` if it is anything else.
pub(super) fn unpack(text: &[u8]) -> Option<Unpacked> {
    let (prefix, place) = text.split_first_chunk::<PREFIX>()?;
    let length = usize::try_from(u32::from_le_bytes(*prefix)).ok()?;
    let most = text.len().saturating_mul(MOST_RATIO);
    if length > most {
        return None;
    }
    let mut snapshot = Zeroizing::new(vec![0; length]);
    let flags = TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
    let mut state = Box::new(DecompressorOxide::new());
    let (status, read, written) = decompress(&mut state, place, &mut snapshot, 0, flags);
    let padding = place.get(read..)?;
    let is_whole = status == TINFLStatus::Done && written == length;
    if !is_whole || padding.iter().any(|byte| *byte != 0) {
        return None;
    }
    let percent = percent(length, most).max(percent(read, place.len()));
    Some(Unpacked { snapshot, percent })
}

/// Compresses into `place` as far as that reaches, and returns the whole compressed length.
fn compress(snapshot: &[u8], place: &mut [u8]) -> usize {
    let mut length = 0;
    let mut state = Box::new(CompressorOxide::default());
    state.set_format_and_level(DataFormat::Raw, LEVEL);
    let (status, _) = compress_to_output(&mut state, snapshot, TDEFLFlush::Finish, |part| {
        let to = place.get_mut(length..).unwrap_or_default();
        for (to, from) in to.iter_mut().zip(part) {
            *to = *from;
        }
        length += part.len();
        true
    });
    if status == TDEFLStatus::Done {
        length
    } else {
        usize::MAX
    }
}

/// `part` of `whole` in per cent, rounded up.
fn percent(part: usize, whole: usize) -> u32 {
    let percent = part.saturating_mul(100).div_ceil(whole.max(1));
    u32::try_from(percent).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::{MOST_RATIO, PREFIX, compress, pack, unpack};
    use crate::volume::VolumeError;
    use proptest::prelude::*;

    #[test]
    fn a_text_is_what_was_packed_and_nothing_else() {
        let (text, _) = pack(b"some words", 100).unwrap();
        assert_eq!(unpack(&text).unwrap().snapshot.as_slice(), b"some words");
        for length in [0, 9, 11, u32::MAX] {
            let mut altered = text.to_vec();
            altered[..PREFIX].copy_from_slice(&length.to_le_bytes());
            assert!(unpack(&altered).is_none(), "{length}");
        }
        let mut padded = text.to_vec();
        padded[99] = 1;
        assert!(unpack(&padded).is_none());
        for length in 0..16 {
            assert!(unpack(&text[..length]).is_none(), "{length}");
        }
    }

    #[test]
    fn a_text_that_would_need_too_much_memory_is_refused() {
        let longest = vec![7; 100 * MOST_RATIO];
        assert!(unpack(&pack(&longest, 100).unwrap().0).is_some());
        let longer = vec![7; longest.len() + 1];
        let refused = pack(&longer, 100).err();
        assert_eq!(refused, Some(VolumeError::Full { percent: 101 }));
        let mut text = vec![0; 100];
        let length = u32::try_from(longer.len()).unwrap();
        text[..PREFIX].copy_from_slice(&length.to_le_bytes());
        assert!(compress(&longer, &mut text[PREFIX..]) <= 100 - PREFIX);
        assert!(unpack(&text).is_none());
    }

    proptest! {
        #[test]
        fn no_text_makes_reading_panic(text: Vec<u8>) {
            if let Some(unpacked) = unpack(&text) {
                prop_assert!(unpacked.snapshot.len() <= text.len() * MOST_RATIO);
            }
        }
    }
}
