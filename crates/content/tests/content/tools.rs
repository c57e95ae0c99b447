//! Invalid words of the decoys, and invalid recipes.

use content::decoys::read;

use crate::copy::Copy;
use crate::fault::Edit::{self, Line, Swap};
use crate::fault::line_of;

const CALCULATOR: &str = "content/en/tools/calculator.toml";
const CONVERTER: &str = "content/en/tools/converter.toml";
const RECIPES: &str = "content/en/tools/recipes.toml";
const DISH: &str = "content/en/tools/recipes/pancakes.toml";

#[test]
fn the_words_of_the_tools_are_read() {
    let tools = read(Copy::new().root(), "en").unwrap();
    assert_eq!(tools.calculator.tool.name, "Calculator");
    assert!(tools.dishes.len() >= 8, "{}", tools.dishes.len());
    assert!(tools.converter.table.len() >= 8);
}

/// A file, the edit, text in the line that the error names, and words of its reason.
const FAULTS: [(&str, Edit, &str, &str); 12] = [
    (
        CALCULATOR,
        Line("", "name", "name = \"My diary\""),
        "My diary",
        "“diary” on the page of a plain tool",
    ),
    (
        CALCULATOR,
        Line("", "heading", "heading = \"Safety first\""),
        "Safety first",
        "“safety”",
    ),
    (
        CALCULATOR,
        Line("[keys]", "plus", "pluss = \"plus\""),
        "pluss",
        "unknown field",
    ),
    (
        CONVERTER,
        Swap("oven = \"Oven temperature\"", ""),
        "[kinds]",
        "[kinds] does not name “oven”",
    ),
    (
        CONVERTER,
        Swap("acre = [\"Acres\", \"ac\"]", ""),
        "[units]",
        "[units] does not name “acre”",
    ),
    (
        CONVERTER,
        Swap("amounts = [1, 2, 3, 4, 5, 6, 7, 8, 9]", "amounts = [1, 12]"),
        "amounts = [1, 12]",
        "has no answer",
    ),
    (
        CONVERTER,
        Swap("from = \"stone\"", "from = \"acre\""),
        "from = \"acre\"",
        "no such units",
    ),
    (
        RECIPES,
        Swap("tbsp = \"tbsp\"", ""),
        "[measures]",
        "does not name “tbsp”",
    ),
    (
        DISH,
        Line("", "portions", "portions = 0"),
        "portions = 0",
        "portions are from 1 to 24",
    ),
    (
        DISH,
        Swap("amount = \"300\"", "amount = \"some\""),
        "amount = \"some\"",
        "“some” is no amount",
    ),
    (
        DISH,
        Swap("measure = \"tbsp\"", "measure = \"spoon\""),
        "measure = \"spoon\"",
        "“spoon” is no measure",
    ),
    (
        DISH,
        Swap("name = \"Pancakes\"", "name = \"Refuge pancakes\""),
        "Refuge pancakes",
        "“refuge”",
    ),
];

#[test]
fn each_fault_is_named_with_its_file_and_line() {
    for (file, edit, at, says) in FAULTS {
        let copy = Copy::new();
        let spoiled = edit.apply(&copy.read(file));
        copy.write(file, &spoiled);
        let problems = read(copy.root(), "en").unwrap_err();
        let found: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(found.len(), 1, "{found:#?}");
        let place = format!("{file}:{}: ", line_of(&spoiled, at));
        assert!(
            found[0].starts_with(&place) && found[0].contains(says),
            "{at}: {found:#?}"
        );
    }
}

#[test]
fn a_file_that_is_never_read_is_refused() {
    let copy = Copy::new();
    copy.write("content/en/tools/notes.txt", "x");
    let problems = read(copy.root(), "en").unwrap_err();
    assert!(
        problems
            .to_string()
            .contains("content/en/tools/notes.txt:1: "),
        "{problems}"
    );
}
