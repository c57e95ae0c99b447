//! The bank holidays of the United Kingdom, by year.
//!
//! The phone gets an [`Almanac`] of them, without names and sources.

use jiff::civil::Date;

use crate::opening::{Almanac, Day, Nation};
use crate::service::Assurance;

/// The consecutive years whose bank holidays are known. There is at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BankHolidays {
    /// The first year.
    pub first: HolidayYear,
    /// The years after it, in order.
    pub rest: Vec<HolidayYear>,
}

/// The bank holidays of one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HolidayYear {
    /// The year.
    pub year: i16,
    /// The holidays of each nation, in order.
    pub days: Vec<BankHoliday>,
    /// Sources, and the date of the check.
    pub assurance: Assurance,
}

/// A bank holiday of one nation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BankHoliday {
    /// Where it is observed.
    pub nation: Nation,
    /// Date. Never on a weekend: a substitute weekday replaces a holiday that falls on one.
    pub date: Date,
    /// Name of the holiday.
    pub name: String,
}

impl BankHolidays {
    /// Iterates over the years, in order.
    pub fn years(&self) -> impl Iterator<Item = &HolidayYear> {
        [&self.first].into_iter().chain(&self.rest)
    }

    /// Builds the almanac of a page that is built on this date. Outside the known years the phone shows no status.
    #[must_use]
    pub fn almanac(&self, built: Date) -> Almanac {
        let from = built.max(self.first.start());
        let last = self.rest.last().unwrap_or(&self.first).end();
        let days = self.years().flat_map(|year| &year.days);
        let days = days.map(|holiday| (Day::from(holiday.date), holiday.nation));
        Almanac::new(from.into(), last.into(), days)
    }
}

impl HolidayYear {
    fn start(&self) -> Date {
        Date::new(self.year, 1, 1).unwrap_or(Date::MAX)
    }

    fn end(&self) -> Date {
        Date::new(self.year, 12, 31).unwrap_or(Date::MIN)
    }
}
