//! `docs/asvs.md`: every number exists in the standard, no chapter has a gap, and every file that is named
//! exists.

use std::collections::BTreeSet;
use std::fs;

use crate::page::root;

/// How many items each section of ASVS 5.0.0 has, by chapter, from its first section on.
const ITEMS: [(u8, &[u8]); 11] = [
    (1, &[2, 10, 12, 3, 3]),
    (2, &[3, 3, 5, 2]),
    (3, &[1, 3, 5, 8, 8, 1, 5]),
    (4, &[5, 5, 2, 4]),
    (5, &[1, 6, 3, 3]),
    (11, &[4, 5, 5, 4, 2, 2, 2]),
    (12, &[5, 2, 5]),
    (13, &[4, 6, 4, 7]),
    (14, &[2, 8, 3]),
    (15, &[5, 5, 7, 4]),
    (16, &[1, 5, 4, 3, 4]),
];
/// The chapters that are excluded as a whole.
const ASIDE: [&str; 6] = ["V6", "V7", "V8", "V9", "V10", "V17"];
const STATES: [&str; 5] = ["met", "met by host", "host", "not met", "n.a."];

fn text() -> String {
    fs::read_to_string(root().join("docs/asvs.md")).unwrap()
}

/// The rows of all tables without their headers, cell by cell.
fn rows(text: &str) -> Vec<Vec<&str>> {
    let lines = text.lines().filter(|line| line.starts_with("| "));
    let rows = lines.map(|line| line.trim_matches('|').split('|').map(str::trim).collect());
    rows.filter(|row: &Vec<&str>| {
        row.first()
            .is_some_and(|cell| *cell != "item" && *cell != "chapter")
    })
    .collect()
}

/// The items of a cell such as `1.2.4–1.2.8`.
fn items(cell: &str) -> Vec<(u8, u8, u8)> {
    let one = |item: &str| {
        let numbers: Vec<u8> = item
            .split('.')
            .map(|number| number.parse().unwrap())
            .collect();
        (numbers[0], numbers[1], numbers[2])
    };
    let (first, last) = cell.split_once('–').unwrap_or((cell, cell));
    let (first, last) = (one(first), one(last));
    assert_eq!(
        (first.0, first.1),
        (last.0, last.1),
        "{cell} crosses sections"
    );
    assert!(first.2 <= last.2, "{cell}");
    (first.2..=last.2)
        .map(|item| (first.0, first.1, item))
        .collect()
}

#[test]
fn every_item_of_the_standard_has_its_row_and_no_other_does() {
    let text = text();
    let mut found = Vec::new();
    for row in rows(&text).iter().filter(|row| !row[0].starts_with('V')) {
        assert_eq!(row.len(), 4, "{row:?}");
        found.extend(items(row[0]));
    }
    let mut standard = Vec::new();
    for (chapter, sections) in ITEMS {
        for (section, count) in (1..).zip(sections) {
            standard.extend((1..=*count).map(|item| (chapter, section, item)));
        }
    }
    assert_eq!(found, standard);
    let rows = rows(&text);
    let aside: Vec<&str> = rows
        .iter()
        .map(|row| row[0])
        .filter(|cell| cell.starts_with('V'))
        .collect();
    assert_eq!(aside, ASIDE);
}

#[test]
fn every_row_says_its_state_and_shows_what_it_says_is_met() {
    let text = text();
    for row in rows(&text).iter().filter(|row| !row[0].starts_with('V')) {
        let [item, _, state, place] = row[..] else {
            panic!("{row:?}");
        };
        let start = state.split([':', '(', ',']).next().unwrap().trim();
        let start = start.split(" for ").next().unwrap();
        assert!(STATES.contains(&start), "{item}: {state}");
        let reason = state.len() > start.len();
        match start {
            "met" | "met by host" => assert!(!place.is_empty(), "{item} is shown nowhere"),
            "not met" | "n.a." => assert!(reason, "{item}: no reason"),
            _ => assert!(reason || !place.is_empty() || item == "12.1.4", "{item}"),
        }
    }
}

#[test]
fn every_file_and_test_that_is_named_exists() {
    let text = text();
    let mut named = BTreeSet::new();
    for row in rows(&text).iter().filter(|row| row.len() == 4) {
        named.extend(row[3].split(", ").filter(|place| !place.is_empty()));
    }
    assert!(named.len() > 40, "{}", named.len());
    for place in named {
        let place = place
            .strip_prefix('`')
            .and_then(|place| place.strip_suffix('`'));
        let place = place.unwrap_or_else(|| panic!("{place:?} is not a place"));
        let (file, function) = place.split_once("::").unwrap_or((place, ""));
        let source = fs::read_to_string(root().join(file));
        let source = source.unwrap_or_else(|error| panic!("{file}: {error}"));
        if !function.is_empty() {
            let here = source.contains(&format!("fn {function}("));
            assert!(here, "{file} has no {function}");
        }
    }
}
