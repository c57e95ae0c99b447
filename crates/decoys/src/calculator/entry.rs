//! The number that is being typed.

use crate::number::{in_thousands, parse};

/// Digits that fit a number, as many as a result shows.
pub(super) const DIGITS: usize = 12;

/// What was typed of a number so far.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Entry {
    negative: bool,
    before: String,
    after: Option<String>,
}

impl Entry {
    /// Takes one more digit, or as many as fit.
    pub(super) fn digit(&mut self, digit: u8) {
        let full = self.before.len() + self.after.as_ref().map_or(0, String::len) >= DIGITS;
        let digit = char::from(b'0' + digit.min(9));
        match &mut self.after {
            _ if full => {}
            Some(after) => after.push(digit),
            None if self.before == "0" => self.before = String::from(digit),
            None => self.before.push(digit),
        }
    }

    /// Takes the decimal point, once.
    pub(super) fn point(&mut self) {
        if self.before.is_empty() {
            self.before.push('0');
        }
        self.after.get_or_insert_default();
    }

    /// Changes the sign.
    pub(super) const fn sign(&mut self) {
        self.negative = !self.negative;
    }

    /// Takes the last digit or the point back.
    pub(super) fn backspace(&mut self) {
        if let Some(after) = &mut self.after {
            if after.pop().is_none() {
                self.after = None;
            }
        } else {
            self.before.pop();
            if self.before.is_empty() {
                self.negative = false;
            }
        }
    }

    /// The number.
    pub(super) fn number(&self) -> f64 {
        // Commas are read back, and the sign of the display as well.
        parse(&self.text()).unwrap_or_default()
    }

    /// The number as it is shown while it is typed: with the point and the zeros at the end.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        if self.negative {
            text.push('−');
        }
        text.push_str(&in_thousands(if self.before.is_empty() {
            "0"
        } else {
            &self.before
        }));
        if let Some(after) = &self.after {
            text.push('.');
            text.push_str(after);
        }
        text
    }
}
