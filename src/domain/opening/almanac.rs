//! The days on which a line may keep other hours, as far as the phone has to know them.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::calendar::{CalendarDate, Day};
use crate::domain::place::{Area, Region};

/// A part of the United Kingdom with bank holidays of its own.
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
    /// Every one.
    pub const ALL: [Self; 3] = [Self::EnglandAndWales, Self::Scotland, Self::NorthernIreland];
}

/// Some of the nations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Nations(i64);

impl Nations {
    /// None of them.
    pub const NONE: Self = Self(0);
    /// Every one of them.
    pub const ALL: Self = Self(0b111);

    /// Where a service keeps bank holidays. One that does not say where it works may keep those of
    /// any nation.
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

    /// These and one more.
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

/// Where a day is a holiday, of the nations asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Observed {
    Nowhere,
    Somewhere,
    Everywhere,
    /// The bank holidays of that year are not known.
    NotKnown,
}

/// What a page knows about days: when it was built, which bank holidays come, and up to when.
///
/// In JSON it is one list of numbers: the day of the build, the last day, then each holiday as the
/// day times 8 plus its nations. A page holds it once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "Vec<i64>", try_from = "Vec<i64>")]
pub struct Almanac {
    built: Day,
    last: Day,
    holidays: Vec<(Day, Nations)>,
}

/// What is wrong with the numbers of an [`Almanac`] or a [`Timetable`](super::Timetable).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("these numbers are not what the page was built with")]
pub struct DecodeError;

impl Almanac {
    /// The almanac of a page that is built on a day, with bank holidays that are known up to and
    /// with a last day. Holidays in any order; those that are over are left out.
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

    /// Whether a phone that believes it is this day may be right, and the page knows the day.
    pub(super) fn knows(&self, day: Day) -> bool {
        self.built <= day && day <= self.last
    }

    /// The last day that the page knows.
    pub(super) const fn last(&self) -> Day {
        self.last
    }

    /// In how many of these nations a day is a holiday.
    pub(super) fn observed(&self, day: Day, nations: Nations) -> Observed {
        // Christmas Day, Boxing Day and New Year's Day close lines on a weekend too, when the bank
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
