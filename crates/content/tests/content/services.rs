//! Invalid files of services.

use crate::copy::{Copy, SERVICE};
use crate::fault::Edit::{Swap, Whole};
use crate::fault::{Fault, each_is_refused, problems};

const CALL: &str = "call = \"0808 802 0300\"";
const TEXT: &str = "text = \"85258\"";
const EMAIL: &str = "\"help@example.org\"";
const SITE: &str = "\"https://www.example.org/\"";

#[test]
fn the_two_examples_are_fine_as_they_stand() {
    assert_eq!(problems(&Copy::new()), []);
}

const FIELDS: &[Fault] = &[
    Fault {
        what: "an unknown field",
        edit: Swap("order = 900", "order = 900\ncolour = \"red\""),
        at: "colour",
        says: "unknown field `colour`",
    },
    Fault {
        what: "an unknown field of its words",
        edit: Swap("hours = \"Mondays.\"", "hour = \"Mondays.\""),
        at: "hour = ",
        says: "unknown field `hour`",
    },
    Fault {
        what: "an unknown way to reach it",
        edit: Swap("email = ", "fax = "),
        at: "fax",
        says: "unknown variant `fax`",
    },
    Fault {
        what: "an unknown group",
        edit: Swap("group = \"support\"", "group = \"friends\""),
        at: "friends",
        says: "unknown variant `friends`",
    },
    Fault {
        what: "an unknown area",
        edit: Swap("\"wales\"", "\"narnia\""),
        at: "narnia",
        says: "there is no area “narnia”",
    },
    Fault {
        what: "no name",
        edit: Swap("name = \"Example Line\"\n", ""),
        at: "id = \"example\"",
        says: "missing field `name`",
    },
    Fault {
        what: "something that is not TOML",
        edit: Swap("run_by = \"Example Trust\"", "run_by = Example Trust"),
        at: "run_by = ",
        says: "string values must be quoted",
    },
    Fault {
        what: "an id that is not the name of the file",
        edit: Swap("id = \"example\"", "id = \"exemple\""),
        at: "id = \"exemple\"",
        says: "the id “exemple” is not the name of the file",
    },
    Fault {
        what: "nothing said about it in this language",
        edit: Swap("[words.en]", "[words.cy]"),
        at: "[words.cy]",
        says: "[words.en] is missing",
    },
    Fault {
        what: "an empty file",
        edit: Whole(""),
        at: "",
        says: "missing field `id`",
    },
];

#[test]
fn a_service_says_exactly_what_it_may_say() {
    each_is_refused(SERVICE, FIELDS);
}

const NUMBERS: &[Fault] = &[
    Fault {
        what: "too short",
        edit: Swap(CALL, "call = \"0808 802 03\""),
        at: "0808 802 03",
        says: "this one has 9",
    },
    Fault {
        what: "too long",
        edit: Swap(CALL, "call = \"0808 802 03000\""),
        at: "0808 802 03000",
        says: "this one has 12",
    },
    Fault {
        what: "an unknown short code",
        edit: Swap(CALL, "call = \"998\""),
        at: "998",
        says: "998 is not one of the short codes",
    },
    Fault {
        what: "of the right length, but never given out",
        edit: Swap(CALL, "call = \"0100 000 0000\""),
        at: "0100 000 0000",
        says: "0100 000 0000 is not a number that exists",
    },
    Fault {
        what: "a premium number",
        edit: Swap(CALL, "call = \"0909 802 0300\""),
        at: "0909 802 0300",
        says: "0909 are not used by services that are free",
    },
    Fault {
        what: "a personal number, which looks like a mobile and costs more",
        edit: Swap(CALL, "call = \"070 1234 5678\""),
        at: "070 1234 5678",
        says: "are not used by services that are free",
    },
    Fault {
        what: "with a country prefix",
        edit: Swap(CALL, "call = \"+44 808 802 0300\""),
        at: "+44",
        says: "digits and single spaces only",
    },
    Fault {
        what: "not in quotes, so that its first 0 would be lost",
        edit: Swap(CALL, "call = 08088020300"),
        at: "08088020300",
        says: "unexpected leading zero",
    },
    Fault {
        what: "a text number that was never given out",
        edit: Swap(TEXT, "text = \"07555 50000\""),
        at: "07555 50000",
        says: "07555 50000 is not a number that exists",
    },
    Fault {
        what: "a text to 999",
        edit: Swap(TEXT, "text = \"999\""),
        at: "text = \"999\"",
        says: "999 cannot be texted",
    },
];

