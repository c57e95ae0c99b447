//! London time against the IANA database as oracle.

use domain::opening::{LondonDateTime, Weekday};
use jiff::civil::{Weekday as Named, date};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use proptest::prelude::*;

use crate::london;

const HOUR: i64 = 60 * 60;

fn start_of(year: i16) -> i64 {
    let start = date(year, 1, 1).to_zoned(TimeZone::UTC).unwrap();
    start.timestamp().as_second()
}

/// Compares one second with the oracle; returns the time.
#[track_caller]
fn agrees(london: &TimeZone, second: i64) {
    let theirs = london.to_datetime(Timestamp::from_second(second).unwrap());
    let ours = LondonDateTime::at(second);
    let written = ours.day.date();
    let minute = i64::from(theirs.hour()) * 60 + i64::from(theirs.minute());
    assert_eq!(
        (written.year, written.month, written.day),
        (
            theirs.year().into(),
            theirs.month().into(),
            theirs.day().into()
        ),
        "{theirs}"
    );
    assert_eq!(ours.day, theirs.date().into());
    assert_eq!(ours.time.minutes(), minute, "{theirs}");
    assert_eq!(weekday(theirs.weekday()), ours.day.weekday(), "{theirs}");
}

pub(crate) fn weekday(named: Named) -> Weekday {
    match named {
        Named::Monday => Weekday::Monday,
        Named::Tuesday => Weekday::Tuesday,
        Named::Wednesday => Weekday::Wednesday,
        Named::Thursday => Weekday::Thursday,
        Named::Friday => Weekday::Friday,
        Named::Saturday => Weekday::Saturday,
        Named::Sunday => Weekday::Sunday,
    }
}

#[test]
fn every_hour_of_eleven_years_agrees_with_the_database() {
    let london = london();
    let (first, end) = (start_of(2025), start_of(2036));
    let mut compared = 0;
    for second in (first..end).step_by(3600) {
        agrees(&london, second);
        agrees(&london, second + HOUR - 1);
        compared += 1;
    }
    assert_eq!(compared, 4017 * 24);
}

#[test]
fn every_quarter_of_an_hour_round_each_change_agrees_with_the_database() {
    let london = london();
    let from = Timestamp::from_second(start_of(2025)).unwrap();
    let end = Timestamp::from_second(start_of(2036)).unwrap();
    let mut compared = 0;
    for change in london.following(from).take_while(|c| c.timestamp() < end) {
        let middle = change.timestamp().as_second();
        for second in (middle - 24 * HOUR..=middle + 24 * HOUR).step_by(15 * 60) {
            agrees(&london, second);
            agrees(&london, second - 1);
            compared += 1;
        }
    }
    // Two changes a year, and 48 hours of quarters with both ends.
    assert_eq!(compared, 22 * 193);
}

proptest! {
    #![proptest_config(crate::case::many())]

    #[test]
    fn any_second_since_the_rule_began_agrees_with_the_database(
        second in start_of(1996)..start_of(2100),
    ) {
        agrees(&london(), second);
    }

    #[test]
    fn any_number_for_a_clock_is_answered(second in any::<i64>()) {
        let LondonDateTime { day, time } = LondonDateTime::at(second);
        prop_assert!((0..24 * 60).contains(&time.minutes()));
        prop_assert!((1..=12).contains(&day.date().month));
    }
}

#[test]
fn the_database_still_has_the_rule_that_the_phone_follows() {
    let london = london();
    for year in 2025..=2035 {
        for (month, offset) in [(3, 1), (10, 0)] {
            let last = date(year, month, 31);
            let sunday = (0..7)
                .map(|back| last.checked_sub(back.days()).unwrap())
                .find(|day| day.weekday() == Named::Sunday)
                .unwrap();
            let change = sunday.at(1, 0, 0, 0).to_zoned(TimeZone::UTC).unwrap();
            let after = london.to_offset(change.timestamp());
            assert_eq!(after.seconds(), offset * 3600, "{sunday}");
            let before = change.timestamp().checked_sub(1.second()).unwrap();
            assert_ne!(london.to_offset(before), after, "{sunday}");
        }
    }
}
