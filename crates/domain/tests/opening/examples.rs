//! Edge cases, with the expected text as people would say it.

use domain::opening::{Almanac, Nation, Opening, TimeOfDay, Timetable, Weekday};
use domain::opening::{Corroboration, Disagreement, LocalTime, RelativeDay};
use domain::place::Area;
use domain::service::{Agreement, DisputedHours, Hours, OnBankHolidays, Period};
use jiff::civil::date;

use crate::london;

const WEEKDAYS: [Weekday; 5] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
];

/// A line for England and Wales, unless it is changed, and what is known of its hours.
struct Line {
    periods: Vec<Period>,
    disputed: DisputedHours,
    agreement: Agreement,
    bank_holidays: OnBankHolidays,
    areas: Vec<Area>,
}

impl Line {
    fn new(days: &[Weekday], times: &[&str]) -> Self {
        let period = |day: Weekday, text: &str| {
            let (opens, closes) = text.split_once('-').unwrap();
            Period {
                day,
                opens: TimeOfDay::parse(opens).unwrap(),
                closes: TimeOfDay::parse(closes).unwrap(),
            }
        };
        let times = |day: &Weekday| times.iter().map(|text| period(*day, text)).collect();
        Self {
            periods: days.iter().flat_map::<Vec<Period>, _>(times).collect(),
            disputed: DisputedHours::default(),
            agreement: Agreement::Confirmed,
            bank_holidays: OnBankHolidays::Unknown,
            areas: vec![Area::ENGLAND, Area::WALES],
        }
    }

    fn and(mut self, days: &[Weekday], times: &[&str]) -> Self {
        self.periods.extend(Self::new(days, times).periods);
        self
    }

    fn on_holidays(mut self, bank_holidays: OnBankHolidays) -> Self {
        self.bank_holidays = bank_holidays;
        self
    }

    /// The line at a time in London, written like 2026-12-25 09:30.
    fn at(&self, time: &str) -> Opening {
        let time: jiff::civil::DateTime = time.parse().unwrap();
        let now = time.to_zoned(london()).unwrap().timestamp().as_second();
        self.at_second(now)
    }

    /// The line at a moment in UTC, written like 2026-12-25T09:30Z.
    fn at_universal(&self, time: &str) -> Opening {
        self.at_second(time.parse::<jiff::Timestamp>().unwrap().as_second())
    }

    fn at_second(&self, now: i64) -> Opening {
        let hours = Hours::Weekly {
            periods: self.periods.clone(),
            disputed: self.disputed.clone(),
            agreement: self.agreement,
            bank_holidays: self.bank_holidays,
        };
        Timetable::of(&hours, &self.areas).at(&almanac(), now)
    }
}

fn almanac() -> Almanac {
    let everywhere = [date(2026, 12, 28), date(2027, 3, 26)];
    let everywhere = everywhere.map(|day| Nation::ALL.map(|nation| (day.into(), nation)));
    let scottish = (date(2026, 11, 30).into(), Nation::Scotland);
    let days = everywhere.into_iter().flatten().chain([scottish]);
    Almanac::new(date(2026, 11, 21).into(), date(2028, 12, 31).into(), days)
}

fn when(day: RelativeDay, time: &str) -> LocalTime {
    let time = TimeOfDay::parse(time).unwrap();
    LocalTime { day, time }
}

fn open(day: RelativeDay, time: &str) -> Opening {
    let until = when(day, time);
    let backing = Corroboration::Confirmed;
    Opening::OpenNow { until, backing }
}

fn opens(day: RelativeDay, time: &str) -> Opening {
    let moment = when(day, time);
    let backing = Corroboration::Confirmed;
    Opening::OpensAt { moment, backing }
}

#[test]
fn a_line_closes_at_the_first_minute_after_its_hours() {
    let line = Line::new(&WEEKDAYS, &["09:30-16:00"]);
    assert_eq!(
        line.at("2026-11-24 09:29:59"),
        opens(RelativeDay::Today, "09:30")
    );
    assert_eq!(
        line.at("2026-11-24 09:30"),
        open(RelativeDay::Today, "16:00")
    );
    assert_eq!(
        line.at("2026-11-24 15:59:59"),
        open(RelativeDay::Today, "16:00")
    );
    assert_eq!(
        line.at("2026-11-24 16:00"),
        opens(RelativeDay::Tomorrow, "09:30")
    );
    let monday = RelativeDay::Weekday(Weekday::Monday);
    assert_eq!(line.at("2026-11-27 16:00"), opens(monday, "09:30"));
}

