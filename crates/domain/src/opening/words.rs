//! Text of the opening status.

use serde::{Deserialize, Serialize};

use crate::props::{Props, props};

use super::{Corroboration, Disagreement, LocalTime, Opening, RelativeDay, TimeOfDay};

props! {
    /// Templates of the opening status. The note that hours can change is always beside it.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(deny_unknown_fields)]
    pub struct OpeningWords {
        /// Open day and night.
        pub always: String,
        /// Open day and night, by a single source.
        pub always_single: String,
        /// Open until; `{when}`.
        pub open: String,
        /// Open until, by a single source; `{when}`.
        pub open_single: String,
        /// Closed until; `{when}`.
        pub closed: String,
        /// Closed until, by a single source; `{when}`.
        pub closed_single: String,
        /// Sources disagree, and each has it open until then; `{when}`.
        pub differ_open: String,
        /// Sources disagree, and the newest has it open until then; `{when}`.
        pub may_be_open: String,
        /// Sources disagree, and only an older one has it open now; each has it open from then; `{when}`.
        pub may_be_closed: String,
        /// Sources disagree, none has it open now, and each has it open from then; `{when}`.
        pub differ_closed: String,
        /// Sources disagree, and the newest has it open with no known end.
        pub may_be_open_now: String,
        /// Sources disagree, only an older one has it open now, and the next opening is not known.
        pub may_be_closed_now: String,
        /// Sources disagree, none has it open now, and the next opening is not known.
        pub closed_now: String,
        /// Today is a holiday with unknown hours.
        pub holiday_today: String,
        /// The next day on which it could be open is a holiday with unknown hours; `{day}`.
        pub holiday: String,
        /// Day and time on another day; `{day}` and `{time}`.
        pub other_day: String,
        /// A time before noon; `{time}`, such as 9:30.
        pub morning: String,
        /// A time after noon; `{time}`, such as 4.
        pub afternoon: String,
        /// 12:00.
        pub midday: String,
        /// The start or the end of a day.
        pub midnight: String,
        /// Tomorrow.
        pub tomorrow: String,
        /// The seven weekdays, from Monday.
        pub weekdays: Vec<String>,
    }
}

impl OpeningWords {
    /// Formats the opening status, or `None` if no status may be shown. `date` formats a date more than a week away
    /// from its month and day of the month.
    #[must_use]
    pub fn line(&self, opening: Opening, date: &impl Fn(i64, i64) -> String) -> Option<String> {
        let at = |words: &str, when: LocalTime| words.replace("{when}", &self.when(when, date));
        let line = match opening {
            Opening::AlwaysOpen(Corroboration::Confirmed) => self.always.clone(),
            Opening::AlwaysOpen(Corroboration::OneSource) => self.always_single.clone(),
            Opening::OpenNow { until, backing } => match backing {
                Corroboration::Confirmed => at(&self.open, until),
                Corroboration::OneSource => at(&self.open_single, until),
            },
            Opening::OpensAt { moment, backing } => match backing {
                Corroboration::Confirmed => at(&self.closed, moment),
                Corroboration::OneSource => at(&self.closed_single, moment),
            },
            Opening::SourcesDiffer(differ) => match differ {
                Disagreement::OpenUntil(until) => at(&self.differ_open, until),
                Disagreement::MayBeOpen(Some(until)) => at(&self.may_be_open, until),
                Disagreement::MayBeOpen(None) => self.may_be_open_now.clone(),
                Disagreement::MayBeClosed(Some(moment)) => at(&self.may_be_closed, moment),
                Disagreement::MayBeClosed(None) => self.may_be_closed_now.clone(),
                Disagreement::Closed(Some(moment)) => at(&self.differ_closed, moment),
                Disagreement::Closed(None) => self.closed_now.clone(),
            },
            Opening::HolidayUnknown(RelativeDay::Today) => self.holiday_today.clone(),
            Opening::HolidayUnknown(day) => self.holiday.replace("{day}", &self.day(day, date)),
            Opening::NotStated | Opening::ClockWrong => return None,
        };
        Some(line)
    }

    fn when(&self, when: LocalTime, date: &impl Fn(i64, i64) -> String) -> String {
        let time = self.time(when.time);
        match when.day {
            RelativeDay::Today => time,
            day => (self.other_day)
                .replace("{day}", &self.day(day, date))
                .replace("{time}", &time),
        }
    }

    /// Formats a time on the 12-hour clock in GOV.UK style: 9:30am, midday, 4pm, midnight.
    fn time(&self, time: TimeOfDay) -> String {
        let (hour, minute) = (time.minutes() / 60, time.minutes() % 60);
        let words = match (hour, minute) {
            (0 | 24, 0) => return self.midnight.clone(),
            (12, 0) => return self.midday.clone(),
            (..12, _) => &self.morning,
            _ => &self.afternoon,
        };
        let hour = (hour + 11) % 12 + 1;
        let clock = if minute == 0 {
            hour.to_string()
        } else {
            format!("{hour}:{minute:02}")
        };
        words.replace("{time}", &clock)
    }

    fn day(&self, day: RelativeDay, date: &impl Fn(i64, i64) -> String) -> String {
        match day {
            RelativeDay::Today => String::new(),
            RelativeDay::Tomorrow => self.tomorrow.clone(),
            RelativeDay::Weekday(weekday) => {
                let place = usize::try_from(weekday.days_after_monday()).unwrap_or_default();
                self.weekdays.get(place).cloned().unwrap_or_default()
            }
            RelativeDay::Date(day) => {
                let day = day.date();
                date(day.month, day.day)
            }
        }
    }
}
