//! The real services, and the real bank holidays.

use std::sync::LazyLock;

use content::{self, Edition};
use domain::opening::{Nations, Opening, RelativeDay, Timetable};
use domain::service::{Agreement, DisputedHours, Hours, OnBankHolidays, Service};
use jiff::civil::{Date, date};

use crate::london;

/// The real content, read once.
fn edition() -> &'static Edition {
    static EDITION: LazyLock<Edition> = LazyLock::new(|| {
        content::read_edition(test_support::project(), "en")
            .unwrap_or_else(|problems| panic!("\n{problems}"))
    });
    &EDITION
}

fn noon(day: Date) -> i64 {
    let noon = day.at(12, 0, 0, 0).to_zoned(london()).unwrap();
    noon.timestamp().as_second()
}

fn rule(service: &Service) -> Option<OnBankHolidays> {
    match &service.hours {
        Hours::Always { bank_holidays, .. } | Hours::Weekly { bank_holidays, .. } => {
            Some(*bank_holidays)
        }
        Hours::NotStated => None,
    }
}

#[test]
fn no_line_is_said_to_be_open_on_a_holiday_with_unknown_hours() {
    let edition = edition();
    let first = edition.bank_holidays.first.year;
    let almanac = edition.bank_holidays.almanac(date(first, 1, 1));
    let mut count = 0;
    for service in &edition.services {
        let timetable = Timetable::of(&service.hours, &service.areas);
        let nations = Nations::of(&service.areas);
        for holiday in edition.bank_holidays.years().flat_map(|year| &year.days) {
            if rule(service) != Some(OnBankHolidays::Unknown)
                || nations.and(holiday.nation) != nations
            {
                continue;
            }
            let says = timetable.at(&almanac, noon(holiday.date));
            let unknown = Opening::HolidayUnknown(RelativeDay::Today);
            assert_eq!(says, unknown, "{} on {}", service.id, holiday.date);
            count += 1;
        }
    }
    assert!(count > 100, "{count}");
}

#[test]
fn a_line_that_answers_day_and_night_does_so_on_every_day_of_every_year() {
    let edition = edition();
    let first = date(edition.bank_holidays.first.year, 1, 1);
    let almanac = edition.bank_holidays.almanac(first);
    let days = edition.bank_holidays.years().count() * 365;
    for service in &edition.services {
        let Hours::Always {
            agreement: Agreement::Confirmed | Agreement::Single,
            bank_holidays: OnBankHolidays::Open,
        } = service.hours
        else {
            continue;
        };
        let timetable = Timetable::of(&service.hours, &service.areas);
        for day in first.series(jiff::Span::new().days(1)).take(days) {
            let says = timetable.at(&almanac, noon(day));
            assert!(matches!(says, Opening::AlwaysOpen(_)), "{}", service.id);
        }
    }
}

#[test]
fn what_the_phone_gets_is_small() {
    let edition = edition();
    for service in &edition.services {
        let timetable = Timetable::of(&service.hours, &service.areas);
        let json = serde_json::to_string(&timetable).unwrap();
        // Sources that disagree give three weeks in place of one.
        let most = match &service.hours {
            Hours::Weekly { disputed, .. } if *disputed != DisputedHours::default() => 250,
            _ => 100,
        };
        assert!(json.len() <= most, "{}: {json}", service.id);
    }
    let first = edition.bank_holidays.first.year;
    let json = serde_json::to_string(&edition.bank_holidays.almanac(date(first, 1, 1))).unwrap();
    assert!(json.len() <= 500, "{} bytes: {json}", json.len());
}

#[test]
fn a_page_says_nothing_before_its_build_or_before_its_first_year() {
    let edition = edition();
    let first = edition.bank_holidays.first.year;
    let always = Timetable::of(
        &Hours::Always {
            agreement: Agreement::Confirmed,
            bank_holidays: OnBankHolidays::Open,
        },
        &[],
    );
    let today = date(first, 6, 15);
    for (built, known) in [
        (date(first - 1, 1, 1), true),
        (today, true),
        (today.tomorrow().unwrap(), false),
    ] {
        let almanac = edition.bank_holidays.almanac(built);
        let wrong = |day| always.at(&almanac, noon(day)) == Opening::ClockWrong;
        assert_eq!(wrong(today), !known, "{built}");
        assert!(wrong(date(first - 1, 12, 31)));
    }
}
