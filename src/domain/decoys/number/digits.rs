//! The first digits of a fraction, by long division.

use super::Number;

/// The first digits of a number, its sign left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Digits {
    /// Exactly as many digits as were asked for; 0 for zero.
    pub(super) mantissa: i128,
    /// The power of ten of the first of them.
    pub(super) power: i32,
    /// Whether that is all of the number.
    pub(super) exact: bool,
}

impl Number {
    /// The first `count` digits, halves rounded away from zero. At most 36 can be asked for.
    ///
    /// Nothing overflows: both parts of a number are at most [`LIMIT`](super::LIMIT), and ten times that fits.
    pub(super) fn digits(&self, count: u32) -> Digits {
        let (above, below) = (self.above.abs(), self.below);
        let mut mantissa = above / below;
        let mut rest = above % below;
        if above == 0 {
            return Digits {
                mantissa: 0,
                power: 0,
                exact: true,
            };
        }
        let mut length = mantissa.checked_ilog10().map_or(0, |power| power + 1);
        let mut power = length.cast_signed() - 1;
        let unit = 10_i128.pow(length.saturating_sub(count));
        let dropped = mantissa % unit;
        mantissa /= unit;
        let exact = dropped == 0 && rest == 0;
        let mut round_up = unit > 1 && dropped * 2 >= unit;
        if unit == 1 {
            while length < count {
                rest *= 10;
                mantissa = mantissa * 10 + rest / below;
                rest %= below;
                if mantissa > 0 {
                    length += 1;
                } else {
                    power -= 1; // zeros after the point
                }
            }
            round_up = rest * 2 >= below;
        }
        mantissa += i128::from(round_up);
        if mantissa == 10_i128.pow(count) {
            mantissa /= 10;
            power += 1;
        }
        Digits {
            mantissa,
            power,
            exact: if unit == 1 { rest == 0 } else { exact },
        }
    }
}