#[test]
fn a_line_that_closes_at_midnight_closes_at_24_00_of_that_day() {
    let evenings = Line::new(&Weekday::ALL, &["18:00-24:00"]);
    assert_eq!(
        evenings.at("2026-11-24 23:59"),
        open(RelativeDay::Today, "24:00")
    );
    assert_eq!(
        evenings.at("2026-11-25 00:00"),
        opens(RelativeDay::Today, "18:00")
    );
}

#[test]
fn a_line_that_goes_on_after_midnight_is_not_said_to_close_then() {
    let nights =
        Line::new(&[Weekday::Sunday], &["22:00-24:00"]).and(&[Weekday::Monday], &["00:00-02:00"]);
    assert_eq!(
        nights.at("2026-11-22 23:00"),
        open(RelativeDay::Tomorrow, "02:00")
    );
    assert_eq!(
        nights.at("2026-11-23 00:30"),
        open(RelativeDay::Today, "02:00")
    );
}

#[test]
fn hours_are_london_s_through_both_changes_of_the_clocks() {
    let line = Line::new(&Weekday::ALL, &["09:00-17:00"]);
    assert_eq!(
        line.at_universal("2027-03-27T08:59Z"),
        opens(RelativeDay::Today, "09:00")
    );
    // The clocks go forward on 28 March 2027: nine o'clock comes an hour earlier.
    assert_eq!(
        line.at_universal("2027-03-28T08:00Z"),
        open(RelativeDay::Today, "17:00")
    );
    assert_eq!(
        line.at_universal("2027-10-31T08:59Z"),
        opens(RelativeDay::Today, "09:00")
    );
}

#[test]
fn an_hour_that_the_clocks_swallow_is_not_promised() {
    // On 28 March 2027 there is no 01:30.
    let line = Line::new(&[Weekday::Sunday], &["01:00-01:30"]);
    let sunday = RelativeDay::Date(date(2027, 4, 4).into());
    assert_eq!(line.at("2027-03-28 00:59"), opens(sunday, "01:00"));
}

#[test]
fn a_holiday_with_unknown_hours_is_not_called_closed_or_open() {
    let line = Line::new(&WEEKDAYS, &["09:30-16:00"]);
    let unknown = Opening::HolidayUnknown;
    assert_eq!(
        line.at("2026-12-24 12:00"),
        open(RelativeDay::Today, "16:00")
    );
    assert_eq!(line.at("2026-12-24 16:00"), unknown(RelativeDay::Tomorrow));
    assert_eq!(line.at("2026-12-25 12:00"), unknown(RelativeDay::Today));
    // A Saturday, but Boxing Day; then an ordinary Sunday; then the weekday for Boxing Day.
    assert_eq!(line.at("2026-12-26 12:00"), unknown(RelativeDay::Today));
    assert_eq!(line.at("2026-12-27 12:00"), unknown(RelativeDay::Tomorrow));
    assert_eq!(line.at("2026-12-28 12:00"), unknown(RelativeDay::Today));
    assert_eq!(
        line.at("2026-12-29 12:00"),
        open(RelativeDay::Today, "16:00")
    );
}

#[test]
fn a_line_that_is_known_to_be_closed_opens_after_the_holidays() {
    let line = Line::new(&WEEKDAYS, &["09:30-16:00"]).on_holidays(OnBankHolidays::Closed);
    let tuesday = RelativeDay::Weekday(Weekday::Tuesday);
    assert_eq!(line.at("2026-12-24 16:00"), opens(tuesday, "09:30"));
    let fridays = Line::new(&[Weekday::Friday], &["10:00-12:00"]);
    let fridays = fridays.on_holidays(OnBankHolidays::Closed);
    // Both 25 December and 1 January are Fridays.
    let january = RelativeDay::Date(date(2027, 1, 8).into());
    assert_eq!(fridays.at("2026-12-18 12:00"), opens(january, "10:00"));
}

