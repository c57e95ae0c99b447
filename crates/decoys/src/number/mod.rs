//! The numbers of the tools: `f64`, shown with 12 digits at most, so that 0.1 + 0.2 is 0.3 and 1 ÷ 3 × 3 is 1.

mod read;
mod write;

pub use read::parse;
pub use write::{Shown, in_thousands, shown};

/// Significant digits that are right after a chain of steps. An `f64` has nearly 16, and each step can cost half a
/// unit of the last one.
const SURE: u32 = 14;
/// The smallest number above zero, and the largest. Beyond them the tools say in words that there is no result.
const RANGE: std::ops::RangeInclusive<f64> = 1e-36..=1e36;

/// Why there is no result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ArithmeticError {
    /// Nothing can be divided by zero.
    #[error("a number was divided by zero")]
    DivisionByZero,
    /// Beyond 10 to the power of 36, or closer to zero than 10 to the power of −36.
    #[error("the number is too large or too small")]
    OutOfRange,
}

/// The sum, rounded to the digits that are sure in the larger of the two.
///
/// What is left of a difference would otherwise be the rounding of binary fractions: 0.7 + 0.1 − 0.8 is −1.1 × 10⁻¹⁶
/// in `f64`, and zero here.
///
/// # Errors
///
/// [`ArithmeticError::OutOfRange`].
pub fn add(left: f64, right: f64) -> Result<f64, ArithmeticError> {
    let (_, power) = write::decimal(left.abs().max(right.abs()));
    let scale = 10_f64.powi(SURE.cast_signed() - 1 - power);
    in_range(((left + right) * scale).round() / scale)
}

/// The product.
///
/// # Errors
///
/// [`ArithmeticError::OutOfRange`].
pub fn multiply(left: f64, right: f64) -> Result<f64, ArithmeticError> {
    in_range(left * right)
}

/// The quotient.
///
/// # Errors
///
/// A [`ArithmeticError`].
pub fn divide(left: f64, right: f64) -> Result<f64, ArithmeticError> {
    if right == 0.0 {
        return Err(ArithmeticError::DivisionByZero);
    }
    in_range(left / right)
}

fn in_range(number: f64) -> Result<f64, ArithmeticError> {
    let within = number == 0.0 || RANGE.contains(&number.abs());
    within.then_some(number).ok_or(ArithmeticError::OutOfRange)
}

/// The nearest multiple of `step`, halves away from zero.
#[must_use]
pub fn to_nearest(number: f64, step: f64) -> f64 {
    (number / step).round() * step
}

#[cfg(test)]
mod tests;
