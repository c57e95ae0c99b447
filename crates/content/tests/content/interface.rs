//! Invalid words of the interface.

use crate::fault::Edit::{Line, Swap, Table};
use crate::fault::{Fault, each_is_refused};
use test_support::copy::INTERFACE;

const WORDS: &[Fault] = &[
    Fault {
        what: "an unknown field",
        edit: Swap("[ways]\n", "[ways]\ncolour = \"red\"\n"),
        at: "colour",
        says: "unknown field `colour`",
    },
    Fault {
        what: "a button without words",
        edit: Line("[ways]", "back", ""),
        at: "[ways]",
        says: "missing field `back`",
    },
    Fault {
        what: "no words for a view",
        edit: Table("[views.about]"),
        at: "[views.start]",
        says: "does not name every one of them",
    },
    Fault {
        what: "words for a view that does not exist",
        edit: Swap(
            "[views.about]",
            "[views.nowhere]\ntitle = \"a\"\nsummary = \"b\"\n\n[views.about]",
        ),
        at: "[views.nowhere]",
        says: "unknown variant `nowhere`",
    },
    Fault {
        what: "no words for a group",
        edit: Line("[groups]", "support", ""),
        at: "[groups]",
        says: "[groups] does not name every one of them",
    },
    Fault {
        what: "no words for an area",
        edit: Line("[areas]", "wales", ""),
        at: "[areas]",
        says: "[areas] does not name every one of them",
    },
    Fault {
        what: "no words for a kind of page",
        edit: Line("[web]", "chat", ""),
        at: "[web]",
        says: "[web] does not name every one of them",
    },
    Fault {
        what: "no words for a size of letters",
        edit: Line("[choices.letters]", "largest", ""),
        at: "[choices.letters]",
        says: "[choices.letters] does not name every one of them",
    },
    Fault {
        what: "no words for the page when somebody comes back",
        edit: Line("[choices.back]", "page", ""),
        at: "[choices.back]",
        says: "[choices.back] does not name every one of them",
    },
    Fault {
        what: "no words for the keys that leave",
        edit: Line("[choices.keys]", "both", ""),
        at: "[choices.keys]",
        says: "[choices.keys] does not name every one of them",
    },
    Fault {
        what: "a year of eleven months",
        edit: Swap(", \"December\"]", "]"),
        at: "\"November\"",
        says: "a year has 12 months",
    },
    Fault {
        what: "a direction that does not exist",
        edit: Line("[locale]", "dir", "dir = \"up\""),
        at: "dir = \"up\"",
        says: "unknown variant `up`",
    },
];

#[test]
fn every_word_of_the_page_is_there_and_no_other() {
    each_is_refused(INTERFACE, WORDS);
}

const PLACES: &[Fault] = &[
    Fault {
        what: "where the exit leads",
        edit: Line("[exit]", "explained", "explained = \"It leads away.\""),
        at: "It leads away.",
        says: "these words have to hold {host}",
    },
    Fault {
        what: "where the exit leads without script",
        edit: Line(
            "[exit]",
            "without_script",
            "without_script = \"It leads away.\"",
        ),
        at: "It leads away.",
        says: "these words have to hold {host}",
    },
    Fault {
        what: "when the numbers were checked",
        edit: Line("[start]", "checked", "checked = \"Numbers were checked.\""),
        at: "Numbers were checked.",
        says: "these words have to hold {date}",
    },
    Fault {
        what: "what a link opens",
        edit: Line("[service]", "opens", "opens = \"Opens {hosts}.\""),
        at: "Opens {hosts}.",
        says: "these words have to hold {host}",
    },
    Fault {
        what: "who says so",
        edit: Line(
            "[service]",
            "checked",
            "checked = \"Looked at on {date}, good to {next}. {newest}\"",
        ),
        at: "Looked at on {date}",
        says: "these words have to hold {sources}",
    },
    Fault {
        what: "from when a reader has to check a service first",
        edit: Line(
            "[service]",
            "checked",
            "checked = \"Looked at on {date} by {sources}. {newest}\"",
        ),
        at: "Looked at on {date}",
        says: "these words have to hold {next}",
    },
    Fault {
        what: "the date of the newest source",
        edit: Line("[service]", "newest", "newest = \"The newest source.\""),
        at: "The newest source",
        says: "these words have to hold {date}",
    },
    Fault {
        what: "whose other facts are opened",
        edit: Line("[service]", "more", "more = \"More\""),
        at: "more = \"More\"",
        says: "these words have to hold {name}",
    },
    Fault {
        what: "who runs the page",
        edit: Line("[owner]", "named", "named = \"We run it.\""),
        at: "We run it",
        says: "these words have to hold {name}",
    },
    Fault {
        what: "until when a line may be open",
        edit: Line(
            "[now]",
            "may_be_open",
            "may_be_open = \"It might be open.\"",
        ),
        at: "It might be open",
        says: "these words have to hold {when}",
    },
    Fault {
        what: "the word that is explained",
        edit: Line("[guide]", "term", "term = \"What it means\""),
        at: "What it means",
        says: "these words have to hold {term}",
    },
    Fault {
        what: "when guidance is looked at next, after a quote that is written with a bar",
        edit: Line(
            "[guide]",
            "checked",
            "checked = \"\\\"Looked at\\\" {date}: {sources}. {newest}\"",
        ),
        at: "Looked at",
        says: "these words have to hold {next}",
    },
];

#[test]
fn words_that_something_is_put_into_hold_its_place() {
    each_is_refused(INTERFACE, PLACES);
}
