//! What is said at moments of one week, of the services of the fixture (`tests/fixtures/directory`).

use domain::opening::{OpeningWords, Timetable};
use domain::service::Service;
use jiff::civil::{DateTime, date};

use crate::london;

/// Moments in London in November and December 2026, and the line of a service then. The week of 23 November has no
/// holiday.
const MOMENTS: &[(&str, &str, &str)] = &[
    // Every source has it open.
    (
        "stalking-helpline",
        "2026-11-23 10:00",
        "open at least until 4pm",
    ),
    (
        "stalking-helpline",
        "2026-11-25 15:59",
        "open at least until 4pm",
    ),
    // The newest source has it open until 8pm on Monday and Wednesday; the older ones do not.
    (
        "stalking-helpline",
        "2026-11-23 16:00",
        "may be open until 8pm",
    ),
    (
        "stalking-helpline",
        "2026-11-23 19:59",
        "may be open until 8pm",
    ),
    // On Wednesday the newest one has it open from half past nine, the older ones from one.
    (
        "stalking-helpline",
        "2026-11-25 09:30",
        "may be open until 8pm",
    ),
    // No source has it open.
    (
        "stalking-helpline",
        "2026-11-23 20:00",
        "closed by all until tomorrow 9:30am",
    ),
    (
        "stalking-helpline",
        "2026-11-24 17:00",
        "closed by all until tomorrow 1pm",
    ),
    (
        "stalking-helpline",
        "2026-11-25 09:29",
        "closed by all until 1pm",
    ),
    (
        "stalking-helpline",
        "2026-11-27 16:00",
        "closed by all until Mon 9:30am",
    ),
    (
        "stalking-helpline",
        "2026-11-28 12:00",
        "closed by all until Mon 9:30am",
    ),
    // An older source has it open later than the newest one.
    (
        "men",
        "2026-11-23 18:00",
        "may be closed until tomorrow 10am",
    ),
    (
        "men",
        "2026-11-23 21:00",
        "closed by all until tomorrow 10am",
    ),
    ("pride", "2026-11-24 15:00", "open at least until 4pm"),
    ("pride", "2026-11-24 16:30", "may be open until 5pm"),
    (
        "pride",
        "2026-11-24 18:00",
        "may be closed until tomorrow 10am",
    ),
    ("office", "2026-11-24 09:30", "may be closed until 10am"),
    // Sources agree, or there is one.
    ("listeners", "2026-11-24 03:00", "open"),
    ("local-advocates", "2026-11-24 03:00", "probably open"),
    (
        "local-helpline",
        "2026-11-24 12:00",
        "probably open until 5pm",
    ),
    (
        "local-helpline",
        "2026-11-21 12:00",
        "probably closed until Mon 9am",
    ),
    (
        "scotland-victims",
        "2026-11-24 20:00",
        "probably open until midnight",
    ),
    // A holiday whose hours are not known.
    ("stalking-helpline", "2026-12-25 12:00", "holiday today"),
    ("stalking-helpline", "2026-12-24 21:00", "closed by all"),
    ("local-helpline", "2026-12-24 18:00", "holiday tomorrow"),
];

#[test]
fn a_reader_is_told_what_the_sources_carry_at_each_moment() {
    let fixture = test_support::project().join("tests/fixtures/directory");
    let directory = content::read_directory(&fixture, "en").unwrap();
    let words = std::fs::read_to_string(fixture.join("opening_words.toml")).unwrap();
    let words: OpeningWords = toml::from_str(&words).unwrap();
    let almanac = directory.bank_holidays.almanac(date(2026, 11, 21));
    for (id, moment, line) in MOMENTS {
        let is_it = |service: &&Service| service.id == *id;
        let service = directory.services.iter().find(is_it).unwrap();
        let time: DateTime = moment.parse().unwrap();
        let seconds = time.to_zoned(london()).unwrap().timestamp().as_second();
        let opening = Timetable::of(&service.hours, &service.areas).at(&almanac, seconds);
        let date = |month, day| format!("{day}/{month}");
        let status = words.line(opening, &date);
        assert_eq!(status.as_deref(), Some(*line), "{id} at {moment}");
    }
}