#[test]
fn a_line_that_is_known_to_be_open_keeps_its_hours_on_holidays() {
    let line = Line::new(&WEEKDAYS, &["09:30-16:00"]).on_holidays(OnBankHolidays::Open);
    assert_eq!(
        line.at("2026-12-25 12:00"),
        open(RelativeDay::Today, "16:00")
    );
    assert_eq!(
        line.at("2026-12-27 12:00"),
        opens(RelativeDay::Tomorrow, "09:30")
    );
}

#[test]
fn a_holiday_of_one_nation_counts_for_a_line_that_works_there() {
    let mut line = Line::new(&WEEKDAYS, &["09:30-16:00"]);
    assert_eq!(
        line.at("2026-11-30 12:00"),
        open(RelativeDay::Today, "16:00")
    );
    for areas in [vec![Area::UK], vec![Area::ENGLAND, Area::SCOTLAND], vec![]] {
        line.areas = areas;
        for rule in [OnBankHolidays::Unknown, OnBankHolidays::Closed] {
            // A line that closes on bank holidays may still answer on another nation's.
            line.bank_holidays = rule;
            let unknown = Opening::HolidayUnknown(RelativeDay::Today);
            assert_eq!(line.at("2026-11-30 12:00"), unknown);
        }
    }
    line.areas = vec![Area::SCOTLAND];
    line.bank_holidays = OnBankHolidays::Closed;
    assert_eq!(
        line.at("2026-11-30 12:00"),
        opens(RelativeDay::Tomorrow, "09:30")
    );
}

#[test]
fn sources_that_differ_are_open_for_sure_only_in_the_hours_that_they_share() {
    let mut line = Line::new(&WEEKDAYS, &["13:00-16:00"]);
    line.agreement = Agreement::Disagree;
    line.disputed = DisputedHours {
        newest: Line::new(&WEEKDAYS, &["13:00-20:00"]).periods,
        any: Line::new(&WEEKDAYS, &["09:00-20:00"]).periods,
    };
    let at = |day, time| Some(when(day, time));
    for (moment, says) in [
        (
            "2026-11-24 08:59",
            Disagreement::Closed(at(RelativeDay::Today, "13:00")),
        ),
        (
            "2026-11-24 09:00",
            Disagreement::MayBeClosed(at(RelativeDay::Today, "13:00")),
        ),
        (
            "2026-11-24 14:00",
            Disagreement::OpenUntil(when(RelativeDay::Today, "16:00")),
        ),
        (
            "2026-11-24 16:00",
            Disagreement::MayBeOpen(at(RelativeDay::Today, "20:00")),
        ),
        (
            "2026-11-24 20:00",
            Disagreement::Closed(at(RelativeDay::Tomorrow, "13:00")),
        ),
        // A holiday ahead: nothing is known of the next opening.
        ("2026-12-24 21:00", Disagreement::Closed(None)),
    ] {
        assert_eq!(line.at(moment), Opening::SourcesDiffer(says), "{moment}");
    }
}

#[test]
fn a_line_that_never_closes_is_open_day_and_night() {
    let line = Line::new(&Weekday::ALL, &["00:00-24:00"]);
    let always = Opening::AlwaysOpen(Corroboration::Confirmed);
    assert_eq!(line.at("2026-12-01 12:00"), always);
    // Unless the hours of the holiday ahead are unknown.
    assert_eq!(
        line.at("2026-12-24 12:00"),
        open(RelativeDay::Today, "24:00")
    );
    let line = line.on_holidays(OnBankHolidays::Open);
    assert_eq!(line.at("2026-12-24 12:00"), always);
}

#[test]
fn what_comes_after_the_last_known_year_is_not_guessed() {
    let line = Line::new(&[Weekday::Tuesday], &["09:00-12:00"]);
    let line = line.on_holidays(OnBankHolidays::Closed);
    assert_eq!(line.at("2028-12-26 12:00"), Opening::ClockWrong);
    assert_eq!(line.at("2029-01-09 10:00"), Opening::ClockWrong);
    assert_eq!(line.at("2026-11-20 23:59"), Opening::ClockWrong);
}
