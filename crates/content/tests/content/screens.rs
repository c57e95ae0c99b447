//! Invalid words of the screens on which a person writes.

use crate::fault::Edit::{Line, Table};
use crate::fault::{Fault, each_is_refused};

const FILE: &str = "content/en/writing.toml";

const WORDS: &[Fault] = &[
    Fault {
        what: "a question without words",
        edit: Table("[questions.vehicle]"),
        at: "[questions.when]",
        says: "[questions] does not name every one of them",
    },
    Fault {
        what: "a kind of behaviour without a name",
        edit: Line("[behaviours]", "gifts", ""),
        at: "[behaviours]",
        says: "[behaviours] does not name every one of them",
    },
    Fault {
        what: "a button without words",
        edit: Line("[compose]", "save", ""),
        at: "[compose]",
        says: "missing field `save`",
    },
    Fault {
        what: "a heading of an entry without its number",
        edit: Line("[entries]", "entry", "entry = \"Entry\""),
        at: "entry = \"Entry\"",
        says: "these words have to hold {number}",
    },
    Fault {
        what: "a sentence of twenty-one words",
        edit: Line(
            "[compose]",
            "empty",
            "empty = \"This is a line of words that goes on and on, so that a tired reader gives up before its end.\"",
        ),
        at: "This is a line",
        says: "21 words in one sentence, at most 20",
    },
    Fault {
        what: "a clock that no browser has",
        edit: Line("[ask]", "clock", "clock = \"pm\""),
        at: "clock = \"pm\"",
        says: "“h12” or “h23”",
    },
];

#[test]
fn words_that_are_missing_or_too_long_stop_the_build() {
    each_is_refused(FILE, WORDS);
}
