//! Invalid settings of a charity.

use crate::copy::{Copy, SITE};
use crate::fault::Edit::{Line, Rest};
use crate::fault::{Fault, each_is_refused, line_of, problems};

const REVEALING: &str = "address = \"https://stalking-help.example/\"";
const ACCEPTED: &str = "address_may_reveal = true\naddress = \"https://stalking-help.example/\"";

const TELLING: &[Fault] = &[
    Fault {
        what: "a title",
        edit: Line("", "title", "title = \"Stalking help\""),
        at: "Stalking help",
        says: "“stalk” would tell anyone who sees this phone",
    },
    Fault {
        what: "a title that is too long for a tab",
        edit: Line("", "title", "title = \"Information about this and that\""),
        at: "this and that",
        says: "1 to 30 characters",
    },
    Fault {
        what: "an empty title",
        edit: Line("", "title", "title = \"\""),
        at: "title = \"\"",
        says: "1 to 30 characters",
    },
    Fault {
        what: "an address",
        edit: Line("", "address", REVEALING),
        at: REVEALING,
        says: "“stalk” in the address stays in every visitor's history",
    },
];

#[test]
fn a_choice_that_gives_the_subject_away_is_refused() {
    each_is_refused(SITE, TELLING);
}

#[test]
fn an_address_that_reveals_is_accepted_if_the_site_says_so() {
    let copy = Copy::new();
    copy.write(SITE, Line("", "address", ACCEPTED).apply(&copy.read(SITE)));
    assert_eq!(problems(&copy), []);
}

const CHOICES: &[Fault] = &[
    Fault {
        what: "an address without encryption",
        edit: Line("", "address", "address = \"http://information.example/\""),
        at: "http://information",
        says: "starts with https://",
    },
    Fault {
        what: "an address with a path",
        edit: Line(
            "",
            "address",
            "address = \"https://information.example/a/\"",
        ),
        at: "https://information.example/a",
        says: "other pages at the same host could open what a visitor keeps",
    },
    Fault {
        what: "an address that does not end in a slash",
        edit: Line("", "address", "address = \"https://information.example\""),
        at: "https://information.example",
        says: "like https://information.example/",
    },
    Fault {
        what: "no language",
        edit: Line("", "languages", "languages = []"),
        at: "languages = []",
        says: "at least one language",
    },
    Fault {
        what: "an unknown area",
        edit: Line("", "area", "area = \"narnia\""),
        at: "narnia",
        says: "there is no area “narnia”",
    },
    Fault {
        what: "an unknown field",
        edit: Line("", "area", "area = \"uk\"\ncolour = \"red\""),
        at: "colour",
        says: "unknown field `colour`",
    },
];

#[test]
fn the_site_is_an_address_of_its_own_and_has_a_language() {
    each_is_refused(SITE, CHOICES);
}

const EXITS: &[Fault] = &[
    Fault {
        what: "the site's own host",
        edit: Line(
            "[[exit]]",
            "address",
            "address = \"https://information.example/weather\"",
        ),
        at: "https://information.example/weather",
        says: "information.example is the site's own host",
    },
    Fault {
        what: "a search",
        edit: Line(
            "[[exit]]",
            "address",
            "address = \"https://www.example.org/search\"",
        ),
        at: "https://www.example.org/search",
        says: "looks like a search",
    },
    Fault {
        what: "a page without encryption",
        edit: Line(
            "[[exit]]",
            "address",
            "address = \"http://www.example.org/\"",
        ),
        at: "http://www.example.org/",
        says: "starts with https://",
    },
    Fault {
        what: "an unknown field",
        edit: Line("[[exit]]", "name", "name = \"Weather\"\ncolour = \"red\""),
        at: "colour",
        says: "unknown field `colour`",
    },
    Fault {
        what: "an empty list of exits",
        edit: Rest("[[exit]]", "exit = []\n"),
        at: "exit = []",
        says: "at least one exit destination is needed",
    },
    Fault {
        what: "no exit",
        edit: Rest("[[exit]]", ""),
        at: "# A charity's settings",
        says: "missing field `exit`",
    },
];

#[test]
fn the_exit_leads_to_an_ordinary_page_elsewhere() {
    each_is_refused(SITE, EXITS);
}

/// A site file that names an owner, with one line replaced.
fn owner(from: &str, to: &str) -> String {
    const OWNER: &str = "\n[owner]\nname = \"Example Trust\"\ncontact = \"page@example.org\"\n\
                         reviewed_by = \"Sam Example\"\nreviewed_on = 2026-11-29\n";
    Copy::new().read(SITE) + &OWNER.replace(from, to)
}

#[test]
fn an_owner_has_a_name_a_way_to_be_told_of_mistakes_and_a_whole_review_or_none() {
    for (from, to, says) in [
        ("", "", ""),
        ("page@example.org", "https://www.example.org/mistakes", ""),
        (
            "reviewed_by = \"Sam Example\"\nreviewed_on = 2026-11-29\n",
            "",
            "",
        ),
        ("Example Trust", " ", "the owner needs a name"),
        ("name = \"Example Trust\"", "", "missing field `name`"),
        (
            "contact = \"page@example.org\"",
            "",
            "missing field `contact`",
        ),
        (
            "page@example.org",
            "01234 567890",
            "by an email address or on a page",
        ),
        (
            "page@example.org",
            "http://www.example.org",
            "by an email address or on a page",
        ),
        (
            "reviewed_by = \"Sam Example\"",
            "",
            "needs both reviewed_by and reviewed_on",
        ),
        (
            "reviewed_on = 2026-11-29",
            "",
            "needs both reviewed_by and reviewed_on",
        ),
        ("2026-11-29", "2026-11-29T10:00:00", "with no time"),
        ("contact", "phone = \"1\"\ncontact", "unknown field `phone`"),
    ] {
        let copy = Copy::new();
        copy.write(SITE, owner(from, to));
        let site = content::read_site(copy.root());
        match site {
            Ok(site) => {
                assert_eq!(says, "", "{to}");
                assert_eq!(site.owner.unwrap().name, "Example Trust");
            }
            Err(problems) => {
                let reasons = problems.to_string();
                assert!(
                    !says.is_empty() && reasons.contains(says),
                    "{to}: {reasons}"
                );
                assert!(reasons.contains("site.toml:"), "{reasons}");
            }
        }
    }
}

#[test]
fn every_fault_of_an_owner_is_reported_at_once() {
    let written = owner("page@example.org", "01234 567890")
        .replace("\nname = \"Example Trust\"", "\nname = \" \"")
        .replace("\nreviewed_by = \"Sam Example\"", "");
    let copy = Copy::new();
    copy.write(SITE, &written);
    let found: Vec<(usize, String)> = problems(&copy)
        .into_iter()
        .map(|problem| (problem.line, problem.reason))
        .collect();
    let owner = line_of(&written, "\n[owner]\n") + 1;
    let contact = line_of(&written, "01234 567890");
    let expected = [
        (owner, "the owner needs a name"),
        (contact, "by an email address or on a page"),
        (owner, "needs both reviewed_by and reviewed_on"),
    ];
    assert_eq!(found.len(), expected.len(), "{found:#?}");
    for ((line, reason), (expected_line, words)) in found.iter().zip(expected) {
        assert!(
            *line == expected_line && reason.contains(words),
            "{found:#?}"
        );
    }
}
