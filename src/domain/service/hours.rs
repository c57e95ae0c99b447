//! When a service answers. Terms from schema.org's `OpeningHoursSpecification`.

use serde::{Deserialize, Serialize};

use crate::domain::opening::{TimeOfDay, Weekday};

/// When a service answers. Times are local times in Europe/London.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hours {
    /// Day and night, every day.
    Always {
        /// How far the sources agree.
        agreement: Agreement,
        /// Whether that goes for bank holidays too, or nobody says. It is never closed on them.
        bank_holidays: OnBankHolidays,
    },
    /// A weekly timetable.
    Weekly {
        /// The times of every week, in order. Where sources disagree, only those that all of them share.
        periods: Vec<Period>,
        /// Where sources disagree, the longer hours that some of them give.
        disputed: DisputedHours,
        /// How far the sources agree.
        agreement: Agreement,
        /// What happens on bank holidays.
        bank_holidays: OnBankHolidays,
    },
    /// The service does not say, or no source was found.
    NotStated,
}

/// Hours that only some of the sources give. Each list holds the shared hours too, so that
/// shared ⊆ `newest` ⊆ `any`. Both are empty where sources agree.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DisputedHours {
    /// What the newest source gives.
    pub newest: Vec<Period>,
    /// What at least one source gives.
    pub any: Vec<Period>,
}

/// How far sources agree on a service's hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Agreement {
    /// The service's own page, or two sources of their own, say the same.
    Confirmed,
    /// Only one source says so.
    Single,
    /// Sources say different things.
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
    /// No source that could be published says.
    #[default]
    Unknown,
}

/// One stretch of a week in which a service answers (schema.org `OpeningHoursSpecification`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The day on which it opens (`dayOfWeek`).
    pub day: Weekday,
    /// The first minute.
    pub opens: TimeOfDay,
    /// The first minute after it, on the same day; 24:00 for the end of the day.
    pub closes: TimeOfDay,
}
