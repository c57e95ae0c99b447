//! Invalid files of guidance.

use crate::copy::{Copy, GUIDE};
use crate::fault::Edit::{Swap, Whole};
use crate::fault::{Fault, each_is_refused, problems};

const LAST: &str = "The last line.";
const VIEW: &str = "(view:diary)";
const PAGE: &str = "(https://www.example.org/page)";
const CALL: &str = "(service:emergency-999)";

const FRONT_MATTER: &[Fault] = &[
    Fault {
        what: "no front matter",
        edit: Whole("## A heading\n\nSome words.\n"),
        at: "## A heading",
        says: "has to start with +++",
    },
    Fault {
        what: "front matter without an end",
        edit: Whole("+++\ntitle = \"An example\"\n\nSome words.\n"),
        at: "+++",
        says: "its front matter, and +++",
    },
    Fault {
        what: "an unknown field",
        edit: Swap("folded = true", "folded = true\ncolour = \"red\""),
        at: "colour",
        says: "unknown field `colour`",
    },
    Fault {
        what: "an empty title",
        edit: Swap("title = \"An example\"", "title = \" \""),
        at: "title = ",
        says: "a guide needs a title",
    },
    Fault {
        what: "no title",
        edit: Swap("title = \"An example\"\n", ""),
        at: "summary = ",
        says: "missing field `title`",
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
        what: "an empty list of sources",
        edit: Swap("  { name = \"Example Trust\", date = \"2026\" },\n", ""),
        at: "source = [",
        says: "at least one source is needed",
    },
    Fault {
        what: "a source whose date has no year",
        edit: Swap(
            "{ name = \"Example Trust\", date = \"2026\" }",
            "{ name = \"Example Trust\", date = \"14 August\" }",
        ),
        at: "14 August",
        says: "the date of a source is written like “14 August 2026”",
    },
    Fault {
        what: "a source of a day that does not exist",
        edit: Swap(
            "{ name = \"Example Trust\", date = \"2026\" }",
            "{ name = \"Example Trust\", date = \"31 June 2026\" }",
        ),
        at: "31 June 2026",
        says: "not “31 June 2026”",
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
        what: "a next check before the last",
        edit: Swap("next_check = 2027-05-21", "next_check = 2026-05-21"),
        at: "next_check",
        says: "the next check has to come after the last one",
    },
];

#[test]
fn guidance_says_who_says_so_and_when_that_was_checked() {
    each_is_refused(GUIDE, FRONT_MATTER);
}

const LINKS: &[Fault] = &[
    Fault {
        what: "a view that does not exist",
        edit: Swap(VIEW, "(view:nowhere)"),
        at: "view:nowhere",
        says: "there is no view “nowhere”",
    },
    Fault {
        what: "a service that does not exist",
        edit: Swap(CALL, "(service:no-one)"),
        at: "service:no-one",
        says: "there is no service “no-one”",
    },
    Fault {
        what: "a service without a number",
        edit: Swap(CALL, "(service:bsl-999)"),
        at: "service:bsl-999",
        says: "“bsl-999” has no number to call",
    },
    Fault {
        what: "a service among other words",
        edit: Swap("- a point\n", "- a point [now](service:emergency-999)\n"),
        at: "- a point",
        says: "in a paragraph of its own",
    },
    Fault {
        what: "a service below other words of its paragraph",
        edit: Swap(
            "[Is it happening now?](service:emergency-999)",
            "Call them.\n[Is it happening now?](service:emergency-999)",
        ),
        at: "Call them.",
        says: "a paragraph of its own, without other words",
    },
    Fault {
        what: "a page without encryption",
        edit: Swap(PAGE, "(http://www.example.org/page)"),
        at: "http://www",
        says: "starts with https://",
    },
    Fault {
        what: "a script",
        edit: Swap(PAGE, "(javascript:alert(1))"),
        at: "javascript:",
        says: "starts with https://",
    },
    Fault {
        what: "a file beside this one",
        edit: Swap(PAGE, "(first-steps.md)"),
        at: "first-steps.md",
        says: "links inside the page are view:… or service:…",
    },
    Fault {
        what: "a fragment",
        edit: Swap(PAGE, "(#3)"),
        at: "(#3)",
        says: "links inside the page are view:… or service:…",
    },
    Fault {
        what: "a link without words",
        edit: Swap("[the trust]", "[]"),
        at: "[](https://",
        says: "a link needs words",
    },
    Fault {
        what: "a number that does not exist",
        edit: Swap("`0808 802 0300`", "`0808 802`"),
        at: "`0808 802`",
        says: "this one has 7",
    },
];

