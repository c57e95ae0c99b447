//! The oracle: a walk from minute to minute on the database's clock.
//!
//! It uses nothing of the code under test but its result types.

use std::sync::LazyLock;

use domain::opening::{
    Corroboration, Disagreement, LocalTime, Nation, Opening, RelativeDay, TimeOfDay,
};
use domain::service::{Agreement, Hours, OnBankHolidays, Period};
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};

use crate::case::Case;
use crate::clock::weekday;
use crate::london;

const DAY: i64 = 24 * 60;

/// The clock at the start of each hour. London's offset from UTC is whole hours.
struct Clock {
    first: i64,
    hours: Vec<(Date, i64)>,
}

static CLOCK: LazyLock<Clock> = LazyLock::new(|| {
    let london = london();
    let start = date(2024, 12, 1).to_zoned(TimeZone::UTC).unwrap();
    let first = start.timestamp().as_second();
    let hours = (0..24 * 366 * 12).map(|hour| {
        let time = london.to_datetime(Timestamp::from_second(first + hour * 3600).unwrap());
        assert_eq!(time.minute(), 0);
        (time.date(), i64::from(time.hour()) * 60)
    });
    Clock {
        first: first / 60,
        hours: hours.collect(),
    }
});

/// The day and the minute of it.
fn clock(minute: i64) -> (Date, i64) {
    let since = minute - CLOCK.first;
    let place = usize::try_from(since / 60).unwrap();
    let (day, hour) = *CLOCK.hours.get(place).unwrap();
    (day, hour + since % 60)
}

/// What is known about a minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Known {
    Open,
    Closed,
    Holiday,
    TooLate,
}

/// Which sources have it open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Claim {
    Shared,
    Newest,
    Any,
}

/// A test case, with what the walk needs of it.
pub(crate) struct Walk<'a> {
    pub(crate) case: &'a Case,
    pub(crate) now: i64,
    pub(crate) today: Date,
}

impl<'a> Walk<'a> {
    pub(crate) fn new(case: &'a Case) -> Self {
        let now = case.now.div_euclid(60);
        let (today, _) = clock(now);
        Self { case, now, today }
    }

    /// Whether the hours that some sources give include this minute.
    pub(crate) fn is_in_a_period(&self, claim: Claim, minute: i64) -> bool {
        let (day, time) = clock(minute);
        let periods = match (&self.case.hours, claim) {
            (Hours::NotStated, _) => return false,
            (Hours::Always { agreement, .. }, claim) => {
                return (*agreement == Agreement::Disagree) == (claim == Claim::Any);
            }
            (Hours::Weekly { periods, .. }, Claim::Shared) => periods,
            (Hours::Weekly { disputed, .. }, Claim::Newest) => &disputed.newest,
            (Hours::Weekly { disputed, .. }, Claim::Any) => &disputed.any,
        };
        let holds = |period: &Period| {
            period.day == weekday(day.weekday())
                && (period.opens.minutes()..period.closes.minutes()).contains(&time)
        };
        periods.iter().any(holds)
    }

    /// The nations of the service that observe this day, or `None` if that is unknown.
    fn kept_by(&self, day: Date) -> Option<usize> {
        let festivals = [(12, 25), (12, 26), (1, 1)];
        let nations = self.case.place.1;
        if festivals.contains(&(day.month(), day.day())) {
            return Some(nations.len());
        }
        if day > self.case.last {
            return None;
        }
        let keeps = |nation: &&Nation| self.case.holidays.contains(&(day, **nation));
        Some(nations.iter().filter(keeps).count())
    }

    pub(crate) fn known(&self, minute: i64) -> Known {
        self.known_of(Claim::Shared, minute)
    }

    pub(crate) fn known_of(&self, claim: Claim, minute: i64) -> Known {
        let rule = self.case.rule().unwrap();
        let kept = self.kept_by(clock(minute).0);
        let all = self.case.place.1.len();
        match kept {
            _ if rule == OnBankHolidays::Open => {}
            None => return Known::TooLate,
            Some(0) => {}
            Some(kept) if rule == OnBankHolidays::Closed && kept == all => return Known::Closed,
            Some(_) => return Known::Holiday,
        }
        if self.is_in_a_period(claim, minute) {
            Known::Open
        } else {
            Known::Closed
        }
    }

