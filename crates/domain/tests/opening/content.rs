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
    let mut said = 0;
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
            said += 1;
        }
    }
    assert!(said > 100, "{said}");
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

/// Moments in London, and the expected line of a service then. In this week of November 2026 no nation of the
/// services below keeps a bank holiday.
const MOMENTS: &[(&str, &str, &str)] = &[
    // Every source has the helpline open.
    (
        "national-stalking-helpline",
        "2026-11-23 10:00",
        "Open now, at least until 4pm.",
    ),
    (
        "national-stalking-helpline",
        "2026-11-25 15:59",
        "Open now, at least until 4pm.",
    ),
    // The newest source has it open until 8pm on Monday and Wednesday; the older ones do not.
    (
        "national-stalking-helpline",
        "2026-11-23 16:00",
        "It may be open now, until 8pm. You can try.",
    ),
    (
        "national-stalking-helpline",
        "2026-11-23 17:00",
        "It may be open now, until 8pm. You can try.",
    ),
    (
        "national-stalking-helpline",
        "2026-11-23 19:59",
        "It may be open now, until 8pm. You can try.",
    ),
    (
        "national-stalking-helpline",
        "2026-11-25 17:00",
        "It may be open now, until 8pm. You can try.",
    ),
    // On Wednesday the newest one has it open from half past nine, the older ones from one.
    (
        "national-stalking-helpline",
        "2026-11-25 09:30",
        "It may be open now, until 8pm. You can try.",
    ),
    // No source has it open.
    (
        "national-stalking-helpline",
        "2026-11-23 20:00",
        "Closed now. It should be open from tomorrow at 9:30am.",
    ),
    (
        "national-stalking-helpline",
        "2026-11-24 17:00",
        "Closed now. It should be open from tomorrow at 1pm.",
    ),
    (
        "national-stalking-helpline",
        "2026-11-25 09:29",
        "Closed now. It should be open from 1pm.",
    ),
    (
        "national-stalking-helpline",
        "2026-11-27 16:00",
        "Closed now. It should be open from Monday at 9:30am.",
    ),
    (
        "national-stalking-helpline",
        "2026-11-28 12:00",
        "Closed now. It should be open from Monday at 9:30am.",
    ),
    // An older source has them open later than the newest one.
    (
        "mens-advice-line",
        "2026-11-23 18:00",
        "It may be closed now. It should be open from tomorrow at 10am.",
    ),
    (
        "mens-advice-line",
        "2026-11-23 21:00",
        "Closed now. It should be open from tomorrow at 10am.",
    ),
    ("galop", "2026-11-24 15:00", "Open now, at least until 4pm."),
    (
        "galop",
        "2026-11-24 16:30",
        "It may be open now, until 5pm. You can try.",
    ),
    (
        "galop",
        "2026-11-24 18:00",
        "It may be closed now. It should be open from tomorrow at 10am.",
    ),
    (
        "forced-marriage-unit",
        "2026-11-24 09:30",
        "It may be closed now. It should be open from 10am.",
    ),
    // Where sources agree it is said plainly, and where there is one it is said to be probable.
    ("samaritans", "2026-11-24 03:00", "Open now."),
    ("lifeline", "2026-11-24 03:00", "Open now."),
    (
        "safer-places",
        "2026-11-24 03:00",
        "It is probably open now.",
    ),
    (
        "karma-nirvana",
        "2026-11-24 12:00",
        "It is probably open now, until 5pm.",
    ),
    (
        "karma-nirvana",
        "2026-11-21 12:00",
        "It is probably closed now. It should be open from Monday at 9am.",
    ),
    (
        "rape-crisis-scotland",
        "2026-11-24 20:00",
        "It is probably open now, until midnight.",
    ),
    // A holiday whose hours are not known.
    (
        "national-stalking-helpline",
        "2026-12-25 12:00",
        "It may be closed today for a bank holiday.",
    ),
    (
        "national-stalking-helpline",
        "2026-12-24 21:00",
        "Closed now.",
    ),
    (
        "karma-nirvana",
        "2026-12-24 18:00",
        "It may be closed until after tomorrow, because of a bank holiday.",
    ),
];

#[test]
fn a_reader_is_told_what_the_sources_carry_at_each_moment() {
    let edition = edition();
    let almanac = edition.bank_holidays.almanac(date(2026, 11, 21));
    let months = &edition.text.months;
    let day = |month: i64, day: i64| {
        let month = usize::try_from(month - 1).unwrap();
        format!("{day} {}", months[month])
    };
    for (id, moment, line) in MOMENTS {
        let service = edition.service(id).unwrap();
        let time: jiff::civil::DateTime = moment.parse().unwrap();
        let seconds = time.to_zoned(london()).unwrap().timestamp().as_second();
        let opening = Timetable::of(&service.hours, &service.areas).at(&almanac, seconds);
        let said = edition.text.now.line(opening, &day);
        assert_eq!(said.as_deref(), Some(*line), "{id} at {moment}");
    }
}
