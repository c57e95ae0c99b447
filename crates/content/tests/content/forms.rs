//! Invalid pictures, pages to print, checkboxes and choices.

use crate::copy::GUIDE;
use crate::fault::Edit::Swap;
use crate::fault::{Fault, each_is_refused};

const LAST: &str = "The last line.";

const PICTURES_AND_PAGES: &[Fault] = &[
    Fault {
        what: "a picture that does not exist",
        edit: Swap("(picture:four)", "(picture:five)"),
        at: "picture:five",
        says: "there is no picture “five”",
    },
    Fault {
        what: "a picture without alternative text",
        edit: Swap("![Four circles]", "![ ]"),
        at: "![ ]",
        says: "a picture needs words that say what it shows",
    },
    Fault {
        what: "a picture among words",
        edit: Swap("- a point\n", "- a point ![Four](picture:four)\n"),
        at: "- a point",
        says: "in a paragraph of its own",
    },
    Fault {
        what: "a page to print that does not exist",
        edit: Swap("(print:diary-page)", "(print:poster)"),
        at: "print:poster",
        says: "there is no page to print “poster”",
    },
    Fault {
        what: "two things in one paragraph",
        edit: Swap(LAST, "[One](print:diary-page) [two](print:diary-small)"),
        at: "diary-small",
        says: "one line can do one thing only",
    },
    Fault {
        what: "boxes for some points only",
        edit: Swap("- [ ] a box\n", "- [ ] a box\n- no box\n"),
        at: "- [ ] a box\n",
        says: "either every point has an empty box, or none",
    },
];

#[test]
fn pictures_pages_and_boxes_are_the_ones_that_exist() {
    each_is_refused(GUIDE, PICTURES_AND_PAGES);
}

const CHOICES: &[Fault] = &[
    Fault {
        what: "a second choice",
        edit: Swap(
            LAST,
            "> [!NOTE]\n> Another?\n>\n> - [A](pick:a)\n> - [B](pick:b)",
        ),
        at: "[!NOTE]\n> Another",
        says: "a second choice",
    },
    Fault {
        what: "a part for an answer that cannot be given",
        edit: Swap("{.tall .wide}", "{.tall .wide .deep}"),
        at: "{.tall .wide .deep}",
        says: "no choice above has an answer “pick:deep”",
    },
    Fault {
        what: "an answer that changes nothing",
        edit: Swap(
            "> - [A wide one](pick:wide)\n",
            "> - [A wide one](pick:wide)\n> - [A deep one](pick:deep)\n",
        ),
        at: "> - [A deep one](pick:deep)",
        says: "nothing fits the answer “pick:deep”",
    },
    Fault {
        what: "an answer given twice",
        edit: Swap("(pick:wide)", "(pick:tall)"),
        at: "[A wide one](pick:tall)",
        says: "“pick:tall” is used twice",
    },
    Fault {
        what: "an answer without a name",
        edit: Swap("> - [A wide one](pick:wide)\n", "> - A wide one\n"),
        at: "> - A wide one",
        says: "a choice is a question, then a list of answers",
    },
    Fault {
        what: "an answer outside a choice",
        edit: Swap(LAST, "[Another](pick:other)"),
        at: "pick:other",
        says: "an answer belongs in the list of a choice",
    },
    Fault {
        what: "a name on a heading below another",
        edit: Swap(
            "### A heading below it\n",
            "### A heading below it {.tall}\n",
        ),
        at: "### A heading below it {.tall}",
        says: "only ## can carry the names of answers",
    },
];

#[test]
fn a_choice_leads_to_parts_and_every_part_has_its_answer() {
    each_is_refused(GUIDE, CHOICES);
}
