//! What the app says of the shipped services at a moment, from the props that the page carries.

use domain::service::Group;
use sidedoor::islands::DirectoryProps;

use crate::helplines::directory;
use crate::page::{Page, shipped_page};

/// Seconds in a day.
const DAY: i64 = 86_400;
/// 30 November 2026, 00:00, a Monday after the newest check; and the moments counted from it.
const MONDAY: i64 = 20_787 * DAY;

/// The line about a service at a moment.
fn now(page: &Page, directory: &DirectoryProps, id: &str, seconds: i64) -> String {
    let place = page
        .edition
        .services
        .iter()
        .position(|service| service.id == id)
        .unwrap();
    directory.open_status(&directory.services[place], seconds)
}

#[test]
fn a_phone_says_what_the_hours_mean() {
    let page = shipped_page();
    let given = directory(&page);
    // Not Monday 30 November: that is St Andrew's Day.
    let monday_ten = MONDAY + 7 * DAY + 10 * 3600;
    let monday_five = MONDAY + 7 * DAY + 17 * 3600;
    let sunday_night = MONDAY + 6 * DAY + 23 * 3600;
    let line = "national-stalking-helpline";
    assert_eq!(
        now(&page, &given, line, monday_ten),
        "Open now, at least until 4pm."
    );
    let perhaps = now(&page, &given, line, monday_five);
    assert_eq!(perhaps, "It may be open now, until 8pm. You can try.");
    let closed = now(&page, &given, line, sunday_night);
    assert_eq!(
        closed,
        "Closed now. It should be open from tomorrow at 9:30am."
    );
    let single = now(&page, &given, "herts-domestic-abuse-helpline", monday_ten);
    assert_eq!(single, "It is probably open now, until 9pm.");
    let victim_support = now(&page, &given, "victim-support", sunday_night);
    assert_eq!(victim_support, "Open now.");
    // Christmas Day of 2026: the hours are unknown.
    let christmas = MONDAY + 25 * DAY + 12 * 3600;
    assert_eq!(
        now(&page, &given, line, christmas),
        "It may be closed today for a bank holiday."
    );
    assert_eq!(now(&page, &given, "paladin", monday_ten), "");
}

/// Working days before and after a change of the clocks at the same minute of universal time, and the minutes between.
/// 29 March is Easter Monday.
const CLOCKS_CHANGE: [(&str, &str); 9] = [
    (
        "2027-03-26T09:00:00Z",
        "It may be closed today for a bank holiday.",
    ),
    (
        "2027-03-25T09:00:00Z",
        "Closed now. It should be open from 9:30am.",
    ),
    ("2027-03-28T00:59:00Z", "Closed now."),
    ("2027-03-28T01:00:00Z", "Closed now."),
    ("2027-03-30T09:00:00Z", "Open now, at least until 4pm."),
    ("2027-10-29T09:00:00Z", "Open now, at least until 4pm."),
    (
        "2027-10-31T00:59:00Z",
        "Closed now. It should be open from tomorrow at 9:30am.",
    ),
    (
        "2027-10-31T01:00:00Z",
        "Closed now. It should be open from tomorrow at 9:30am.",
    ),
    (
        "2027-11-01T09:00:00Z",
        "Closed now. It should be open from 9:30am.",
    ),
];

#[test]
fn on_both_sides_of_a_change_of_the_clocks_the_lines_are_right() {
    let page = shipped_page();
    let mut given = directory(&page);
    // By then every check is overdue, which would be said instead.
    for service in &mut given.services {
        service.checked = None;
    }
    for (moment, line) in CLOCKS_CHANGE {
        let seconds = moment.parse::<jiff::Timestamp>().unwrap().as_second();
        let status = now(&page, &given, "national-stalking-helpline", seconds);
        assert_eq!(status, line, "{moment}");
    }
}

#[test]
fn nothing_is_claimed_before_the_build_or_once_a_check_is_overdue() {
    let page = shipped_page();
    let given = directory(&page);
    let text = &page.edition.text;
    let ten = |date: jiff::civil::Date| {
        let date = date.at(10, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC);
        date.unwrap().timestamp().as_second()
    };
    let checks = page.edition.services.iter();
    let built = checks
        .map(|service| service.assurance.checked)
        .max()
        .unwrap();
    for (service, entry) in page.edition.services.iter().zip(&given.services) {
        let assurance = &service.assurance;
        assert_eq!(
            given.open_status(entry, ten(built.yesterday().unwrap())),
            "",
            "{}",
            service.id
        );
        assert_eq!(given.open_status(entry, 0), "", "{}", service.id);
        let checked = text.date(assurance.checked);
        let status = text.service.check_first.replace("{date}", &checked);
        let due = given.open_status(entry, ten(assurance.next_check));
        assert_ne!(due, status, "{}", service.id);
        let overdue = given.open_status(entry, ten(assurance.next_check.tomorrow().unwrap()));
        // A person in danger is not asked to check anything first.
        let asks = service.group != Group::Emergency;
        assert_eq!(overdue == status, asks, "{}: {overdue}", service.id);
    }
}
