//! Numbers that are exact: a tenth is a tenth, and a third times three is one.
//!
//! They are fractions of 128 bits of our own: those of `num-rational` come to the same and weigh more in the
//! browser.

mod coarse;
mod digits;
mod read;
mod write;

pub use write::{Shown, in_thousands};

use std::cmp::Ordering;

use coarse::Coarse;

/// How large a numerator or denominator is at most. A step that would go beyond it is done with the first 17
/// digits of the two numbers instead ([`Coarse`]); 12 are ever shown.
const LIMIT: i128 = 10_i128.pow(POWER);
/// The power of ten of [`LIMIT`].
const POWER: u32 = 36;

/// An exact fraction in its lowest terms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// The numerator, with the sign.
    above: i128,
    /// The denominator, which is never zero.
    below: i128,
}

/// Why there is no result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NumberFault {
    /// Nothing can be divided by zero.
    #[error("a number was divided by zero")]
    DivisionByZero,
    /// Beyond 10 to the power of 36, or so close to zero that its digits cannot be kept.
    #[error("the number is too large or too small")]
    OutOfRange,
}

impl Number {
    /// Zero.
    #[must_use]
    pub fn zero() -> Self {
        Self::whole(0)
    }

    /// A whole number.
    #[must_use]
    pub fn whole(number: i64) -> Self {
        Self::fraction(number, 1)
    }

    /// A fraction. A denominator of zero counts as one: it stands in no table here.
    #[must_use]
    pub fn fraction(numerator: i64, denominator: i64) -> Self {
        let denominator = if denominator == 0 { 1 } else { denominator };
        Self::in_lowest_terms(numerator.into(), denominator.into())
    }

    /// The same for longer numbers, as long as they are within the limit then.
    fn of(above: i128, below: i128) -> Option<Self> {
        let number = Self::in_lowest_terms(above, below);
        let within = number.above.abs() <= LIMIT && number.below <= LIMIT;
        within.then_some(number)
    }

    fn in_lowest_terms(above: i128, below: i128) -> Self {
        let shared = shared_factor(above, below) * below.signum();
        Self {
            above: above / shared,
            below: below / shared,
        }
    }

    /// The sum.
    ///
    /// # Errors
    ///
    /// [`NumberFault::OutOfRange`].
    pub fn plus(&self, other: &Self) -> Result<Self, NumberFault> {
        let exact = self.exact_sum(other);
        exact.map_or_else(|| Coarse::of(self).plus(Coarse::of(other)), Ok)
    }

    fn exact_sum(&self, other: &Self) -> Option<Self> {
        let shared = shared_factor(self.below, other.below);
        let (own, others) = (self.below / shared, other.below / shared);
        let left = self.above.checked_mul(others)?;
        let right = other.above.checked_mul(own)?;
        Self::of(left.checked_add(right)?, self.below.checked_mul(others)?)
    }

    /// The difference.
    ///
    /// # Errors
    ///
    /// [`NumberFault::OutOfRange`].
    pub fn minus(&self, other: &Self) -> Result<Self, NumberFault> {
        self.plus(&other.negated())
    }

    /// The product.
    ///
    /// # Errors
    ///
    /// [`NumberFault::OutOfRange`].
    pub fn times(&self, other: &Self) -> Result<Self, NumberFault> {
        let exact = self.exact_product(other);
        exact.map_or_else(|| Coarse::of(self).times(Coarse::of(other)), Ok)
    }

    fn exact_product(&self, other: &Self) -> Option<Self> {
        // Lowest terms before, so that as little as possible is too long.
        let one = shared_factor(self.above, other.below);
        let two = shared_factor(other.above, self.below);
        let above = (self.above / one).checked_mul(other.above / two)?;
        let below = (self.below / two).checked_mul(other.below / one)?;
        Self::of(above, below)
    }

    /// The quotient.
    ///
    /// # Errors
    ///
    /// A [`NumberFault`].
    pub fn over(&self, other: &Self) -> Result<Self, NumberFault> {
        if other.is_zero() {
            return Err(NumberFault::DivisionByZero);
        }
        self.times(&Self {
            above: other.below * other.above.signum(),
            below: other.above.abs(),
        })
    }

    /// The number on the other side of zero.
    #[must_use]
    pub fn negated(&self) -> Self {
        Self {
            above: -self.above,
            below: self.below,
        }
    }

    /// The whole number below, or the number itself if it is whole.
    #[must_use]
    pub fn floor(&self) -> Self {
        Self {
            above: self.above.div_euclid(self.below),
            below: 1,
        }
    }

    /// The nearest multiple of `step`, halves away from zero. It stays as it is where there is none.
    #[must_use]
    pub fn to_nearest(&self, step: &Self) -> Self {
        let nearest = |steps: Self| {
            let twice = steps.above.abs() * 2 + steps.below;
            let steps = twice / (steps.below * 2) * steps.above.signum();
            Self {
                above: steps,
                below: 1,
            }
            .times(step)
        };
        let multiple = self.over(step).and_then(nearest);
        multiple.unwrap_or_else(|_| self.clone())
    }

    /// Whether it is zero.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.above == 0
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        let (mut left, mut right) = ((self.above, self.below), (other.above, other.below));
        loop {
            let [(one, first), (two, second)] = [left, right]
                .map(|(above, below)| (above.div_euclid(below), above.rem_euclid(below)));
            if one != two || first == 0 || second == 0 {
                return (one, first).cmp(&(two, second));
            }
            // The larger of two rests is the smaller one turned over.
            (left, right) = ((right.1, second), (left.1, first));
        }
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The largest number by which both can be divided (Euclid). One of them is not zero.
fn shared_factor(one: i128, two: i128) -> i128 {
    let (mut one, mut two) = (one.unsigned_abs(), two.unsigned_abs());
    while two != 0 {
        (one, two) = (two, one % two);
    }
    one.cast_signed()
}

#[cfg(test)]
mod tests;
