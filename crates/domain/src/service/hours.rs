//! Opening hours of a service. Terms from schema.org's `OpeningHoursSpecification`.

use serde::{Deserialize, Serialize};

use crate::opening::{TimeOfDay, Weekday};

/// Opening hours of a service, in local time (Europe/London).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hours {
    /// Day and night, every day.
    Always {
        /// How far the sources agree.
        agreement: Agreement,
        /// Whether it is open on bank holidays too, or that is unknown. Never closed.
        bank_holidays: OnBankHolidays,
    },
    /// A weekly timetable.
    Weekly {
        /// Weekly periods, in order. Where sources disagree, the intersection of all sources.
        periods: Vec<Period>,
        /// Where sources disagree, the longer hours of some of them.
        disputed: DisputedHours,
        /// How far the sources agree.
        agreement: Agreement,
        /// What happens on bank holidays.
        bank_holidays: OnBankHolidays,
    },
    /// The service does not say, or no source was found.
    NotStated,
}

/// Hours that only some of the sources state. Each list includes the shared hours, so that
/// shared ⊆ `newest` ⊆ `any`. Both are empty where sources agree.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DisputedHours {
    /// Hours of the newest source.
    pub newest: Vec<Period>,
    /// Union of the hours of all sources.
    pub any: Vec<Period>,
}

/// How far sources agree on a service's hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Agreement {
    /// The service's own page, or two independent sources, agree.
    Confirmed,
    /// Only one source says so.
    Single,
    /// Sources disagree.
    Disagree,
}

/// What a service does on the bank holidays of the nations where it works, and on 25 and 26 December
/// and 1 January (schema.org `specialOpeningHoursSpecification`, as far as sources tell).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OnBankHolidays {
    /// It keeps its usual hours.
    Open,
    /// It is closed.
    Closed,
    /// No publishable source states it.
    #[default]
    Unknown,
}

/// A weekly period in which a service is open (schema.org `OpeningHoursSpecification`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The day on which it opens (`dayOfWeek`).
    pub day: Weekday,
    /// The first minute.
    pub opens: TimeOfDay,
    /// The first minute after it, on the same day; 24:00 for the end of the day.
    pub closes: TimeOfDay,
}