    /// The first minute from now whose state differs.
    pub(crate) fn next(&self, limit: i64) -> Option<(i64, Known)> {
        let here = self.known(self.now);
        (self.now + 1..=limit)
            .map(|minute| (minute, self.known(minute)))
            .find(|(_, known)| *known != here)
    }

    fn name(&self, day: Date) -> RelativeDay {
        match self.today.until(day).unwrap().get_days() {
            0 => RelativeDay::Today,
            1 => RelativeDay::Tomorrow,
            2..=6 => RelativeDay::Weekday(weekday(day.weekday())),
            7.. => RelativeDay::Date(day.into()),
            _ => panic!("{day} is over on {}", self.today),
        }
    }

    pub(crate) fn starting(&self, minute: i64) -> LocalTime {
        let (day, time) = clock(minute);
        self.when(day, time)
    }

    pub(crate) fn ending(&self, minute: i64) -> LocalTime {
        match clock(minute) {
            (day, 0) => self.when(day.checked_sub(1.day()).unwrap(), DAY),
            (day, time) => self.when(day, time),
        }
    }

    fn when(&self, day: Date, time: i64) -> LocalTime {
        let time = format!("{:02}:{:02}", time / 60, time % 60);
        LocalTime {
            day: self.name(day),
            time: TimeOfDay::parse(&time).unwrap(),
        }
    }

    pub(crate) fn is_known_day(&self) -> bool {
        self.case.built <= self.today && self.today <= self.case.last
    }

    /// The expected result, found by walking.
    pub(crate) fn finds(&self) -> Opening {
        if !self.is_known_day() {
            return Opening::ClockWrong;
        }
        let Some(agreement) = self.case.agreement() else {
            return Opening::NotStated;
        };
        let backing = match agreement {
            Agreement::Confirmed => Corroboration::Confirmed,
            Agreement::Single => Corroboration::OneSource,
            Agreement::Disagree => return self.finds_of_several(),
        };
        match self.known(self.now) {
            Known::Open => match self.next(self.now + 7 * DAY) {
                Some((minute, _)) => Opening::OpenNow {
                    until: self.ending(minute),
                    backing,
                },
                None => Opening::AlwaysOpen(backing),
            },
            Known::Closed => match self.next(self.far()) {
                Some((minute, Known::Open)) => Opening::OpensAt {
                    moment: self.starting(minute),
                    backing,
                },
                Some((minute, Known::Holiday)) => {
                    Opening::HolidayUnknown(self.name(clock(minute).0))
                }
                _ => Opening::ClockWrong,
            },
            Known::Holiday => Opening::HolidayUnknown(RelativeDay::Today),
            Known::TooLate => panic!("today is known"),
        }
    }

    fn finds_of_several(&self) -> Opening {
        let opens = || match self.next(self.far()) {
            Some((minute, Known::Open)) => Some(self.starting(minute)),
            _ => None,
        };
        let differ = match self.known(self.now) {
            Known::Open => match self.next(self.now + 7 * DAY) {
                Some((minute, _)) => Disagreement::OpenUntil(self.ending(minute)),
                None => return Opening::AlwaysOpen(Corroboration::Confirmed),
            },
            Known::Closed if self.known_of(Claim::Newest, self.now) == Known::Open => {
                let within_a_week = self.now + 1..=self.now + 7 * DAY;
                let is_over = |minute: &i64| self.known_of(Claim::Newest, *minute) != Known::Open;
                let end = within_a_week.into_iter().find(is_over);
                Disagreement::MayBeOpen(end.map(|minute| self.ending(minute)))
            }
            Known::Closed if self.known_of(Claim::Any, self.now) == Known::Open => {
                Disagreement::MayBeClosed(opens())
            }
            Known::Closed => Disagreement::Closed(opens()),
            Known::Holiday => return Opening::HolidayUnknown(RelativeDay::Today),
            Known::TooLate => panic!("today is known"),
        };
        Opening::SourcesDiffer(differ)
    }

    /// Far enough for every timetable that has a time: all holidays of a case lie within 25 days.
    fn far(&self) -> i64 {
        self.now + 45 * DAY
    }
}
