//! Opening status of a service at a moment, without a network and without a time-zone database.
//!
//! The hours are a schedule in the sense of Open Referral's HSDS, in the form of schema.org's
//! `OpeningHoursSpecification`: days of the week, `opens`, `closes`. schema.org's
//! `specialOpeningHoursSpecification` is reduced to one value: what happens on bank holidays.
//!
//! The page is prerendered, so only the phone may compute a status. It claims nothing that the sources do not
//! support: see [`Opening`].
//!
//! ```
//! use jiff::civil::date;
//! use domain::opening::{Almanac, Corroboration, Opening, Timetable};
//! use domain::place::Area;
//! use domain::service::{Agreement, Hours, OnBankHolidays};
//!
//! let hours = Hours::Always { agreement: Agreement::Single, bank_holidays: OnBankHolidays::Open };
//! let timetable = Timetable::of(&hours, &[Area::SCOTLAND]);
//! let almanac = Almanac::new(date(2026, 11, 21).into(), date(2028, 12, 31).into(), []);
//! let now = 1_795_300_000; // 21 November 2026
//! assert_eq!(timetable.at(&almanac, now), Opening::AlwaysOpen(Corroboration::OneSource));
//! assert_eq!(timetable.at(&almanac, 0), Opening::ClockWrong);
//! ```

mod almanac;
mod calendar;
mod timetable;
mod words;

pub use almanac::{Almanac, DecodeError, Nation, Nations};
pub use calendar::{CalendarDate, Day, LondonDateTime, TimeOfDay, Weekday};
pub use timetable::Timetable;
pub use words::OpeningWords;

use almanac::Observed;
use calendar::{MINUTES_OF_DAY, clock_change, minute_of};
use timetable::{Disputed, Stated, Week};

use crate::service::{Agreement, OnBankHolidays};

/// Opening status of a service at a moment. Hours can change, and the page that shows a status says so too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// Open now and for the next seven days, day and night.
    AlwaysOpen(Corroboration),
    /// Open now.
    OpenNow {
        /// First minute at which it is closed or its status is unknown.
        until: LocalTime,
        /// Corroboration by sources.
        backing: Corroboration,
    },
    /// Closed now.
    OpensAt {
        /// First minute at which it is open.
        moment: LocalTime,
        /// Corroboration by sources.
        backing: Corroboration,
    },
    /// Sources give different hours.
    SourcesDiffer(Disagreement),
    /// The hours of this day are unknown: it is a bank holiday or a festival where the service works. It is not known
    /// to be open before that day.
    HolidayUnknown(RelativeDay),
    /// No hours are stated.
    NotStated,
    /// The phone's clock is before the date of the build, or after the last known bank holidays. No status may be
    /// shown.
    ClockWrong,
}

/// How many sources agree on the hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Corroboration {
    /// The service's own page, or several sources that agree.
    Confirmed,
    /// One source.
    OneSource,
}

/// Opening status where sources disagree. It is closed only if no source has it open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disagreement {
    /// Every source has it open now and until then; some may have it open for longer.
    OpenUntil(LocalTime),
    /// The newest source has it open now and until then, if that is within seven days. An older one does not.
    MayBeOpen(Option<LocalTime>),
    /// An older source has it open now, the newest one does not. Every source has it open from then on, if known.
    MayBeClosed(Option<LocalTime>),
    /// No source has it open now. Every source has it open from then on, if known.
    Closed(Option<LocalTime>),
}

/// A local date and time, as a reader names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LocalTime {
    /// The day.
    pub day: RelativeDay,
    /// The time. A period that ends with the day ends at 24:00.
    pub time: TimeOfDay,
}

/// A date in London, relative to today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RelativeDay {
    /// Today.
    Today,
    /// Tomorrow.
    Tomorrow,
    /// The next such weekday, two to six days ahead.
    Weekday(Weekday),
    /// A date further away.
    Date(Day),
}

impl RelativeDay {
    fn of(day: Day, today: Day) -> Self {
        match day.0 - today.0 {
            ..=0 => Self::Today,
            1 => Self::Tomorrow,
            2..=6 => Self::Weekday(day.weekday()),
            7.. => Self::Date(day),
        }
    }
}

impl LocalTime {
    fn starts(minute: i64, today: Day) -> Self {
        let LondonDateTime { day, time } = LondonDateTime::at_minute(minute);
        Self {
            day: RelativeDay::of(day, today),
            time,
        }
    }

    fn ends(minute: i64, today: Day) -> Self {
        let LondonDateTime { day, time } = LondonDateTime::at_minute(minute);
        if time == TimeOfDay::START {
            return Self {
                day: RelativeDay::of(Day(day.0 - 1), today),
                time: TimeOfDay::END,
            };
        }
        Self {
            day: RelativeDay::of(day, today),
            time,
        }
    }
}

/// Status of one minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Open,
    Closed,
    /// A holiday whose hours are unknown.
    Holiday,
    /// After the end of the almanac: unknown whether it is a holiday.
    BeyondAlmanac,
}

