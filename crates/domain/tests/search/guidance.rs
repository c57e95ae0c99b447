//! The real guidance, searched as people type: everyday words rank the right guide first.

use content::{self, Edition};
use domain::guide::{Block, Guide, plain_words};
use domain::search::Index;

use crate::texts::texts;

/// The query, and the guides that may rank first.
const QUERIES: &[(&str, &[&str])] = &[
    ("he keeps turning up", &["what-it-looks-like"]),
    ("tracker", &["tracking-tags"]),
    ("police did nothing", &["not-taken-seriously"]),
    ("photo", &["diary-proof"]),
    ("ex", &["four-signs"]),
    ("airtag", &["tracking-tags"]),
    ("is there a gps on my car", &["tracking-tags"]),
    ("screenshots", &["diary-proof"]),
    ("what do I write down", &["diary-entry"]),
    ("example of a diary", &["diary-entry"]),
    ("am I being stalked", &["self-check", "four-signs"]),
    ("is it illegal", &["crime-in-each-nation"]),
    ("restraining order", &["other-orders"]),
    ("stalking protection order", &["protection-orders"]),
    ("how to get an SPO", &["asking-for-an-order"]),
    ("delete history", &["which-browser"]),
    ("incognito", &["which-browser"]),
    ("suicidal", &["too-much"]),
    ("cant sleep", &["how-you-feel"]),
    ("anxiety", &["how-you-feel"]),
    ("teenager", &["under-18"]),
    ("snapchat", &["under-18"]),
    ("my daughter is being stalked", &["friends-family"]),
    ("my boss", &["at-work", "checklist"]),
    ("university", &["for-16-25", "at-school"]),
    ("new locks", &["checklist"]),
    ("code word", &["people-and-words"]),
    ("should I change my number", &["old-advice"]),
    ("block them", &["old-advice", "diary-proof"]),
    ("statistics", &["how-common"]),
    ("getting worse", &["speak-soon"]),
    ("weapon", &["danger-now"]),
    ("following me", &["what-it-looks-like"]),
    ("spyware", &["which-phone"]),
    ("facebook hacked", &["accounts"]),
    ("iphone", &["which-phone"]),
    ("interpreter", &["what-happens-next"]),
    ("advocate", &["advocates"]),
    ("victims code", &["your-rights"]),
    ("make a complaint about police", &["not-taken-seriously"]),
    ("how do I report it", &["ways-to-report"]),
    ("what do I tell the police", &["words-to-say"]),
    ("fake account", &["what-it-looks-like", "still-changing"]),
    ("print a diary", &["paper-diary"]),
    ("where to hide a diary", &["diary-place"]),
    ("evidence", &["diary-proof", "diary-court"]),
    ("cookies", &["knows", "what-it-keeps"]),
    (
        "stalkng",
        &[
            "four-signs",
            "self-check",
            "protection-orders",
            "how-common",
        ],
    ),
    ("polcie did nothng", &["not-taken-seriously"]),
    ("safety plan", &["first-steps", "checklist"]),
];

fn edition() -> Edition {
    content::read_edition(test_support::project(), "en").unwrap()
}

/// The text of a guide in the page, as the app indexes it.
fn body(guide: &Guide) -> String {
    let is_read = |block: &&Block| {
        matches!(
            block,
            Block::Heading { .. }
                | Block::Paragraph(_)
                | Block::List { .. }
                | Block::Boxes(_)
                | Block::Note(_)
                | Block::Example { .. }
                | Block::Term { .. }
        )
    };
    let lines = guide.every_block().filter(is_read).flat_map(texts);
    let easy = guide.easy.iter().flat_map(|easy| &easy.lines);
    let easy = easy.map(|(_, text)| plain_words(text));
    std::iter::once(guide.summary.clone())
        .chain(lines)
        .chain(easy)
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
#[expect(clippy::print_stdout, reason = "the table is for reading")]
fn everyday_words_find_the_right_guide_first() {
    let edition = edition();
    let mut index = Index::default();
    for guide in &edition.guides {
        index.add(&guide.title, &guide.search.join(", "), &body(guide));
    }
    let mut wrong = Vec::new();
    for (query, wanted) in QUERIES {
        let hits = index.search(query);
        let names: Vec<&str> = hits
            .iter()
            .take(4)
            .map(|hit| edition.guides[hit.document.place()].id.as_str())
            .collect();
        let first = names.first().copied().unwrap_or("nothing");
        println!("{query:<32} {first}");
        if !wanted.contains(&first) {
            wrong.push(format!("“{query}” finds {names:?}, not {wanted:?}"));
        }
    }
    assert!(QUERIES.len() >= 40);
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