#[test]
fn an_impossible_number_is_refused() {
    each_is_refused(SERVICE, NUMBERS);
}

const ADDRESSES: &[Fault] = &[
    Fault {
        what: "an e-mail address without a host",
        edit: Swap(EMAIL, "\"help@example\""),
        at: "help@example",
        says: "an e-mail address looks like name@example.org",
    },
    Fault {
        what: "an e-mail address with a space",
        edit: Swap(EMAIL, "\"he lp@example.org\""),
        at: "he lp@example.org",
        says: "an e-mail address looks like name@example.org",
    },
    Fault {
        what: "an e-mail address with a subject",
        edit: Swap(EMAIL, "\"help@example.org?subject=Help\""),
        at: "subject",
        says: "an e-mail address looks like name@example.org",
    },
    Fault {
        what: "a site without encryption",
        edit: Swap(SITE, "\"http://www.example.org/\""),
        at: "http://",
        says: "starts with https://",
    },
    Fault {
        what: "a host that is not one",
        edit: Swap(SITE, "\"https://localhost/\""),
        at: "localhost",
        says: "a plain host name",
    },
    Fault {
        what: "a quote in an address",
        edit: Swap(SITE, "'https://www.example.org/\"x'"),
        at: "https://www.example.org/\"x",
        says: "printable ASCII",
    },
    Fault {
        what: "a script for an address",
        edit: Swap(SITE, "\"javascript:alert(1)\""),
        at: "javascript:",
        says: "starts with https://",
    },
];

#[test]
fn an_address_that_leads_nowhere_is_refused() {
    each_is_refused(SERVICE, ADDRESSES);
}

const ASSURANCE: &[Fault] = &[
    Fault {
        what: "an empty list of sources",
        edit: Swap(
            "source = [\n  { name = \"Example Trust\", date = \"2026\" },\n]",
            "source = []",
        ),
        at: "source = []",
        says: "at least one source is needed",
    },
    Fault {
        what: "no list of sources",
        edit: Swap(
            "source = [\n  { name = \"Example Trust\", date = \"2026\" },\n]\n",
            "",
        ),
        at: "[assurance]",
        says: "missing field `source`",
    },
    Fault {
        what: "a source without a name",
        edit: Swap("{ name = \"Example Trust\",", "{ name = \" \","),
        at: "name = \" \"",
        says: "a source needs a name",
    },
    Fault {
        what: "no date",
        edit: Swap("checked = 2026-11-21\n", ""),
        at: "[assurance]",
        says: "missing field `checked`",
    },
    Fault {
        what: "a date with a time",
        edit: Swap("checked = 2026-11-21\n", "checked = 2026-11-21T10:00:00\n"),
        at: "T10:00:00",
        says: "with no time",
    },
    Fault {
        what: "a time without a date",
        edit: Swap("checked = 2026-11-21\n", "checked = 10:00:00\n"),
        at: "checked = 10:00:00",
        says: "a date is written like 2026-11-21",
    },
    Fault {
        what: "a day that does not exist",
        edit: Swap("next_check = 2027-02-19", "next_check = 2027-02-29"),
        at: "2027-02-29",
        says: "invalid date, expected day between 01 and 28",
    },
    Fault {
        what: "the next check on the day of the last",
        edit: Swap("next_check = 2027-02-19", "next_check = 2026-11-21"),
        at: "next_check",
        says: "the next check has to come after the last one",
    },
    Fault {
        what: "a number that is only advice",
        edit: Swap("confidence = \"confirmed\"", "confidence = \"advice\""),
        at: "[assurance]",
        says: "only when a source gives it",
    },
];

#[test]
fn a_service_says_when_and_by_which_source_it_was_checked() {
    each_is_refused(SERVICE, ASSURANCE);
}
