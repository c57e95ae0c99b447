//! Going on where a fraction would become too long: the first 17 digits and a power of ten.

use super::{Number, NumberFault, POWER};

/// Digits that are kept: two numbers of so many have a product that fits, and 12 are ever shown.
const KEPT: u32 = 17;
/// The fewest that a number close to zero has to keep.
const FEWEST: i128 = 10_i128.pow(13);

/// A whole number of at most 17 digits, times a power of ten.
#[derive(Debug, Clone, Copy)]
pub(super) struct Coarse {
    whole: i128,
    power: i32,
}

impl Coarse {
    /// The first digits of a number.
    pub(super) fn of(number: &Number) -> Self {
        let digits = number.digits(KEPT);
        Self {
            whole: digits.mantissa * number.above.signum(),
            power: digits.power + 1 - KEPT.cast_signed(),
        }
    }

    /// The sum.
    pub(super) fn plus(self, other: Self) -> Result<Number, NumberFault> {
        let (high, low) = if self.whole == 0 || (other.whole != 0 && self.power < other.power) {
            (other, self)
        } else {
            (self, other)
        };
        let apart = high.power.abs_diff(low.power);
        if low.whole == 0 || apart > KEPT {
            return high.number(); // the other one is less than its last digit
        }
        let whole = high.whole * 10_i128.pow(apart) + low.whole;
        Self { whole, ..low }.number()
    }

    /// The product.
    pub(super) fn times(self, other: Self) -> Result<Number, NumberFault> {
        Self {
            whole: self.whole * other.whole,
            power: self.power + other.power,
        }
        .number()
    }

    /// A fraction again.
    fn number(mut self) -> Result<Number, NumberFault> {
        let longest = POWER.cast_signed();
        if self.whole == 0 {
            return Ok(Number::zero());
        }
        while self.power < -longest {
            if self.whole.abs() < FEWEST {
                return Err(NumberFault::OutOfRange);
            }
            self.whole /= 10;
            self.power += 1;
        }
        let scale = 10_i128.checked_pow(self.power.unsigned_abs());
        let number = scale.and_then(|scale| {
            if self.power < 0 {
                Number::of(self.whole, scale)
            } else {
                Number::of(self.whole.checked_mul(scale)?, 1)
            }
        });
        number.ok_or(NumberFault::OutOfRange)
    }
}
