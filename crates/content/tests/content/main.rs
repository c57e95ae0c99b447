//! The real content can be published, and every kind of invalid file stops the build with its file, its
//! line and the reason.
//!
//! Each fault is put into a copy of the real content, next to one example of a service, one of
//! guidance and a short list of bank holidays that are known to be good (`tests/fixtures/content/`).

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail loudly")]

mod bank_holidays;
use test_support::copy;
mod fault;
use test_support::files;
mod forms;
mod guidance;
mod hours;
mod interface;
mod reading;
mod screens;
mod services;
mod site;
use test_support::strings;
mod terms;
use test_support::texts;
mod together;
mod tools;
mod wording;

#[test]
fn the_real_content_can_be_published() {
    let root = test_support::project();
    let site = content::read_site(root).unwrap_or_else(|problems| panic!("\n{problems}"));
    for language in &site.languages {
        content::read_edition(root, language).unwrap_or_else(|problems| panic!("\n{problems}"));
    }
}

/// The guides of the real content.
fn guides() -> Vec<domain::guide::Guide> {
    let root = test_support::project();
    content::read_edition(root, "en").unwrap().guides
}

#[test]
fn every_guide_is_in_the_table_of_the_facts_that_it_carries() {
    let root = test_support::project();
    let table = std::fs::read_to_string(root.join("docs/guidance.md")).unwrap();
    for guide in guides() {
        assert!(
            table.contains(&guide.id),
            "{} is not in docs/guidance.md",
            guide.id
        );
    }
}

#[test]
fn easy_read_has_no_number_that_its_guide_does_not_have() {
    let six: Vec<_> = guides()
        .into_iter()
        .filter_map(|guide| guide.easy.clone().map(|easy| (guide, easy)))
        .collect();
    assert_eq!(six.len(), 6);
    for (guide, easy) in six {
        let whole = format!("{guide:?}");
        let easy = format!("{:?}", easy.lines);
        let numbers = easy
            .split(|letter: char| !letter.is_ascii_digit())
            .filter(|number| !number.is_empty());
        let without = whole.replace(&easy, "");
        for number in numbers {
            assert!(without.contains(number), "{}: {number}", guide.id);
        }
    }
}