#[test]
fn a_link_that_leads_nowhere_is_refused() {
    each_is_refused(GUIDE, LINKS);
}

const BLOCKS: &[Fault] = &[
    Fault {
        what: "a skipped level",
        edit: Swap("## A heading\n", "A paragraph.\n"),
        at: "### A heading below it",
        says: "a heading level is skipped",
    },
    Fault {
        what: "a second title",
        edit: Swap("## A heading\n", "# A heading\n"),
        at: "# A heading\n",
        says: "headings start at ##",
    },
    Fault {
        what: "a heading of a fourth level",
        edit: Swap(LAST, "#### Too deep"),
        at: "#### Too deep",
        says: "headings go no deeper than ###",
    },
    Fault {
        what: "a block of HTML",
        edit: Swap(LAST, "<div>\nThe last line.\n</div>"),
        at: "<div>",
        says: "raw HTML is not allowed",
    },
    Fault {
        what: "HTML in a line",
        edit: Swap(LAST, "The <i>last</i> line."),
        at: "The <i>",
        says: "raw HTML is not allowed",
    },
    Fault {
        what: "a picture from elsewhere",
        edit: Swap(LAST, "![The last line](https://www.example.org/line.png)"),
        at: "line.png",
        says: "a picture is one of the page's own",
    },
    Fault {
        what: "a table",
        edit: Swap(LAST, "| a | b |\n|---|---|\n| c | d |"),
        at: "| a | b |",
        says: "guidance may not hold this",
    },
    Fault {
        what: "a block of code",
        edit: Swap(LAST, "```\nThe last line.\n```"),
        at: "```\nThe",
        says: "guidance may not hold this",
    },
    Fault {
        what: "a line across the page",
        edit: Swap(LAST, "***"),
        at: "***",
        says: "guidance may not hold this",
    },
    Fault {
        what: "words struck out",
        edit: Swap(LAST, "The ~~last~~ line."),
        at: "~~last~~",
        says: "not allowed inside a line",
    },
    Fault {
        what: "a second note",
        edit: Swap(LAST, "> [!IMPORTANT]\n> Another one."),
        at: "[!IMPORTANT]\n> Another",
        says: "a second note",
    },
    Fault {
        what: "a quoted block that is neither a note nor a choice nor an example",
        edit: Swap(LAST, "> The last line."),
        at: "> The last line.",
        says: "[!IMPORTANT] (a note), [!NOTE] (a choice) or [!TIP] (an example)",
    },
    Fault {
        what: "an example without rows",
        edit: Swap("> When\n> : Tuesday\n", "> On Tuesday\n"),
        at: "> [!TIP]",
        says: "an example goes on with a label",
    },
];

#[test]
fn guidance_holds_only_what_guidance_may_hold() {
    each_is_refused(GUIDE, BLOCKS);
}

#[test]
fn two_pieces_of_guidance_cannot_have_one_name() {
    let copy = Copy::new();
    let twin = "content/en/about/example.md";
    copy.write(twin, copy.read(GUIDE));
    let found = problems(&copy);
    let [problem] = found.as_slice() else {
        panic!("{found:#?}");
    };
    // The views are read in the order of the page, so the second to come is in “about”.
    assert_eq!((problem.file.as_str(), problem.line), (twin, 1));
    assert!(problem.reason.contains("the id “example”"), "{problem}");
    assert!(problem.reason.contains("is used twice"), "{problem}");
}
