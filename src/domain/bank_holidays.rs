//! The bank holidays of the United Kingdom, year by year, as a build knows them.
//!
//! The phone gets an [`Almanac`] of them, without the names and the sources.

use jiff::civil::Date;

use crate::domain::opening::{Almanac, Day, Nation};
use crate::domain::service::Assurance;

/// Every year whose bank holidays are known, without a gap. There is at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BankHolidays {
    /// The first year.
    pub first: HolidayYear,
    /// Those after it, in order.
    pub rest: Vec<HolidayYear>,
}

/// The bank holidays of one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HolidayYear {
    /// The year.
    pub year: i16,
    /// The days of each nation, in order.
    pub days: Vec<BankHoliday>,
    /// Who says so, and when that was checked.
    pub assurance: Assurance,
}

/// One day on which the offices of one nation close.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BankHoliday {
    /// Where.
    pub nation: Nation,
    /// When. Never on a weekend: a weekday stands for what falls on one.
    pub date: Date,
    /// What it is called.
    pub name: String,
}

impl BankHolidays {
    /// Every year, in order.
    pub fn years(&self) -> impl Iterator<Item = &HolidayYear> {
        [&self.first].into_iter().chain(&self.rest)
    }

    /// What the phone has to know of a page that is built on this day. Before the first year and
    /// after the last one it will say nothing.
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
