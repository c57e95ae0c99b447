//! Invalid hours of services.

use domain::service::{Hours, OnBankHolidays};

use crate::copy::{Copy, SERVICE};
use crate::fault::Edit::{self, Rest, Swap};
use crate::fault::{Fault, each_is_refused, problems};

const MONDAY: &str = "mon = [\"09:00-12:00\", \"13:00-17:00\"]";

/// The rest of the example, after other hours.
macro_rules! other_hours {
    ($hours:literal) => {
        concat!(
            "[hours]\n",
            $hours,
            "\n[assurance]\nchecked = 2026-11-21\nnext_check = 2027-02-19\n",
            "confidence = \"confirmed\"\nsource = [{ name = \"Example Trust\", date = \"2026\" }]\n",
            "[words.en]\nfor_whom = \"Anyone who tests\"\n",
        )
    };
}

const NOT_STATED: &str = other_hours!("kind = \"not-stated\"\nbank_holidays = \"open\"");
const NOT_ALWAYS: &str =
    other_hours!("kind = \"always\"\nagreement = \"single\"\nbank_holidays = \"closed\"");

const AGREEMENT: &str = "agreement = \"confirmed\"";
const SHARED: &str = "mon = [\"09:00-12:00\", \"13:00-17:00\"]\n";

const HOURS: &[Fault] = &[
    Fault {
        what: "sources that disagree about nothing",
        edit: Swap(AGREEMENT, "agreement = \"disagree\""),
        at: "[hours]",
        says: "write [hours.newest], [hours.any] or both",
    },
    Fault {
        what: "the newest source where sources agree",
        edit: Swap(
            SHARED,
            "mon = [\"09:00-12:00\", \"13:00-17:00\"]\n\n[hours.newest]\nmon = [\"09:00-20:00\"]\n",
        ),
        at: "[hours]",
        says: "are for sources that disagree",
    },
    Fault {
        what: "day and night for sources that disagree",
        edit: Swap(
            "kind = \"weekly\"\nagreement = \"confirmed\"\n\n[hours.week]\nmon = [\"09:00-12:00\", \"13:00-17:00\"]\n",
            "kind = \"always\"\nagreement = \"disagree\"\n",
        ),
        at: "[hours]",
        says: "write the week that they share",
    },
    Fault {
        what: "hours without words",
        edit: Swap("hours = \"Mondays.\"\n", ""),
        at: "[words.en]",
        says: "its hours need words",
    },
    Fault {
        what: "times that overlap",
        edit: Swap(MONDAY, "mon = [\"09:00-12:00\", \"11:30-17:00\"]"),
        at: "[hours]",
        says: "“11:30-17:00” overlaps the time before it",
    },
    Fault {
        what: "times in the wrong order",
        edit: Swap(MONDAY, "mon = [\"13:00-17:00\", \"09:00-12:00\"]"),
        at: "[hours]",
        says: "“09:00-12:00” overlaps the time before it",
    },
    Fault {
        what: "closing before opening",
        edit: Swap(MONDAY, "mon = [\"17:00-09:00\"]"),
        at: "[hours]",
        says: "“17:00-09:00” is not a time like",
    },
    Fault {
        what: "an hour that does not exist",
        edit: Swap(MONDAY, "mon = [\"09:00-25:00\"]"),
        at: "[hours]",
        says: "“09:00-25:00” is not a time like",
    },
    Fault {
        what: "a time after the end of the day",
        edit: Swap(MONDAY, "mon = [\"18:00-24:01\"]"),
        at: "[hours]",
        says: "“18:00-24:01” is not a time like",
    },
    Fault {
        what: "a time with seconds",
        edit: Swap(MONDAY, "mon = [\"09:00:30-17:00\"]"),
        at: "[hours]",
        says: "“09:00:30-17:00” is not a time like",
    },
    Fault {
        what: "words for a time",
        edit: Swap(MONDAY, "mon = [\"all day\"]"),
        at: "[hours]",
        says: "“all day” is not a time like",
    },
    Fault {
        what: "a day that does not exist",
        edit: Swap("mon = ", "monday = "),
        at: "[hours]",
        says: "“monday” is not a day",
    },
    Fault {
        what: "a timetable without a time",
        edit: Swap(MONDAY, "mon = []"),
        at: "[hours]",
        says: "a timetable without a time",
    },
    Fault {
        what: "hours of no kind",
        edit: Swap("kind = \"weekly\"\n", ""),
        at: "[hours]",
        says: "missing field `kind`",
    },
    Fault {
        what: "an unknown way with bank holidays",
        edit: Swap(
            "agreement = \"confirmed\"",
            "agreement = \"confirmed\"\nbank_holidays = \"mornings\"",
        ),
        at: "[hours]",
        says: "unknown variant `mornings`",
    },
    Fault {
        what: "bank holidays of hours that are not stated",
        edit: Rest("[hours]", NOT_STATED),
        at: "[hours]",
        says: "unknown field `bank_holidays`",
    },
    Fault {
        what: "a line that is always open, but not on bank holidays",
        edit: Rest("[hours]", NOT_ALWAYS),
        at: "[hours]",
        says: "is not open always",
    },
];

