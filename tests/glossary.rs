//! One word for one thing: `docs/GLOSSARY.md` lists the terms, and beside each the words that it replaced. None of
//! these may come back into the sources, the tests or the documents.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::BTreeMap;
use std::fs;

use test_support::files;

const GLOSSARY: &str = "docs/GLOSSARY.md";

/// Files that have to name retired words, each with the reason.
const EXEMPT: [(&str, &str); 4] = [
    (GLOSSARY, "lists them"),
    (
        "crates/content/tests/content/wording.rs",
        "lists the words that a reader of the page never sees",
    ),
    ("tests/glossary.rs", "the examples of this test"),
    ("tests/hosting/server.rs", "names a user of the system"),
];

/// Retired words with the term to use instead, from the tables of the glossary. A row is
/// `| term | meaning | from | not |` or `| write | not | because |`; the head of its table says where the words are.
fn retired(glossary: &str) -> BTreeMap<String, String> {
    let mut words = BTreeMap::new();
    let mut column = None;
    for line in glossary.lines() {
        let Some(row) = line.strip_prefix('|') else {
            column = None;
            continue;
        };
        let cells: Vec<&str> = row
            .trim_end_matches('|')
            .split('|')
            .map(str::trim)
            .collect();
        let Some(column) = column else {
            column = Some(cells.iter().position(|cell| *cell == "not").unwrap());
            continue;
        };
        let (Some(not), Some(term)) = (cells.get(column), cells.first()) else {
            continue;
        };
        let in_backticks = not.split('`').skip(1).step_by(2);
        words.extend(in_backticks.map(|word| (word.to_owned(), term.replace('`', ""))));
    }
    words
}

/// The identifiers and plain words of a line.
fn tokens(line: &str) -> impl Iterator<Item = &str> {
    line.split(|character: char| !(character.is_alphanumeric() || character == '_'))
}

/// Each retired word in a text, with its line and the term to use instead.
fn found<'a>(
    words: &'a BTreeMap<String, String>,
    text: &'a str,
) -> impl Iterator<Item = String> + 'a {
    text.lines().enumerate().flat_map(move |(index, line)| {
        let hits = tokens(line).filter_map(|token| words.get_key_value(token));
        hits.map(move |(word, term)| format!("{}: “{word}”: write {term}", index + 1))
    })
}

#[test]
fn retired_words_are_read_from_the_glossary() {
    let words = retired(
        "text\n| term | meaning | from | not |\n|---|---|---|---|\n| `Match` | a hit | IR | `Fit`, `fits` |\n\n\
         | write | not | because |\n|---|---|---|\n| who | `whom` | stiff |\n",
    );
    let read: Vec<_> = words
        .iter()
        .map(|(word, term)| (word.as_str(), term.as_str()))
        .collect();
    assert_eq!(read, [("Fit", "Match"), ("fits", "Match"), ("whom", "who")]);
    let text = "let fit = Fit::new();\n// It fits.\nfor_whom";
    assert_eq!(
        found(&words, text).collect::<Vec<_>>(),
        ["1: “Fit”: write Match", "2: “fits”: write Match"]
    );
}

#[test]
fn no_retired_word_is_in_the_tree() {
    let root = test_support::project();
    let words = retired(&fs::read_to_string(root.join(GLOSSARY)).unwrap());
    assert!(words.len() > 50, "the tables were not read: {words:?}");
    let mut all = Vec::new();
    for folder in ["src", "crates", "scripts", "tests", "benches", "docs"] {
        for path in files::below(&root.join(folder)) {
            let name = path
                .strip_prefix(root)
                .unwrap()
                .to_string_lossy()
                .replace('\\', "/");
            let is_text = [".rs", ".js", ".mjs", ".css", ".md", ".sh"]
                .iter()
                .any(|end| name.ends_with(end));
            if !is_text
                || name.contains("node_modules")
                || EXEMPT.iter().any(|(exempt, _)| *exempt == name)
            {
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            all.extend(found(&words, &text).map(|hit| format!("{name}:{hit}")));
        }
    }
    assert!(
        all.is_empty(),
        "{} retired words:\n{}",
        all.len(),
        all.join("\n")
    );
}
