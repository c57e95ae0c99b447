//! Dates, times of day, and local time in London.
//!
//! This runs on the phone, so it contains no time-zone database: the daylight saving rule has been the same since
//! 1996, and `crates/domain/tests/opening` verifies it against the whole database.

use std::fmt;

use jiff::civil::Date;

const MINUTES_OF_HOUR: i64 = 60;
pub(super) const MINUTES_OF_DAY: i64 = 24 * MINUTES_OF_HOUR;

/// A Gregorian date, as days since 1 January 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub(super) i64);

/// A Gregorian date, as year, month and day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CalendarDate {
    /// The year.
    pub year: i64,
    /// The month, from 1.
    pub month: i64,
    /// The day of the month, from 1.
    pub day: i64,
}

// Both conversions use years that begin in March, so that the leap day is the last day of the year.
// From Howard Hinnant's “chrono-compatible low-level date algorithms”.
const DAYS_OF_400_YEARS: i64 = 146_097;
const MARCH_OF_YEAR_0: i64 = 719_468;

impl Day {
    pub(super) const fn of(date: CalendarDate) -> Self {
        let CalendarDate { year, month, day } = date;
        let year = if month <= 2 { year - 1 } else { year };
        let year_of_400 = year.rem_euclid(400);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let day_of_400 = year_of_400 * 365 + year_of_400 / 4 - year_of_400 / 100 + day_of_year;
        Self(year.div_euclid(400) * DAYS_OF_400_YEARS + day_of_400 - MARCH_OF_YEAR_0)
    }

    /// Returns the days since 1 January 1970.
    #[must_use]
    pub const fn number(self) -> i64 {
        self.0
    }

    /// Creates a date from the days since 1 January 1970.
    #[must_use]
    pub const fn from_number(number: i64) -> Self {
        Self(number)
    }

    /// Converts to year, month and day.
    #[must_use]
    pub const fn date(self) -> CalendarDate {
        let count = self.0 + MARCH_OF_YEAR_0;
        let day_of_400 = count.rem_euclid(DAYS_OF_400_YEARS);
        let leap_days = day_of_400 / 1460 - day_of_400 / 36_524 + day_of_400 / 146_096;
        let year_of_400 = (day_of_400 - leap_days) / 365;
        let day_of_year = day_of_400 - (365 * year_of_400 + year_of_400 / 4 - year_of_400 / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let month = (month_from_march + 2) % 12 + 1;
        let year = count.div_euclid(DAYS_OF_400_YEARS) * 400 + year_of_400;
        CalendarDate {
            year: if month <= 2 { year + 1 } else { year },
            month,
            day: day_of_year - (153 * month_from_march + 2) / 5 + 1,
        }
    }

    /// Returns the day of the week.
    #[must_use]
    pub const fn weekday(self) -> Weekday {
        // 1 January 1970 was a Thursday.
        match (self.0 + 3).rem_euclid(7) {
            0 => Weekday::Monday,
            1 => Weekday::Tuesday,
            2 => Weekday::Wednesday,
            3 => Weekday::Thursday,
            4 => Weekday::Friday,
            5 => Weekday::Saturday,
            _ => Weekday::Sunday,
        }
    }

    /// Returns the last Sunday of a month that has 31 days.
    const fn last_sunday(year: i64, month: i64) -> Self {
        let last = Self::of(CalendarDate {
            year,
            month,
            day: 31,
        });
        Self(last.0 - (last.weekday().days_after_monday() + 1) % 7)
    }
}

impl From<Date> for Day {
    fn from(date: Date) -> Self {
        Self::of(CalendarDate {
            year: date.year().into(),
            month: date.month().into(),
            day: date.day().into(),
        })
    }
}

/// A day of the week (schema.org `dayOfWeek`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weekday {
    /// Monday.
    Monday,
    /// Tuesday.
    Tuesday,
    /// Wednesday.
    Wednesday,
    /// Thursday.
    Thursday,
    /// Friday.
    Friday,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
}

impl Weekday {
    /// Every weekday, from Monday.
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// Returns the number of days after Monday.
    pub(super) const fn days_after_monday(self) -> i64 {
        self as i64
    }
}

/// A local time of day, to the minute, from 00:00 to 24:00.
///
/// A service that closes at midnight closes at 24:00 of the day on which it opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay(i64);

impl TimeOfDay {
    /// Start of the day, 00:00.
    pub const START: Self = Self(0);
    /// End of the day, 24:00.
    pub const END: Self = Self(MINUTES_OF_DAY);

    /// Parses a time in the format `09:30`. `None` if it is malformed.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (hour, minute) = text.split_once(':')?;
        let number = |digits: &str| -> Option<i64> {
            let written = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
            written.then(|| digits.parse().ok()).flatten()
        };
        let (hour, minute) = (number(hour)?, number(minute)?);
        let time = Self(hour * MINUTES_OF_HOUR + minute);
        (minute < MINUTES_OF_HOUR && time <= Self::END).then_some(time)
    }

    /// Returns the minutes since the start of the day.
    #[must_use]
    pub const fn minutes(self) -> i64 {
        self.0
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (hour, minute) = (self.0 / MINUTES_OF_HOUR, self.0 % MINUTES_OF_HOUR);
        write!(f, "{hour:02}:{minute:02}")
    }
}

/// A moment as local date and time in London.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LondonDateTime {
    /// The day.
    pub day: Day,
    /// The time, before 24:00.
    pub time: TimeOfDay,
}

impl LondonDateTime {
    /// Converts a Unix time in seconds.
    #[must_use]
    pub const fn at(seconds: i64) -> Self {
        Self::at_minute(minute_of(seconds))
    }

    pub(super) const fn at_minute(minute: i64) -> Self {
        let local = if is_summer_time(minute) {
            minute + MINUTES_OF_HOUR
        } else {
            minute
        };
        Self {
            day: Day(local.div_euclid(MINUTES_OF_DAY)),
            time: TimeOfDay(local.rem_euclid(MINUTES_OF_DAY)),
        }
    }
}

/// Converts Unix seconds to Unix minutes, rounding down.
pub(super) const fn minute_of(seconds: i64) -> i64 {
    seconds.div_euclid(60)
}

/// Returns the Unix minute at which the clocks may change on a date: 01:00 UTC, both in March and in October.
pub(super) const fn clock_change(day: Day) -> i64 {
    day.0 * MINUTES_OF_DAY + MINUTES_OF_HOUR
}

const fn is_summer_time(minute: i64) -> bool {
    let year = Day(minute.div_euclid(MINUTES_OF_DAY)).date().year;
    clock_change(Day::last_sunday(year, 3)) <= minute
        && minute < clock_change(Day::last_sunday(year, 10))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Day, TimeOfDay};

    #[test]
    fn a_time_is_written_with_two_digits_each_and_ends_at_24() {
        for text in ["00:00", "09:30", "23:59", "24:00"] {
            let time = TimeOfDay::parse(text).unwrap();
            assert_eq!(time.to_string(), text);
        }
        for text in [
            "",
            "9:30",
            "09.30",
            "09:60",
            "24:01",
            "25:00",
            "+9:30",
            "09:3",
            "09:300",
            "09:30:00",
            "-1:00",
            " 09:30",
            "٠٩:٣٠",
        ] {
            assert_eq!(TimeOfDay::parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_day_that_is_written_and_read_is_the_same_day(count in -1_000_000_i64..3_000_000) {
            prop_assert_eq!(Day::of(Day(count).date()), Day(count));
        }
    }
}