impl Timetable {
    /// Computes the opening status at a Unix time in seconds.
    #[must_use]
    pub fn at(&self, almanac: &Almanac, seconds: i64) -> Opening {
        let now = minute_of(seconds);
        let today = LondonDateTime::at_minute(now).day;
        if !almanac.knows(today) {
            return Opening::ClockWrong;
        }
        let Some(hours) = &self.0 else {
            return Opening::NotStated;
        };
        if let Some(disputed) = &hours.disputed {
            return hours.at_of_several(disputed, almanac, now);
        }
        let backing = match hours.agreement {
            Agreement::Single => Corroboration::OneSource,
            Agreement::Confirmed | Agreement::Disagree => Corroboration::Confirmed,
        };
        match hours.state(&hours.week, almanac, now) {
            State::Holiday => Opening::HolidayUnknown(RelativeDay::Today),
            State::BeyondAlmanac => Opening::ClockWrong,
            State::Open => match hours.end(&hours.week, almanac, now) {
                Some(end) => Opening::OpenNow {
                    until: LocalTime::ends(end, today),
                    backing,
                },
                None => Opening::AlwaysOpen(backing),
            },
            State::Closed => match hours.next(almanac, now) {
                (minute, State::Open) => Opening::OpensAt {
                    moment: LocalTime::starts(minute, today),
                    backing,
                },
                (minute, State::Holiday) => Opening::HolidayUnknown(RelativeDay::of(
                    LondonDateTime::at_minute(minute).day,
                    today,
                )),
                (_, State::Closed | State::BeyondAlmanac) => Opening::ClockWrong,
            },
        }
    }
}

impl Stated {
    /// Computes the opening status where sources disagree.
    fn at_of_several(&self, disputed: &Disputed, almanac: &Almanac, now: i64) -> Opening {
        let today = LondonDateTime::at_minute(now).day;
        let known = |week| self.state(week, almanac, now);
        let opens = || match self.next(almanac, now) {
            (minute, State::Open) => Some(LocalTime::starts(minute, today)),
            (_, State::Closed | State::Holiday | State::BeyondAlmanac) => None,
        };
        let differ = match (
            known(&self.week),
            known(&disputed.newest),
            known(&disputed.any),
        ) {
            (State::Holiday, ..) => return Opening::HolidayUnknown(RelativeDay::Today),
            (State::BeyondAlmanac, ..) => return Opening::ClockWrong,
            (State::Open, ..) => match self.end(&self.week, almanac, now) {
                Some(end) => Disagreement::OpenUntil(LocalTime::ends(end, today)),
                // They do not disagree about the next seven days.
                None => return Opening::AlwaysOpen(Corroboration::Confirmed),
            },
            (_, State::Open, _) => {
                let end = self.end(&disputed.newest, almanac, now);
                Disagreement::MayBeOpen(end.map(|end| LocalTime::ends(end, today)))
            }
            (.., State::Open) => Disagreement::MayBeClosed(opens()),
            _ => Disagreement::Closed(opens()),
        };
        Opening::SourcesDiffer(differ)
    }

    fn state(&self, week: &Week, almanac: &Almanac, minute: i64) -> State {
        let LondonDateTime { day, time } = LondonDateTime::at_minute(minute);
        let usual = || {
            if week.is_open(day.weekday(), time) {
                State::Open
            } else {
                State::Closed
            }
        };
        match (self.bank_holidays, almanac.observed(day, self.nations)) {
            (OnBankHolidays::Open, _) | (_, Observed::Nowhere) => usual(),
            (OnBankHolidays::Closed, Observed::Everywhere) => State::Closed,
            // A service that works in several nations may close for the holiday of one of them, or not.
            (OnBankHolidays::Closed, Observed::Somewhere)
            | (OnBankHolidays::Unknown, Observed::Somewhere | Observed::Everywhere) => {
                State::Holiday
            }
            (OnBankHolidays::Closed | OnBankHolidays::Unknown, Observed::NotKnown) => {
                State::BeyondAlmanac
            }
        }
    }

    /// Finds the first minute after `open` that is not known to be open, within seven days.
    fn end(&self, week: &Week, almanac: &Almanac, open: i64) -> Option<i64> {
        let limit = open + 7 * MINUTES_OF_DAY;
        let mut minute = week.next_edge(open);
        while minute <= limit {
            if self.state(week, almanac, minute) != State::Open {
                return Some(minute);
            }
            minute = week.next_edge(minute);
        }
        None
    }

    /// Finds the first minute after `closed` that is not known to be closed, and its state. The state is
    /// [`State::Closed`] if there is none, which happens only for a timetable without a period.
    fn next(&self, almanac: &Almanac, closed: i64) -> (i64, State) {
        // Hours that ignore holidays recur within one week, or two if a clock change skips them.
        let limit = almanac
            .last()
            .0
            .max(LondonDateTime::at_minute(closed).day.0)
            + 15;
        let mut minute = closed;
        while minute <= limit * MINUTES_OF_DAY {
            minute = self.week.next_edge(minute);
            let known = self.state(&self.week, almanac, minute);
            if known != State::Closed {
                return (minute, known);
            }
        }
        (minute, State::Closed)
    }
}

impl Week {
    /// Finds the next minute at which the state may change: an edge of the timetable in GMT or BST, midnight, or a
    /// clock change. The state is constant between two of them.
    fn next_edge(&self, minute: i64) -> i64 {
        let day = LondonDateTime::at_minute(minute).day;
        let midnight = (day.0 + 1) * MINUTES_OF_DAY;
        let edges = self.edges(day.weekday());
        let edges = edges.map(|edge| day.0 * MINUTES_OF_DAY + edge);
        edges
            .chain([midnight])
            .flat_map(|winter| [winter - 60, winter])
            .chain([clock_change(day)])
            .filter(|edge| *edge > minute)
            .fold(midnight, i64::min)
    }
}
