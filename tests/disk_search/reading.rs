//! Decoding bytes as text, in every encoding and escape that browsers write.

/// The texts that bytes decode to, each with the name of the decoding.
pub(crate) fn texts(bytes: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    let bytes = without_emptiness(bytes);
    let even = utf_16(&bytes);
    let odd = utf_16(bytes.get(1..).unwrap_or_default());
    let mut texts = vec![
        ("", bytes),
        (", UTF-16", even),
        (", UTF-16 at odd places", odd),
    ];
    texts.retain(|(_, text)| !text.is_empty());
    let escaped: Vec<_> = texts
        .iter()
        .filter_map(|(how, text)| {
            let how = match *how {
                "" => ", escaped",
                _ => ", UTF-16, escaped",
            };
            Some((how, unescape(text)?))
        })
        .collect();
    texts.extend(escaped);
    texts
}

/// Bytes without most of their zeros, of which databases have whole pages. The parity of offsets is preserved.
pub(crate) fn without_emptiness(bytes: &[u8]) -> Vec<u8> {
    const EMPTY: [u8; 64] = [0; 64];
    let mut chunks = bytes.chunks(EMPTY.len()).peekable();
    let mut out = Vec::new();
    while let Some(chunk) = chunks.next() {
        let is_next_empty = chunks.peek().is_some_and(|next| *next == EMPTY);
        if chunk != EMPTY || !is_next_empty {
            out.extend_from_slice(chunk);
        }
    }
    out
}

/// Runs of UTF-16 letters, little-endian; a line for each run. From the next byte on, this also reads
/// big-endian.
fn utf_16(bytes: &[u8]) -> Vec<u8> {
    let mut text = Vec::new();
    let mut start = 0;
    let mut ended = true;
    for pair in bytes.chunks_exact(2) {
        match *pair {
            // Fast path for most text.
            [low @ 0x20..0x7f, 0] => {
                text.push(low);
                ended = false;
            }
            // Latin letters with marks, and the marks of printed text.
            [low, high @ (0 | 1 | 0x20)]
                if (low, high) > (0x7f, 0) || matches!(low, 9 | 10 | 13) =>
            {
                let letter = char::from_u32(u32::from(u16::from_le_bytes([low, high])));
                let mut room = [0; 4];
                let letter = letter.unwrap_or(' ').encode_utf8(&mut room);
                text.extend_from_slice(letter.as_bytes());
                ended = false;
            }
            _ if ended => {}
            _ => {
                // Two letters are a coincidence.
                if text.len() - start < 4 {
                    text.truncate(start);
                } else {
                    text.push(b'\n');
                }
                start = text.len();
                ended = true;
            }
        }
    }
    text
}

/// A text with its `%20`, `\u00e9`, `\/` and `\n` unescaped, if it has any. What is far from them is left out.
fn unescape(text: &[u8]) -> Option<Vec<u8>> {
    const NEAR: usize = 160;
    let mut out = Vec::new();
    let mut rest = text;
    let mut found = false;
    while let Some(at) = memchr::memchr2(b'%', b'\\', rest) {
        let (before, escape) = rest.split_at(at);
        let (length, letter) = escaped(escape).unwrap_or((1, char::REPLACEMENT_CHARACTER));
        found |= length > 1;
        match before.len().checked_sub(NEAR) {
            Some(far @ NEAR..) => {
                out.extend(before.iter().take(NEAR));
                out.push(b'\n');
                out.extend(before.iter().skip(far));
            }
            _ => out.extend_from_slice(before),
        }
        if length == 1 {
            out.extend(escape.first());
        } else if escape.starts_with(b"%") {
            // One byte, which may be part of a UTF-8 sequence.
            out.extend(u8::try_from(u32::from(letter)));
        } else {
            let mut room = [0; 4];
            out.extend_from_slice(letter.encode_utf8(&mut room).as_bytes());
        }
        rest = escape.get(length..).unwrap_or_default();
    }
    out.extend(rest.iter().take(NEAR));
    found.then_some(out)
}

/// The length of the escape that `bytes` begin with, and the character that it encodes.
fn escaped(bytes: &[u8]) -> Option<(usize, char)> {
    let digits = |range: std::ops::Range<usize>| {
        let digits = std::str::from_utf8(bytes.get(range)?).ok()?;
        u32::from_str_radix(digits, 16).ok()
    };
    match bytes {
        [b'%', ..] => Some((3, char::from_u32(digits(1..3)?)?)),
        [b'\\', b'u', ..] => Some((6, char::from_u32(digits(2..6)?)?)),
        [b'\\', b'x', ..] => Some((4, char::from_u32(digits(2..4)?)?)),
        [b'\\', b'n' | b'r' | b't', ..] => Some((2, ' ')),
        [b'\\', mark @ (b'/' | b'"' | b'\''), ..] => Some((2, char::from(*mark))),
        _ => None,
    }
}