#[test]
fn impossible_hours_are_refused() {
    each_is_refused(SERVICE, HOURS);
}

#[test]
fn bank_holidays_that_no_file_mentions_are_unknown() {
    let rule = |edit: Edit| {
        let copy = Copy::new();
        copy.write(SERVICE, edit.apply(&copy.read(SERVICE)));
        let edition = content::read_edition(copy.root(), "en").unwrap();
        match edition.service("example").unwrap().hours {
            Hours::Weekly { bank_holidays, .. } => bank_holidays,
            ref other => panic!("{other:?}"),
        }
    };
    assert_eq!(rule(Swap(MONDAY, MONDAY)), OnBankHolidays::Unknown);
    let written = "agreement = \"confirmed\"\nbank_holidays = \"closed\"";
    let edit = Swap("agreement = \"confirmed\"", written);
    assert_eq!(rule(edit), OnBankHolidays::Closed);
}

#[test]
fn a_line_may_be_open_to_the_end_of_the_day() {
    let copy = Copy::new();
    let edit = Swap(MONDAY, "mon = [\"18:00-24:00\"]");
    copy.write(SERVICE, edit.apply(&copy.read(SERVICE)));
    assert_eq!(problems(&copy), []);
}

/// The example with weeks of sources that disagree.
fn disputed(weeks: &str) -> Vec<content::ContentError> {
    let copy = Copy::new();
    let text = copy.read(SERVICE);
    let text = text.replace(AGREEMENT, "agreement = \"disagree\"");
    copy.write(SERVICE, text.replace(SHARED, &format!("{SHARED}\n{weeks}")));
    problems(&copy)
}

#[test]
fn weeks_of_sources_that_disagree_hold_each_other() {
    for weeks in [
        "[hours.newest]\nmon = [\"09:00-20:00\"]\n",
        "[hours.any]\nmon = [\"09:00-20:00\"]\n",
        "[hours.newest]\nmon = [\"09:00-18:00\"]\n\n[hours.any]\nmon = [\"09:00-18:00\"]\ntue = [\"10:00-12:00\"]\n",
    ] {
        assert_eq!(disputed(weeks), [], "{weeks}");
    }
    for (weeks, says) in [
        (
            "[hours.newest]\nmon = [\"09:00-12:00\"]\n",
            "[hours.newest] has to hold",
        ),
        (
            "[hours.newest]\nmon = [\"09:00-20:00\"]\n\n[hours.any]\nmon = [\"09:00-19:00\"]\n",
            "[hours.any] has to hold",
        ),
        (
            "[hours.any]\nmon = [\"09:00-12:00\", \"13:00-17:00\"]\n",
            "give longer hours than they share",
        ),
    ] {
        let found = disputed(weeks);
        let [problem] = found.as_slice() else {
            panic!("{weeks}: {found:#?}");
        };
        assert_eq!(problem.file, SERVICE);
        assert!(problem.reason.contains(says), "{problem}");
    }
}
