//! The files in `dist/`: neutral names, and code without the words of the page.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use domain::opening::Day;
use domain::site::revealing_word;
use jiff::civil::Date;
use scraper::Html;

use crate::page::{one, shipped_page, shipped_page_of, texts};
use crate::{dist, files};

/// Words that messages of libraries have too. Three of these in a row prove nothing.
const EVERYBODYS: &str = "a an and are as at be been but by can do for from has have if in is it its \
                          more no not of on once one only or so take than that the then there this to was \
                          when where which while will with you your";

/// Words as they are compared: in lower case, without the marks around them.
fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase()
}

/// Three words that follow each other in the page, by the middle one.
type Runs = BTreeMap<String, BTreeSet<(String, String)>>;

fn runs_of_the_page() -> Runs {
    let everybodys: BTreeSet<&str> = EVERYBODYS.split(' ').collect();
    let mut runs = Runs::new();
    for text in texts(&shipped_page().parse()) {
        let words: Vec<String> = text.split_whitespace().map(bare).collect();
        for run in words.windows(3) {
            if let [first, middle, last] = run
                && run.iter().all(|word| !word.is_empty())
                && !run.iter().all(|word| everybodys.contains(word.as_str()))
            {
                runs.entry(middle.clone())
                    .or_default()
                    .insert((first.clone(), last.clone()));
            }
        }
    }
    runs
}

/// Every run of the page that is in a text. What is glued to the first word on its left and to
/// the last on its right is passed over, since nothing separates strings in a WASM.
fn found(text: &str, runs: &Runs) -> Vec<String> {
    let words: Vec<String> = text.split_whitespace().map(bare).collect();
    let mut found = Vec::new();
    for window in words.windows(3) {
        let [before, middle, after] = window else {
            continue;
        };
        let Some(neighbours) = runs.get(middle) else {
            continue;
        };
        for (first, last) in neighbours {
            if before.ends_with(first.as_str()) && after.starts_with(last.as_str()) {
                found.push(format!("{first} {middle} {last}"));
            }
        }
    }
    found
}

/// The bytes decoded as UTF-8, and as UTF-16 from an even and from an odd offset.
fn readings(bytes: &[u8]) -> [String; 3] {
    let utf_16 = |bytes: &[u8]| {
        let (pairs, _) = bytes.as_chunks::<2>();
        let units: Vec<u16> = pairs.iter().map(|pair| u16::from_le_bytes(*pair)).collect();
        String::from_utf16_lossy(&units)
    };
    let odd = bytes.get(1..).unwrap_or_default();
    [
        String::from_utf8_lossy(bytes).into_owned(),
        utf_16(bytes),
        utf_16(odd),
    ]
}

#[test]
fn three_words_of_ours_never_stand_together_in_the_code() {
    let runs = runs_of_the_page();
    assert!(runs.len() > 500, "{}", runs.len());
    let mut looked_at = BTreeSet::new();
    for path in files::below(&dist::folder()) {
        let ending = path
            .extension()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if ending != "wasm" && ending != "js" {
            continue;
        }
        for reading in readings(&fs::read(&path).unwrap()) {
            assert_eq!(
                found(&reading, &runs),
                Vec::<String>::new(),
                "{}",
                path.display()
            );
        }
        looked_at.insert(ending);
    }
    assert_eq!(
        looked_at,
        BTreeSet::from(["js".to_owned(), "wasm".to_owned()])
    );
}

#[test]
fn three_words_are_found_where_they_do_stand() {
    let runs = runs_of_the_page();
    // A line of the interface, glued to its neighbours as strings are in a WASM.
    let line = "xxBack to help nowxx";
    let sixteen: Vec<u8> = line.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [
        line.as_bytes().to_vec(),
        sixteen.clone(),
        [b"x", sixteen.as_slice()].concat(),
    ] {
        let found = readings(&bytes)
            .map(|reading| found(&reading, &runs))
            .concat();
        assert_eq!(found, ["back to help", "to help now"]);
    }
}

#[test]
fn a_browser_asks_for_files_with_neutral_names() {
    let dist = dist::folder();
    for path in files::below(&dist) {
        let name = path
            .strip_prefix(&dist)
            .unwrap()
            .to_string_lossy()
            .into_owned();
        // A name has 16 hexadecimal digits, which could contain 999 by chance.
        let letters: String = name.chars().filter(|c| !c.is_ascii_digit()).collect();
        assert_eq!(revealing_word(&letters), None, "dist/{name}");
    }
}

/// The day on which a page was built, from its island props.
#[track_caller]
fn built(html: &str) -> Date {
    let html = Html::parse_document(html);
    let given = one(&html, "[data-for=finder]").attr("data-props").unwrap();
    let days = given.split(['\n', ' ']).nth(1).unwrap();
    let day = Day::from_number(days.parse().unwrap()).date();
    let part = |number: i64| i8::try_from(number).unwrap();
    Date::new(day.year.try_into().unwrap(), part(day.month), part(day.day)).unwrap()
}

#[test]
fn the_shipped_page_is_the_one_that_is_tested_here() {
    let shipped = fs::read_to_string(dist::folder().join("index.html")).unwrap();
    let page = shipped_page_of(built(&shipped));
    let (_, shipped_body) = shipped.split_once("<body ").unwrap();
    let (_, body) = page.html().split_once("<body ").unwrap();
    assert!(
        shipped_body == body,
        "dist/ is older than the sources: run `make build`"
    );
}

/// Names that only the machine of the build and its source tree have.
fn names_of_the_build() -> Vec<String> {
    let mut names: Vec<String> = ["home", "root", "Users"]
        .map(|name| format!("/{name}/"))
        .into();
    names.extend([".cargo/", ".rustup/", "crates/", "sidedoor"].map(str::to_owned));
    names.extend(std::env::var("HOME").ok().filter(|home| home.len() > 1));
    let project = fs::canonicalize(test_support::project()).unwrap();
    names.push(project.to_string_lossy().into_owned());
    names
}

#[test]
fn no_file_names_a_folder_of_the_builder_s_machine_or_a_crate() {
    let names = names_of_the_build();
    let mut found = BTreeSet::new();
    for path in files::below(&dist::folder()) {
        let text = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
        let held = names.iter().filter(|name| text.contains(name.as_str()));
        found.extend(held.map(|name| format!("{}: {name}", path.display())));
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn no_wasm_has_a_digest_of_where_it_was_built() {
    let marker = "_WASM_SPLIT_MARKER_";
    let mut found = 0;
    for path in files::below(&dist::folder()) {
        let text = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
        for after in text.split(marker).skip(1) {
            found += 1;
            assert!(after.starts_with(&"0".repeat(16)), "{}", path.display());
        }
    }
    assert!(
        found > 0,
        "{marker} is gone, and so may be what overwrites it"
    );
}
