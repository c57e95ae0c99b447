//! Bytes as a snapshot holds them: two lower-case hexadecimal digits each.

use std::str::Split;

use domain::props::Props;

/// `N` bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hex<const N: usize>(pub(crate) [u8; N]);

impl<const N: usize> Props for Hex<N> {
    fn write(&self, lines: &mut Vec<String>) {
        lines.push(self.0.iter().flat_map(|byte| digits(*byte)).collect());
    }

    fn read(lines: &mut Split<'_, char>) -> Option<Self> {
        let mut bytes = [0; N];
        read(lines.next()?, &mut bytes)?;
        Some(Self(bytes))
    }
}

/// The two digits of a byte.
pub(super) fn digits(byte: u8) -> [char; 2] {
    [byte >> 4, byte & 15].map(|value| {
        let first = if value < 10 { b'0' } else { b'a' - 10 };
        char::from(first + value)
    })
}

/// Reads as many bytes as its buffer has.
fn read(text: &str, bytes: &mut [u8]) -> Option<()> {
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    if pairs.len() != bytes.len() || !rest.is_empty() {
        return None;
    }
    for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
        *byte = value(*high)? << 4 | value(*low)?;
    }
    Some(())
}

/// The value of a digit.
fn value(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Hex;
    use domain::props::Props;
    use proptest::prelude::*;

    #[test]
    fn bytes_have_one_form() {
        let hex = Hex([0x00, 0x9a, 0xff, 0x1f]);
        assert_eq!(hex.to_lines(), "009aff1f");
        assert_eq!(Hex::from_lines("009aff1f"), Some(hex));
        for wrong in [
            "",
            "009aff1",
            "009aff1f0",
            "009aff1f00",
            "009aff",
            "009AFF1F",
            "009aff1g",
            "+09aff1f",
            " 09aff1f",
            "009aff1`",
            "009aff/0",
            "009aff:0",
            "é9aff1f",
        ] {
            assert_eq!(Hex::<4>::from_lines(wrong), None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn every_byte_reads_back(bytes: [u8; 8]) {
            let text = Hex(bytes).to_lines();
            prop_assert_eq!(&text, &bytes.map(|byte| format!("{byte:02x}")).concat());
            prop_assert_eq!(Hex::from_lines(&text), Some(Hex(bytes)));
        }
    }
}
