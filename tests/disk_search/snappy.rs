//! Snappy blocks whose beginning and end are unknown: LevelDB's blocks, values in Firefox's databases.
//!
//! The format has no magic bytes, so every offset is tried. The library needs the end of a block, which is
//! known only after decompression; so this decoder reads it: a length, then literals and copies of earlier
//! output (github.com/google/snappy, `format_description.txt`).

/// A block shorter than this holds no three words.
const LEAST: usize = 8;
/// A longer one is no block: LevelDB's blocks have some kilobytes, a page's values rarely a megabyte.
const MOST: usize = 16 << 20;
/// The output of a truncated block is searched if it is as long.
const BROKEN: usize = 256;

/// The output of blocks anywhere in `bytes`, concatenated. A block without copies is left out: its words are
/// in `bytes` uncompressed.
pub(crate) fn everywhere(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut block = Vec::new();
    let mut rest = bytes;
    while let Some(byte) = rest.first() {
        let mut step = 1;
        if usize::from(*byte) >= LEAST
            && let Some(taken) = unpack(rest, &mut block)
        {
            out.extend_from_slice(&block);
            out.push(b'\n');
            if block.len() > BROKEN {
                step = taken;
            }
        }
        rest = rest.get(step..).unwrap_or_default();
    }
    out
}

/// Decompresses the block that `bytes` begin with; returns its length.
fn unpack(bytes: &[u8], out: &mut Vec<u8>) -> Option<usize> {
    let (length, mut at) = length(bytes)?;
    // The first element can only be a literal.
    if !(LEAST..=MOST).contains(&length) || bytes.get(at)? & 3 != 0 {
        return None;
    }
    out.clear();
    let mut copied = false;
    while out.len() < length {
        let Some(taken) = element(bytes.get(at..).unwrap_or_default(), out, length) else {
            break;
        };
        copied |= bytes.get(at).is_some_and(|tag| tag & 3 != 0);
        at += taken;
    }
    (copied && (out.len() == length || out.len() >= BROKEN)).then_some(at)
}

/// A varint of up to five bytes, and its length.
fn length(bytes: &[u8]) -> Option<(usize, usize)> {
    let mut value = 0;
    for (index, byte) in bytes.iter().take(5).enumerate() {
        value |= usize::from(byte & 0x7f) << (7 * index);
        if byte & 0x80 == 0 {
            return Some((value, index + 1));
        }
    }
    None
}

/// One literal or copy, appended to the output; returns its length.
fn element(bytes: &[u8], out: &mut Vec<u8>, most: usize) -> Option<usize> {
    let (tag, rest) = bytes.split_first()?;
    let tag = usize::from(*tag);
    let number = |size: usize| {
        let bytes = rest.get(..size)?.iter().rev();
        Some(bytes.fold(0, |value, byte| value << 8 | usize::from(*byte)))
    };
    let (offset, length, taken) = match tag & 3 {
        0 => {
            let (length, extra) = match tag >> 2 {
                short @ 0..60 => (short + 1, 0),
                long => (number(long - 59)? + 1, long - 59),
            };
            let literal = rest.get(extra..extra.checked_add(length)?)?;
            if out.len() + length > most {
                return None;
            }
            out.extend_from_slice(literal);
            return Some(1 + extra + length);
        }
        1 => ((tag >> 5) << 8 | number(1)?, 4 + (tag >> 2 & 7), 2),
        2 => (number(2)?, (tag >> 2) + 1, 3),
        _ => (number(4)?, (tag >> 2) + 1, 5),
    };
    if offset == 0 || out.len() + length > most {
        return None;
    }
    // A copy may overlap its own output, and then repeats it.
    let from = out.len().checked_sub(offset)?;
    for place in from..from + length {
        out.push(*out.get(place)?);
    }
    Some(taken)
}
