//! Reading numbers as people write them.

/// The longest text that is read as a number.
const LONGEST: usize = 40;

/// Reads what a person writes: `2.5`, `-3`, `1,234.5`, `3/4`, `1 1/2`, `1½`.
///
/// A comma parts thousands and nothing else: who writes `3,5` is asked again, not misread.
#[must_use]
pub fn parse(text: &str) -> Option<f64> {
    let text = text.trim();
    if text.chars().count() > LONGEST {
        return None;
    }
    let (negative, text) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let text = spell_out_fractions(text);
    let mut parts = text.split_whitespace();
    let first = parts.next()?;
    let number = match (parts.next(), parts.next()) {
        (None, _) if first.contains('/') => quotient(first)?,
        (None, _) => decimal(first)?,
        (Some(second), None) => digits(first)? + quotient(second)?,
        _ => return None,
    };
    Some(if negative { -number } else { number })
}

/// `½` as `1/2`, with a space before it.
fn spell_out_fractions(text: &str) -> String {
    let mut spelt = String::new();
    for sign in text.chars() {
        match sign {
            '½' => spelt.push_str(" 1/2"),
            '¼' => spelt.push_str(" 1/4"),
            '¾' => spelt.push_str(" 3/4"),
            '⅓' => spelt.push_str(" 1/3"),
            '⅔' => spelt.push_str(" 2/3"),
            '⅛' => spelt.push_str(" 1/8"),
            '⁄' => spelt.push('/'),
            other => spelt.push(other),
        }
    }
    spelt
}

/// A row of digits and nothing else. `str::parse` would take exponents and `inf` too, and its tables weigh more
/// than the rest of a tool.
fn digits(text: &str) -> Option<f64> {
    if text.is_empty() {
        return None;
    }
    text.bytes().try_fold(0.0, |number, digit| {
        let digit = digit.is_ascii_digit().then(|| digit - b'0')?;
        Some(number * 10.0 + f64::from(digit))
    })
}

fn quotient(text: &str) -> Option<f64> {
    let (above, below) = text.split_once('/')?;
    let (above, below) = (digits(above)?, digits(below)?);
    (below > 0.0).then(|| above / below)
}

fn decimal(text: &str) -> Option<f64> {
    let (before, after) = text.split_once('.').unwrap_or((text, ""));
    let mut groups = before.split(',');
    let first = groups.next().unwrap_or_default();
    let mut row = first.to_owned();
    for group in groups {
        if group.len() != 3 || first.is_empty() || first.len() > 3 {
            return None;
        }
        row.push_str(group);
    }
    row.push_str(after);
    let places = i32::try_from(after.len()).ok()?;
    Some(digits(&row)? / 10_f64.powi(places))
}
