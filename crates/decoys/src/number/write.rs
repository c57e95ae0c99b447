//! Writing numbers as people read them.

use super::SURE;

/// A number as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Such as `−1,234.5` or `1.5 × 10²¹`.
    pub text: String,
    /// Whether the text is all of the number, nothing rounded.
    pub exact: bool,
}

/// A number with up to `digits` significant digits (1 to 14), halves rounded away from zero.
///
/// Thousands are parted by commas. What would need more than `digits` places before the point, or more than six
/// zeros after it, is written with a power of ten.
#[must_use]
pub fn shown(number: f64, digits: u32) -> Shown {
    let digits = digits.clamp(1, SURE);
    let (all, mut power) = decimal(number);
    let unit = 10_u64.pow(SURE - digits);
    let mut mantissa = (all + unit / 2) / unit;
    if mantissa == 10_u64.pow(digits) {
        mantissa /= 10;
        power += 1;
    }
    let exact = all.is_multiple_of(unit);
    if mantissa == 0 {
        let text = "0".to_owned();
        return Shown { text, exact };
    }
    let mantissa = in_digits(mantissa);
    let mantissa = mantissa.trim_end_matches('0');
    let mut text = String::new();
    if number < 0.0 {
        text.push('−');
    }
    if (-6..digits.cast_signed()).contains(&power) {
        text.push_str(&plain(mantissa, power));
    } else {
        text.push_str(&plain(mantissa, 0));
        text.push_str(" × 10");
        text.push_str(&superscript(power));
    }
    Shown { text, exact }
}

/// The digits that are sure, and the power of ten of the first of them. The sign is left out; infinity has none.
///
/// To have `format!` write an `f64` takes 20 kB of the WASM more.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a positive whole number of 14 digits"
)]
pub(super) fn decimal(number: f64) -> (u64, i32) {
    if number == 0.0 || !number.is_finite() {
        return (0, 0);
    }
    let mut mantissa = number.abs();
    let mut power = SURE.cast_signed() - 1;
    while mantissa < 1e13 {
        mantissa *= 10.0;
        power -= 1;
    }
    while mantissa.round() >= 1e14 {
        mantissa /= 10.0;
        power += 1;
    }
    (mantissa.round() as u64, power)
}

/// Parts the thousands of a row of digits.
#[must_use]
pub fn in_thousands(digits: &str) -> String {
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Digits of which the first has this power of ten, without a power.
fn plain(mantissa: &str, power: i32) -> String {
    let places = usize::try_from(power.unsigned_abs()).unwrap_or_default();
    if power < 0 {
        let zeros = "0".repeat(places - 1);
        return ["0.", &zeros, mantissa].into_iter().collect();
    }
    let (before, after) = mantissa
        .split_at_checked(places + 1)
        .unwrap_or((mantissa, ""));
    let zeros = "0".repeat((places + 1).saturating_sub(before.len()));
    let mut text = in_thousands(&(before.to_owned() + &zeros));
    if !after.is_empty() {
        text.push('.');
        text.push_str(after);
    }
    text
}

/// A whole number as a row of digits.
fn in_digits(mut number: u64) -> String {
    let mut digits = Vec::new();
    loop {
        let last = u8::try_from(number % 10).unwrap_or_default();
        digits.push(char::from(b'0' + last));
        number /= 10;
        if number == 0 {
            return digits.iter().rev().collect();
        }
    }
}

fn superscript(power: i32) -> String {
    let raised = |digit: char| match digit {
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4' => '⁴',
        '5' => '⁵',
        '6' => '⁶',
        '7' => '⁷',
        '8' => '⁸',
        '9' => '⁹',
        _ => '⁰',
    };
    let sign = (power < 0).then_some('⁻');
    let digits = in_digits(power.unsigned_abs().into());
    sign.into_iter().chain(digits.chars().map(raised)).collect()
}
