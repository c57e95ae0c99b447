//! The almanac: the bank holidays that the phone needs for the opening status.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::calendar::{CalendarDate, Day};
use crate::place::{Area, Region};

/// A part of the United Kingdom with separate bank holidays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Nation {
    /// England and Wales.
    EnglandAndWales,
    /// Scotland.
    Scotland,
    /// Northern Ireland.
    NorthernIreland,
}

impl Nation {
    /// Every nation.
    pub const ALL: [Self; 3] = [Self::EnglandAndWales, Self::Scotland, Self::NorthernIreland];
}

/// A set of nations, as bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Nations(i64);

impl Nations {
    /// The empty set.
    pub const NONE: Self = Self(0);
    /// The full set.
    pub const ALL: Self = Self(0b111);

    /// Returns the nations whose bank holidays a service observes. A service without stated areas may observe those
    /// of any nation.
    #[must_use]
    pub fn of(areas: &[Area]) -> Self {
        if areas.is_empty() {
            return Self::ALL;
        }
        areas
            .iter()
            .fold(Self::NONE, |all, area| match area.region() {
                Region::Uk => Self::ALL,
                Region::England | Region::Wales => all.and(Nation::EnglandAndWales),
                Region::Scotland => all.and(Nation::Scotland),
                Region::NorthernIreland => all.and(Nation::NorthernIreland),
            })
    }

    /// Adds a nation to the set.
    #[must_use]
    pub const fn and(self, nation: Nation) -> Self {
        Self(self.0 | (1 << nation as i64))
    }

    const fn both(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub(super) const fn number(self) -> i64 {
        self.0
    }

    pub(super) fn from_number(number: i64) -> Option<Self> {
        (Self::NONE.0..=Self::ALL.0)
            .contains(&number)
            .then_some(Self(number))
    }
}

/// In how many of the given nations a holiday is observed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Observed {
    Nowhere,
    Somewhere,
    Everywhere,
    /// The bank holidays of that date are not known.
    NotKnown,
}

/// Date of the build, upcoming bank holidays, and the last date for which they are known.
///
/// Encoded as one list of numbers: the day of the build, the last day, then each holiday as
/// `day * 8 + nations`. A page contains it once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "Vec<i64>", try_from = "Vec<i64>")]
pub struct Almanac {
    built: Day,
    last: Day,
    holidays: Vec<(Day, Nations)>,
}

/// The numbers do not decode to an [`Almanac`] or a [`Timetable`](super::Timetable).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("these numbers are not what the page was built with")]
pub struct DecodeError;

impl Almanac {
    /// Builds the almanac from the date of the build, the last date (inclusive) for which bank holidays are known,
    /// and the holidays in any order. Past holidays are dropped.
    pub fn new(built: Day, last: Day, holidays: impl IntoIterator<Item = (Day, Nation)>) -> Self {
        let mut days: Vec<(Day, Nations)> = Vec::new();
        for (day, nation) in holidays {
            if day < built || day > last {
                continue;
            }
            match days.iter_mut().find(|(other, _)| *other == day) {
                Some((_, nations)) => *nations = nations.and(nation),
                None => days.push((day, Nations::NONE.and(nation))),
            }
        }
        days.sort_by_key(|(day, _)| *day);
        Self {
            built,
            last,
            holidays: days,
        }
    }

    /// Whether a date is within the almanac: not before the build and not after the last known date.
    pub(super) fn knows(&self, day: Day) -> bool {
        self.built <= day && day <= self.last
    }

    /// Returns the last date for which bank holidays are known.
    pub(super) const fn last(&self) -> Day {
        self.last
    }

    /// Returns where a holiday is observed among these nations.
    pub(super) fn observed(&self, day: Day, nations: Nations) -> Observed {
        // Christmas Day, Boxing Day and New Year's Day close helplines on a weekend too, although the substitute bank
        // holiday is on the Monday after.
        let CalendarDate {
            month, day: date, ..
        } = day.date();
        if matches!((month, date), (12, 25 | 26) | (1, 1)) {
            return Observed::Everywhere;
        }
        if day > self.last {
            return Observed::NotKnown;
        }
        let found = self.holidays.iter().find(|(holiday, _)| *holiday == day);
        match found.map_or(Nations::NONE, |(_, kept)| kept.both(nations)) {
            Nations::NONE => Observed::Nowhere,
            kept if kept == nations => Observed::Everywhere,
            _ => Observed::Somewhere,
        }
    }
}

impl From<Almanac> for Vec<i64> {
    fn from(almanac: Almanac) -> Self {
        let holidays = almanac.holidays.iter();
        [almanac.built.0, almanac.last.0]
            .into_iter()
            .chain(holidays.map(|(day, nations)| day.0 * 8 + nations.number()))
            .collect()
    }
}

impl TryFrom<Vec<i64>> for Almanac {
    type Error = DecodeError;

    fn try_from(numbers: Vec<i64>) -> Result<Self, DecodeError> {
        let [built, last, holidays @ ..] = numbers.as_slice() else {
            return Err(DecodeError);
        };
        let holidays: Option<Vec<(Day, Nations)>> = holidays
            .iter()
            .map(|number| {
                Some((
                    Day(number.div_euclid(8)),
                    Nations::from_number(number.rem_euclid(8))?,
                ))
            })
            .collect();
        let holidays = holidays.ok_or(DecodeError)?;
        Ok(Self {
            built: Day(*built),
            last: Day(*last),
            holidays,
        })
    }
}
