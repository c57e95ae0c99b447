//! Invalid terms of services: eligibility, language, cost and area.

use crate::copy::{Copy, SERVICE};
use crate::fault::Edit::{Line, Swap};
use crate::fault::{Fault, each_is_refused, line_of, problems};
use test_support::copy::INTERFACE;

const PLACES: &str = "content/places.toml";

const TERMS: &[Fault] = &[
    Fault {
        what: "an unknown group of people",
        edit: Swap("\"deaf\"", "\"martians\""),
        at: "martians",
        says: "unknown variant `martians`",
    },
    Fault {
        what: "an unknown kind of perpetrator",
        edit: Swap("\"family\"", "\"no-one\""),
        at: "no-one",
        says: "unknown variant `no-one`",
    },
    Fault {
        what: "a way to talk that does not exist",
        edit: Swap("talk = [\"later\"]", "talk = [\"shouting\"]"),
        at: "shouting",
        says: "unknown variant `shouting`",
    },
    Fault {
        what: "a language by its name",
        edit: Swap("languages = [\"cy\"]", "languages = [\"Welsh\"]"),
        at: "Welsh",
        says: "a language is two or three small letters",
    },
    Fault {
        what: "interpreters who come when they like",
        edit: Swap(
            "interpreters = \"on-request\"",
            "interpreters = \"sometimes\"",
        ),
        at: "sometimes",
        says: "unknown variant `sometimes`",
    },
    Fault {
        what: "a price",
        edit: Swap("cost = \"free-to-call\"", "cost = \"10p\""),
        at: "10p",
        says: "unknown variant `10p`",
    },
    Fault {
        what: "a claim about bills without a source",
        edit: Swap(
            "bill = { should-not-show = { name = \"Example Leaflet\", date = \"2026\" } }",
            "bill = \"should-not-show\"",
        ),
        at: "bill = \"should-not-show\"",
        says: "expected",
    },
    Fault {
        what: "a claim about bills without a date",
        edit: Swap(
            "{ name = \"Example Leaflet\", date = \"2026\" }",
            "{ name = \"Example Leaflet\" }",
        ),
        at: "Example Leaflet",
        says: "missing field `date`",
    },
    Fault {
        what: "a claim about bills with a date that cannot be read",
        edit: Swap(
            "{ name = \"Example Leaflet\", date = \"2026\" }",
            "{ name = \"Example Leaflet\", date = \"Febuary 2026\" }",
        ),
        at: "Febuary 2026",
        says: "the date of a source is written like",
    },
    Fault {
        what: "a claim about the bill of a call that cannot be made",
        edit: Swap("  { call = \"0808 802 0300\" },\n", ""),
        at: "bill = ",
        says: "there is no number to call, so there is nothing to say about a bill",
    },
    Fault {
        what: "a relay call without the number that makes it one",
        edit: Swap("relay = \"18001 101\"", "relay = \"101\""),
        at: "relay = \"101\"",
        says: "a relay call starts with 18001",
    },
    Fault {
        what: "a relay call to a number that does not exist",
        edit: Swap("relay = \"18001 101\"", "relay = \"18001 0999 1\""),
        at: "18001 0999 1",
        says: "numbers that start with 0999",
    },
    Fault {
        what: "a relay call to a number that is not assigned",
        edit: Swap("relay = \"18001 101\"", "relay = \"18001 0100 000 0000\""),
        at: "18001 0100 000 0000",
        says: "0100 000 0000 is not a number that exists",
    },
    Fault {
        what: "a place to go to without a postcode",
        edit: Swap("Hertford, SG14 1AA", "Hertford, Hertfordshire"),
        at: "visit = ",
        says: "the last part of an address is a postcode",
    },
    Fault {
        what: "a place to go to without a street",
        edit: Swap("1 High Street, Hertford, SG14 1AA", "Hertford, SG14 1AA"),
        at: "visit = ",
        says: "an address has a street, a town and a postcode",
    },
];

#[test]
fn terms_are_only_what_they_can_be() {
    each_is_refused(SERVICE, TERMS);
}

#[test]
fn the_areas_of_forces_are_told_apart() {
    for (from, to, at, says) in [
        (
            "id = \"bedfordshire\"",
            "id = \"hertfordshire\"",
            "name = \"Hertfordshire Con",
            "used twice",
        ),
        (
            "id = \"psni\"",
            "id = \"northern-ireland\"",
            "id = \"northern-ireland\"",
            "not a whole country",
        ),
        (
            "\"Luton\"",
            "\"Bedford\"",
            "id = \"bedfordshire\"",
            "“Bedford” is there twice in the same area",
        ),
        (
            "nation = \"northern-ireland\"",
            "nation = \"mercia\"",
            "nation = \"mercia\"",
            "unknown variant `mercia`",
        ),
        (
            "\"Luton\"",
            "Luton",
            "\"Central Bedfordshire\", Luton",
            "string values must be quoted",
        ),
    ] {
        let copy = Copy::new();
        let spoiled = Swap(from, to).apply(&copy.read(PLACES));
        copy.write(PLACES, &spoiled);
        let expected = line_of(&spoiled, at);
        // Both the site and the language are read beside the areas.
        let mut found = problems(&copy);
        found.dedup();
        let [problem] = found.as_slice() else {
            panic!("{says}: {found:?}");
        };
        assert_eq!(problem.file, PLACES);
        assert!(
            problem.line.abs_diff(expected) <= 2 && problem.reason.contains(says),
            "{problem}"
        );
    }
}

const WORDS: &[Fault] = &[
    Fault {
        what: "a language without a name",
        edit: Line("[languages]", "cy", ""),
        at: "[languages]",
        says: "[languages] has no name for “cy”",
    },
    Fault {
        what: "a week of six days",
        edit: Swap(", \"Sunday\"]", "]"),
        at: "\"Saturday\"]",
        says: "a week has 7 days",
    },
    Fault {
        what: "where hours end",
        edit: Line("[now]", "open", "open = \"Open.\""),
        at: "open = \"Open.\"",
        says: "these words have to hold {when}",
    },
    Fault {
        what: "how many were found",
        edit: Line("[directory]", "found", "found = \"Found.\""),
        at: "found = \"Found.\"",
        says: "these words have to hold {count}",
    },
    Fault {
        what: "a reason without its place",
        edit: Line("[directory.reasons]", "works", "works = \"It works there\""),
        at: "It works there",
        says: "these words have to hold {place}",
    },
];

#[test]
fn the_words_round_services_are_whole() {
    each_is_refused(INTERFACE, WORDS);
}
