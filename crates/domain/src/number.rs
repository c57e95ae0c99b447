//! Phone numbers as dialled in the United Kingdom.
//!
//! A number is either national (it starts with 0 and has an international form) or a short code
//! (it has none). Writing a short code with a country prefix gives a number that does not connect,
//! so the two are different types of one value and only the first can become E.164.
//!
//! The formats follow Ofcom's National Telephone Numbering Plan. The content parser also validates that a national
//! number is in an allocated range, against libphonenumber's tables.

use std::fmt;

/// A number that can be dialled as written.
///
/// ```
/// use domain::number::DialNumber;
///
/// let helpline = DialNumber::parse("0808 802 0300")?;
/// assert_eq!(helpline.tel_uri(), "tel:08088020300");
/// assert_eq!(helpline.e164().as_deref(), Some("+448088020300"));
/// // A short code has no international form.
/// assert_eq!(DialNumber::parse("999")?.e164(), None);
/// assert!(DialNumber::parse("0900 123 4567").is_err());
/// # Ok::<(), domain::number::NumberError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DialNumber {
    written: String,
    digits: String,
    kind: Kind,
}

/// Type of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    National,
    ShortCode,
}

/// Short codes that content may contain: emergency and police numbers, NHS 111, Samaritans, Relay UK, and the two
/// text codes of British Transport Police and Shout.
const SHORT_CODES: [&str; 9] = [
    "999", "112", "101", "111", "116123", "18000", "18001", "61016", "85258",
];

/// Failure to parse a number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NumberError {
    /// A character other than digits and single spaces.
    #[error(
        "a number may hold digits and single spaces only, written the way the service writes it"
    )]
    NotDigits,
    /// A national number of a length that does not exist.
    #[error(
        "a number that starts with 0 has 10 or 11 digits (0800 1111 alone has 8); this one has {0}"
    )]
    Length(usize),
    /// A range that services do not use, or with a premium charge.
    #[error(
        "numbers that start with {0} are not used by services that are free or charged like a landline"
    )]
    Range(String),
    /// A short number that is not on the list.
    #[error(
        "{0} is not one of the short codes this project knows; it would need a country prefix or a 0"
    )]
    UnknownShortCode(String),
    /// A relay call without the prefix that makes it one.
    #[error("a relay call starts with 18001 and a space, or is 18000")]
    NotRelay,
    /// A code that takes texts only from registered phones.
    #[error(
        "{0} cannot be texted from every phone: an unregistered text looks sent and reaches no one"
    )]
    NoTexts(String),
}

impl DialNumber {
    /// Parses a number as the service writes it, for example `0808 802 0300`.
    ///
    /// # Errors
    ///
    /// A [`NumberError`] with the reason why the number is invalid.
    pub fn parse(written: &str) -> Result<Self, NumberError> {
        let shape_is_fine = !written.is_empty()
            && written.chars().all(|c| c.is_ascii_digit() || c == ' ')
            && !written.starts_with(' ')
            && !written.ends_with(' ')
            && !written.contains("  ");
        if !shape_is_fine {
            return Err(NumberError::NotDigits);
        }
        let digits: String = written.chars().filter(char::is_ascii_digit).collect();
        let kind = if digits.starts_with('0') {
            check_national(&digits)?;
            Kind::National
        } else if SHORT_CODES.contains(&digits.as_str()) {
            Kind::ShortCode
        } else {
            return Err(NumberError::UnknownShortCode(digits));
        };
        Ok(Self {
            written: written.to_owned(),
            digits,
            kind,
        })
    }

    /// The number as the service writes it, grouped for reading aloud.
    #[must_use]
    pub fn written(&self) -> &str {
        &self.written
    }

    /// Returns the digits without spaces.
    #[must_use]
    pub fn digits(&self) -> &str {
        &self.digits
    }

    /// A `tel:` address (RFC 3966, local form): the national digits, because free numbers often
    /// fail in their international form.
    #[must_use]
    pub fn tel_uri(&self) -> String {
        format!("tel:{}", self.digits)
    }

    /// The international form (ITU-T E.164), which a short code does not have.
    #[must_use]
    pub fn e164(&self) -> Option<String> {
        match self.kind {
            Kind::National => self
                .digits
                .strip_prefix('0')
                .map(|rest| format!("+44{rest}")),
            Kind::ShortCode => None,
        }
    }
}

impl fmt::Display for DialNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

fn check_national(digits: &str) -> Result<(), NumberError> {
    let allowed = ["01", "02", "03", "07", "0800", "0808"];
    // 070 (personal numbers) and 076 (pagers) look like mobiles and cost more.
    let costly = ["070", "076"];
    let starts = |ranges: &[&str]| ranges.iter().any(|range| digits.starts_with(range));
    if !starts(&allowed) || starts(&costly) {
        return Err(NumberError::Range(digits.chars().take(4).collect()));
    }
    let length_exists = matches!(digits.len(), 10 | 11) || digits == "08001111";
    if length_exists {
        Ok(())
    } else {
        Err(NumberError::Length(digits.len()))
    }
}

/// A number for text messages.
///
/// 999 is not one: it answers texts only from phones that were registered before, and an
/// unregistered text looks sent. So an `sms:999` link cannot be made at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextNumber(DialNumber);

impl TextNumber {
    /// Parses a number for text messages.
    ///
    /// # Errors
    ///
    /// Every error of [`DialNumber::parse`], and [`NumberError`] for the emergency codes.
    pub fn parse(written: &str) -> Result<Self, NumberError> {
        let number = DialNumber::parse(written)?;
        if matches!(number.digits(), "999" | "112" | "18000" | "18001") {
            return Err(NumberError::NoTexts(number.digits));
        }
        Ok(Self(number))
    }

