//! The date of a build, to which the ages of facts are computed.

use std::fmt;

use jiff::civil::Date;

use crate::opening::LondonDateTime;

/// The date of a build, in London.
///
/// A build never reads the clock, so that it is reproducible: the date comes from `SOURCE_DATE_EPOCH`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BuildDate(Date);

/// Failure to parse `SOURCE_DATE_EPOCH`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "“{0}” is not a moment: SOURCE_DATE_EPOCH holds the seconds since the start of 1970, like 1795305600"
)]
pub struct ParseEpochError(String);

impl BuildDate {
    /// Creates a build date.
    #[must_use]
    pub const fn of(day: Date) -> Self {
        Self(day)
    }

    /// Parses the value of `SOURCE_DATE_EPOCH`, a Unix time in seconds.
    ///
    /// # Errors
    ///
    /// Returns [`ParseEpochError`] if it is anything but digits, or a moment after the year 9999.
    pub fn at_epoch(text: &str) -> Result<Self, ParseEpochError> {
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        let seconds = digits.then(|| text.parse().ok()).flatten();
        seconds
            .filter(|seconds| *seconds <= LAST)
            .and_then(in_london)
            .map(Self)
            .ok_or_else(|| ParseEpochError(text.to_owned()))
    }

    /// The day.
    #[must_use]
    pub const fn date(self) -> Date {
        self.0
    }
}

impl fmt::Display for BuildDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Unix time of the last second of the year 9999.
const LAST: i64 = 253_402_300_799;

fn in_london(seconds: i64) -> Option<Date> {
    let day = LondonDateTime::at(seconds).day.date();
    Date::new(
        day.year.try_into().ok()?,
        day.month.try_into().ok()?,
        day.day.try_into().ok()?,
    )
    .ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use super::BuildDate;

    fn at(text: &str) -> Option<Date> {
        BuildDate::at_epoch(text).ok().map(BuildDate::date)
    }

    #[test]
    fn the_day_is_london_s() {
        assert_eq!(at("0"), Some(date(1970, 1, 1)));
        assert_eq!(at("1795305600"), Some(date(2026, 11, 22)));
        // 23:59:59 and midnight in winter.
        assert_eq!(at("1795391999"), Some(date(2026, 11, 22)));
        assert_eq!(at("1795392000"), Some(date(2026, 11, 23)));
        // 22:59:59 and 23:00 in universal time: in summer the day begins then.
        assert_eq!(at("1784501999"), Some(date(2026, 7, 19)));
        assert_eq!(at("1784502000"), Some(date(2026, 7, 20)));
        assert_eq!(at("1835395200"), Some(date(2028, 2, 29)));
        assert_eq!(at("253402300799"), Some(date(9999, 12, 31)));
        let day = BuildDate::at_epoch("1795305600").unwrap();
        assert_eq!(day.to_string(), "2026-11-22");
    }

    #[test]
    fn anything_else_is_refused_with_what_was_written() {
        for text in [
            "",
            " ",
            "-1",
            "+1",
            "1.5",
            "1795305600 ",
            "2026-11-22",
            "tomorrow",
            "253402300800",
            "99999999999999999999",
        ] {
            let error = BuildDate::at_epoch(text).unwrap_err().to_string();
            assert!(error.starts_with(&format!("“{text}” is not")), "{error}");
        }
    }
}
