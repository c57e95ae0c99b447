//! Text alternatives of drawings (WCAG 1.1.1).

use std::collections::BTreeMap;

use domain::guide::Block;

use crate::page::{all, full_page, named, shipped_page, single_spaced, words};

#[test]
fn each_diagram_has_the_text_alternative_of_its_guide() {
    for page in [shipped_page(), full_page()] {
        let html = page.parse();
        // Guides are in another order on the page than in the edition.
        let mut expected: BTreeMap<&str, usize> = BTreeMap::new();
        for guide in &page.edition.guides {
            for block in guide.every_block() {
                if let Block::Picture { alternative, .. } = block {
                    *expected.entry(alternative).or_default() += 1;
                }
            }
        }
        let mut shown = BTreeMap::new();
        for diagram in all(&html, "svg[role], svg.picture") {
            assert_eq!(diagram.attr("role"), Some("img"), "{}", named(diagram));
            let alternative = diagram.attr("aria-label").unwrap_or_default();
            assert!(!alternative.trim().is_empty(), "{}", named(diagram));
            *shown.entry(alternative).or_default() += 1;
        }
        assert!(!expected.is_empty());
        assert_eq!(shown, expected);
    }
}

#[test]
fn every_other_drawing_is_hidden_and_words_beside_it_say_the_same() {
    let page = shipped_page();
    let html = page.parse();
    for drawing in all(&html, "svg:not([role])") {
        assert_eq!(
            drawing.attr("aria-hidden"),
            Some("true"),
            "{}",
            named(drawing)
        );
    }
    let easy = page
        .edition
        .guides
        .iter()
        .filter_map(|guide| guide.easy.as_ref());
    let lines: usize = easy.map(|easy| easy.lines.len()).sum();
    let drawings = all(&html, "svg.drawing");
    assert!(lines > 0);
    assert_eq!(drawings.len(), lines);
    for drawing in drawings {
        let line = drawing
            .parent()
            .and_then(scraper::ElementRef::wrap)
            .unwrap();
        assert!(!single_spaced(&words(line)).is_empty(), "{}", named(line));
    }
    assert_eq!(all(&html, "img, object, embed, canvas").len(), 0);
}