    /// The number as the service writes it.
    #[must_use]
    pub fn written(&self) -> &str {
        self.0.written()
    }

    /// Returns an `sms:` URI (RFC 5724) without a body: the person writes the message.
    #[must_use]
    pub fn sms_uri(&self) -> String {
        format!("sms:{}", self.0.digits())
    }

    /// The number underneath.
    #[must_use]
    pub const fn number(&self) -> &DialNumber {
        &self.0
    }
}

/// A number that is called through Relay UK: 18001 before the service's own number, or 18000, which
/// is 999. It takes calls from a textphone or the Relay UK app, and never texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RelayNumber {
    dialled: DialNumber,
    behind: DialNumber,
}

impl RelayNumber {
    /// Parses a number such as `18001 101`.
    ///
    /// # Errors
    ///
    /// [`NumberError::NotRelay`] without either prefix, and every error of [`DialNumber::parse`] for the number after
    /// 18001.
    pub fn parse(written: &str) -> Result<Self, NumberError> {
        if written == "18000" {
            let dialled = DialNumber::parse(written)?;
            let behind = dialled.clone();
            return Ok(Self { dialled, behind });
        }
        let behind = written
            .strip_prefix("18001 ")
            .ok_or(NumberError::NotRelay)?;
        let behind = DialNumber::parse(behind)?;
        let dialled = DialNumber {
            digits: format!("18001{}", behind.digits),
            written: written.to_owned(),
            kind: Kind::ShortCode,
        };
        Ok(Self { dialled, behind })
    }

    /// The number to dial.
    #[must_use]
    pub const fn number(&self) -> &DialNumber {
        &self.dialled
    }

    /// Returns the number that it reaches: the one after the prefix, or 18000 itself.
    #[must_use]
    pub const fn behind(&self) -> &DialNumber {
        &self.behind
    }
}

#[cfg(test)]
mod tests {
    use super::{DialNumber, NumberError, RelayNumber, TextNumber};
    use proptest::prelude::*;

    #[track_caller]
    fn number(written: &str) -> DialNumber {
        DialNumber::parse(written).unwrap()
    }

    #[test]
    fn a_link_carries_the_national_digits_and_the_page_keeps_the_spaces() {
        let line = number("0808 802 0300");
        assert_eq!(line.tel_uri(), "tel:08088020300");
        assert_eq!(line.written(), "0808 802 0300");
        assert_eq!(line.e164().as_deref(), Some("+448088020300"));
    }

    #[test]
    fn a_short_code_is_not_given_a_country_prefix() {
        for code in ["999", "101", "111", "116 123", "18000"] {
            assert_eq!(number(code).e164(), None, "{code}");
        }
    }

    #[test]
    fn the_eight_digit_number_of_childline_is_the_only_one_of_its_length() {
        assert_eq!(number("0800 1111").tel_uri(), "tel:08001111");
        assert_eq!(DialNumber::parse("0800 1112"), Err(NumberError::Length(8)));
    }

    #[test]
    fn impossible_numbers_are_refused_with_the_reason() {
        let cases = [
            ("", NumberError::NotDigits),
            ("0808-802-0300", NumberError::NotDigits),
            ("+44 808 802 0300", NumberError::NotDigits),
            ("0808  802 0300", NumberError::NotDigits),
            (" 999", NumberError::NotDigits),
            ("0808 802 03", NumberError::Length(9)),
            ("0808 802 03001", NumberError::Length(12)),
            ("0909 802 0300", NumberError::Range("0909".into())),
            ("0870 802 0300", NumberError::Range("0870".into())),
            ("998", NumberError::UnknownShortCode("998".into())),
            (
                "808 802 0300",
                NumberError::UnknownShortCode("8088020300".into()),
            ),
        ];
        for (written, expected) in cases {
            assert_eq!(DialNumber::parse(written), Err(expected), "{written:?}");
        }
    }

    #[test]
    fn nobody_can_make_a_link_that_texts_999() {
        assert!(TextNumber::parse("999").is_err());
        assert_eq!(TextNumber::parse("85258").unwrap().sms_uri(), "sms:85258");
    }

    proptest! {
        #[test]
        fn what_is_accepted_dials_exactly_the_digits_that_are_shown(written in "[0-9 ]{1,14}") {
            if let Ok(number) = DialNumber::parse(&written) {
                let shown: String = number.written().chars().filter(|c| *c != ' ').collect();
                prop_assert_eq!(number.tel_uri(), format!("tel:{}", shown));
            }
        }

        #[test]
        fn reading_never_panics(written in "\\PC{0,20}") {
            let _ = DialNumber::parse(&written).is_ok();
        }
    }

    #[test]
    fn a_relay_call_has_the_prefix_and_no_international_form() {
        let relay = RelayNumber::parse("18001 101").unwrap();
        assert_eq!(relay.number().tel_uri(), "tel:18001101");
        assert_eq!(relay.number().written(), "18001 101");
        assert_eq!(relay.number().e164(), None);
        assert_eq!(
            RelayNumber::parse("18000").unwrap().number().tel_uri(),
            "tel:18000"
        );
        assert_eq!(RelayNumber::parse("101"), Err(NumberError::NotRelay));
        RelayNumber::parse("18001 12345").unwrap_err();
    }
}
