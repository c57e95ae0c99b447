//! Dates and times: when something happened, as a person says it, and when it was written, by the phone's clock.

use std::str::Split;

use domain::props::Props;

/// A moment of the phone's clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Timestamp {
    /// Unix time in whole seconds.
    pub seconds: i64,
    /// Offset of the phone's time zone from UTC, in minutes, positive to the east.
    pub offset: i32,
}

/// The text is no date or no time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not a date or time")]
pub struct ParseTimeError;

/// A date of the Gregorian calendar, as ISO 8601 writes it (`2026-11-03`), which is also the value of a date field
/// (HTML, “valid date string”). It sorts by time.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CivilDate(String);

/// A time of day in hours and minutes, as ISO 8601 writes it (`17:40`), which is also the value of a time field (HTML,
/// “valid time string”). It sorts by time.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClockTime(String);

impl CivilDate {
    /// Parses `YYYY-MM-DD`, with a year from 1000 to 9999.
    ///
    /// # Errors
    ///
    /// [`ParseTimeError`] if it is not a day of the calendar in this form.
    pub fn parse(text: &str) -> Result<Self, ParseTimeError> {
        let parts: Vec<&str> = text.split('-').collect();
        let [year, month, day] = parts.as_slice() else {
            return Err(ParseTimeError);
        };
        let (year, month, day) = (digits(year, 4)?, digits(month, 2)?, digits(day, 2)?);
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let length = match month {
            4 | 6 | 9 | 11 => 30,
            2 => 28 + u32::from(leap),
            1..=12 => 31,
            _ => 0,
        };
        if year >= 1000 && (1..=length).contains(&day) {
            Ok(Self(text.to_owned()))
        } else {
            Err(ParseTimeError)
        }
    }

    /// The text in ISO 8601.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl ClockTime {
    /// Parses `HH:MM`. Seconds, which some browsers append, are dropped.
    ///
    /// # Errors
    ///
    /// [`ParseTimeError`] if it is not a time of day in this form.
    pub fn parse(text: &str) -> Result<Self, ParseTimeError> {
        let parts: Vec<&str> = text.split(':').collect();
        let [hour, minute, ..] = parts.as_slice() else {
            return Err(ParseTimeError);
        };
        if parts.len() <= 3 && digits(hour, 2)? < 24 && digits(minute, 2)? < 60 {
            Ok(Self(format!("{hour}:{minute}")))
        } else {
            Err(ParseTimeError)
        }
    }

    /// The text in ISO 8601.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn digits(text: &str, count: usize) -> Result<u32, ParseTimeError> {
    if text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit()) {
        text.parse().map_err(|_| ParseTimeError)
    } else {
        Err(ParseTimeError)
    }
}

/// Seconds and offset, in one item.
impl Props for Timestamp {
    fn write(&self, lines: &mut Vec<String>) {
        vec![self.seconds, i64::from(self.offset)].write(lines);
    }

    fn read(lines: &mut Split<'_, char>) -> Option<Self> {
        match Vec::<i64>::read(lines)?.as_slice() {
            [seconds, offset] => Some(Self {
                seconds: *seconds,
                offset: i32::try_from(*offset).ok()?,
            }),
            _ => None,
        }
    }
}

impl From<CivilDate> for String {
    fn from(date: CivilDate) -> Self {
        date.0
    }
}

impl From<ClockTime> for String {
    fn from(time: ClockTime) -> Self {
        time.0
    }
}

#[cfg(test)]
mod tests {
    use super::{CivilDate, ClockTime};
    use proptest::prelude::*;

    #[test]
    fn only_days_of_the_calendar_are_dates() {
        for right in ["2026-11-03", "2024-02-29", "2000-02-29", "1999-12-31"] {
            assert_eq!(CivilDate::parse(right).unwrap().as_str(), right);
        }
        for wrong in [
            "",
            "2026-11-31",
            "2026-02-29",
            "1900-02-29",
            "2026-13-01",
            "2026-00-01",
            "2026-1-03",
            "2026-11-00",
            "0999-01-01",
            "2026-11-03 ",
            "+026-11-03",
            "2026-11-03-04",
            "3 November",
        ] {
            assert!(CivilDate::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn only_minutes_of_a_day_are_times() {
        for (text, right) in [
            ("00:00", "00:00"),
            ("23:59", "23:59"),
            ("17:40:05", "17:40"),
        ] {
            assert_eq!(ClockTime::parse(text).unwrap().as_str(), right);
        }
        for wrong in [
            "",
            "24:00",
            "17:60",
            "7:40",
            "17",
            "17:40:05:01",
            "17.40",
            "ab:cd",
        ] {
            assert!(ClockTime::parse(wrong).is_err(), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_parsing_panic(text in "\\PC{0,12}") {
            CivilDate::parse(&text).ok();
            ClockTime::parse(&text).ok();
        }
    }
}
