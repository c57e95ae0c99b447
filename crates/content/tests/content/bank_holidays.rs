//! Invalid lists of bank holidays; and the real one, against the rules for the days as oracle.

use std::collections::BTreeSet;

use domain::opening::Nation;
use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday, date};

use crate::copy::HOLIDAYS;
use crate::fault::Edit::{Swap, Whole};
use crate::fault::{Fault, each_is_refused};

const MAY: &str = "  { date = 2026-05-04, name = \"May Day\" },\n";
const ANDREW: &str = "[\n  { date = 2026-11-30, name = \"Saint Andrew's Day\" },\n]";

const YEARS: &[Fault] = &[
    Fault {
        what: "an unknown field",
        edit: Swap("year = 2026\n", "year = 2026\ncolour = \"red\"\n"),
        at: "colour",
        says: "unknown field `colour`",
    },
    Fault {
        what: "an unknown nation",
        edit: Swap("year = 2026\nengland-and-wales", "year = 2026\nnarnia"),
        at: "narnia",
        says: "unknown field `narnia`",
    },
    Fault {
        what: "a nation that is missing",
        edit: Swap(
            "northern-ireland = [\n  { date = 2027-07-12, name = \"Battle of the Boyne\" },\n]\n",
            "",
        ),
        at: "[[year]]\nyear = 2027",
        says: "missing field `northern-ireland`",
    },
    Fault {
        what: "a nation without days",
        edit: Swap(ANDREW, "[]"),
        at: "scotland = []",
        says: "every nation has bank holidays",
    },
    Fault {
        what: "a day of another year",
        edit: Swap("2026-05-04", "2027-05-03"),
        at: "2027-05-03",
        says: "2027-05-03: this is the list of 2026",
    },
    Fault {
        what: "no source",
        edit: Swap("  { name = \"Example Gazette\", date = \"2026\" },\n", ""),
        at: "source = [\n]",
        says: "at least one source is needed",
    },
    Fault {
        what: "days that are only advice",
        edit: Swap("confidence = \"single\"", "confidence = \"advice\""),
        at: "[year.assurance]\nchecked = 2026-11-21\nnext_check = 2027-02-20",
        says: "only when a source gives it",
    },
    Fault {
        what: "a file without a year",
        edit: Whole("year = []\n"),
        at: "year = []",
        says: "at least one year is needed",
    },
    Fault {
        what: "an empty file",
        edit: Whole(""),
        at: "",
        says: "missing field `year`",
    },
    Fault {
        what: "a gap between years",
        edit: Whole(GAP),
        at: "year = 2028",
        says: "years follow each other without a gap",
    },
];

/// Two years that do not follow each other.
const GAP: &str = concat!(
    "[[year]]\nyear = 2026\n",
    "england-and-wales = [{ date = 2026-01-01, name = \"New Year's Day\" }]\n",
    "scotland = [{ date = 2026-01-02, name = \"New Year Holiday\" }]\n",
    "northern-ireland = [{ date = 2026-03-17, name = \"Saint Patrick's Day\" }]\n",
    "assurance = { checked = 2026-11-21, next_check = 2027-02-19, confidence = \"single\", ",
    "source = [{ name = \"Example Gazette\", date = \"2026\" }] }\n",
    "[[year]]\nyear = 2028\n",
    "england-and-wales = [{ date = 2028-01-03, name = \"New Year's Day\" }]\n",
    "scotland = [{ date = 2028-01-04, name = \"New Year Holiday\" }]\n",
    "northern-ireland = [{ date = 2028-03-17, name = \"Saint Patrick's Day\" }]\n",
    "assurance = { checked = 2026-11-21, next_check = 2027-02-19, confidence = \"single\", ",
    "source = [{ name = \"Example Gazette\", date = \"2026\" }] }\n",
);

#[test]
fn a_year_gives_the_days_of_every_nation_and_where_they_come_from() {
    each_is_refused(HOLIDAYS, YEARS);
}

