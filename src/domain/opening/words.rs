//! What is said about a service's hours at a moment.

use serde::{Deserialize, Serialize};

use super::{Corroboration, Disagreement, LocalTime, Opening, RelativeDay, TimeOfDay};

/// What is said about hours at this moment. That hours can change is said beside it, always.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpeningWords {
    /// Open day and night.
    pub always: String,
    /// The same, as far as one source says.
    pub always_single: String,
    /// Open, and until when; `{when}`.
    pub open: String,
    /// The same, as far as one source says; `{when}`.
    pub open_single: String,
    /// Closed, and when it opens; `{when}`.
    pub closed: String,
    /// The same, as far as one source says; `{when}`.
    pub closed_single: String,
    /// Sources differ, and each has it open until then; `{when}`.
    pub differ_open: String,
    /// Sources differ, and the newest has it open until then; `{when}`.
    pub may_be_open: String,
    /// Sources differ, and only an older one has it open now; each has it open from then; `{when}`.
    pub may_be_closed: String,
    /// Sources differ, none has it open now, and each has it open from then; `{when}`.
    pub differ_closed: String,
    /// Sources differ, and the newest has it open without an end that is known.
    pub may_be_open_now: String,
    /// Sources differ, only an older one has it open now, and the next opening is not known.
    pub may_be_closed_now: String,
    /// Sources differ, none has it open now, and the next opening is not known.
    pub closed_now: String,
    /// Today is a holiday whose hours nobody knows.
    pub holiday_today: String,
    /// So is the next day on which it could be open; `{day}`.
    pub holiday: String,
    /// The day and the time of another day; `{day}` and `{time}`.
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
    /// The seven days, from Monday.
    pub weekdays: Vec<String>,
}

impl OpeningWords {
    /// Every line, for the page to carry.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let mut lines: Vec<String> = [
            &self.always,
            &self.always_single,
            &self.open,
            &self.open_single,
            &self.closed,
            &self.closed_single,
            &self.differ_open,
            &self.may_be_open,
            &self.may_be_closed,
            &self.differ_closed,
            &self.may_be_open_now,
            &self.may_be_closed_now,
            &self.closed_now,
            &self.holiday_today,
            &self.holiday,
            &self.other_day,
            &self.morning,
            &self.afternoon,
            &self.midday,
            &self.midnight,
            &self.tomorrow,
        ]
        .map(String::clone)
        .into();
        lines.extend(self.weekdays.iter().cloned());
        lines
    }

    /// The words from [`Self::lines`]. What is missing is empty, and what is empty is not said.
    pub fn read(lines: &mut impl Iterator<Item = String>) -> Self {
        let mut next = || lines.next().unwrap_or_default();
        Self {
            always: next(),
            always_single: next(),
            open: next(),
            open_single: next(),
            closed: next(),
            closed_single: next(),
            differ_open: next(),
            may_be_open: next(),
            may_be_closed: next(),
            differ_closed: next(),
            may_be_open_now: next(),
            may_be_closed_now: next(),
            closed_now: next(),
            holiday_today: next(),
            holiday: next(),
            other_day: next(),
            morning: next(),
            afternoon: next(),
            midday: next(),
            midnight: next(),
            tomorrow: next(),
            weekdays: lines.take(7).collect(),
        }
    }

    /// The line for a service, or `None` where nothing may be said. `date` writes a day that is
    /// further away than a week, from its month and its day of the month.
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

    /// A time on the 12-hour clock, as GOV.UK writes it: 9:30am, midday, 4pm, midnight.
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