const DAYS: &[Fault] = &[
    Fault {
        what: "an unknown field",
        edit: Swap("2026-05-04, name", "2026-05-04, colour = 1, name"),
        at: "colour",
        says: "unknown field `colour`",
    },
    Fault {
        what: "no name",
        edit: Swap("\"May Day\"", "\" \""),
        at: "\" \"",
        says: "a bank holiday needs a name",
    },
    Fault {
        what: "a Saturday",
        edit: Swap("2026-05-04", "2026-05-02"),
        at: "2026-05-02",
        says: "2026-05-02: this is a weekend",
    },
    Fault {
        what: "a Sunday",
        edit: Swap("2026-05-04", "2026-05-03"),
        at: "2026-05-03",
        says: "2026-05-03: this is a weekend",
    },
    Fault {
        what: "a day that does not exist",
        edit: Swap("2026-05-04", "2026-04-31"),
        at: "2026-04-31",
        says: "invalid date",
    },
    Fault {
        what: "a day with a time",
        edit: Swap("2026-05-04", "2026-05-04T09:00:00"),
        at: "2026-05-04T09:00:00",
        says: "with no time",
    },
    Fault {
        what: "a day out of order",
        edit: Swap(
            MAY,
            "  { date = 2026-05-04, name = \"May Day\" },\n  { date = 2026-04-03, name = \"Late\" },\n",
        ),
        at: "Late",
        says: "2026-04-03: days are written in order",
    },
    Fault {
        what: "a duplicate day",
        edit: Swap(
            MAY,
            "  { date = 2026-05-04, name = \"May Day\" },\n  { date = 2026-05-04, name = \"Again\" },\n",
        ),
        at: "Again",
        says: "2026-05-04: this day is there twice",
    },
];

#[test]
fn a_bank_holiday_is_a_weekday_with_a_name_in_its_place() {
    each_is_refused(HOLIDAYS, DAYS);
}

/// Easter Sunday (Meeus, Jones and Butcher).
fn easter(year: i16) -> Date {
    let (century, rest) = (year / 100, year % 100);
    let moon = year % 19;
    let shift = century - century / 4 - (century - (century + 8) / 25 + 1) / 3;
    let full = (19 * moon + shift + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - full - rest % 4) % 7;
    let late = (moon + 11 * full + 22 * sunday) / 451;
    let sum = full + sunday - 7 * late + 114;
    let number = |number: i16| i8::try_from(number).unwrap();
    date(year, number(sum / 31), number(sum % 31 + 1))
}

/// The days that the Banking and Financial Dealings Act 1971 and custom give a nation.
fn by_rule(nation: Nation, year: i16) -> BTreeSet<Date> {
    let monday = |nth, month| {
        let first = date(year, month, 1);
        first.nth_weekday_of_month(nth, Weekday::Monday).unwrap()
    };
    let festivals: &[(i8, i8)] = match nation {
        Nation::EnglandAndWales => &[(1, 1), (12, 25), (12, 26)],
        Nation::Scotland => &[(1, 1), (1, 2), (11, 30), (12, 25), (12, 26)],
        Nation::NorthernIreland => &[(1, 1), (3, 17), (7, 12), (12, 25), (12, 26)],
    };
    let easter = easter(year);
    let mut days = BTreeSet::from([
        easter.checked_sub(2.days()).unwrap(),
        monday(1, 5),
        monday(-1, 5),
    ]);
    days.insert(match nation {
        Nation::Scotland => monday(1, 8),
        Nation::EnglandAndWales | Nation::NorthernIreland => monday(-1, 8),
    });
    if nation != Nation::Scotland {
        days.insert(easter.tomorrow().unwrap());
    }
    for (month, day) in festivals {
        let mut day = date(year, *month, *day);
        while matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) || days.contains(&day) {
            day = day.tomorrow().unwrap();
        }
        days.insert(day);
    }
    days
}

#[test]
fn the_real_days_are_the_ones_that_the_rules_give() {
    let root = test_support::project();
    let edition = content::read_edition(root, "en").unwrap();
    // Days that a government proclaimed for one year.
    let proclaimed = [(Nation::Scotland, date(2026, 6, 15))];
    for year in edition.bank_holidays.years() {
        for nation in Nation::ALL {
            let listed = year.days.iter().filter(|day| day.nation == nation);
            let listed: BTreeSet<Date> = listed.map(|day| day.date).collect();
            let mut expected = by_rule(nation, year.year);
            let extra = proclaimed
                .iter()
                .filter(|(where_, day)| *where_ == nation && day.year() == year.year);
            expected.extend(extra.map(|(_, day)| *day));
            assert_eq!(listed, expected, "{nation:?} {}", year.year);
        }
    }
    assert_eq!(edition.bank_holidays.years().last().unwrap().year, 2028);
}
