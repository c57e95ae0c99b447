//! Queries as people type them, with and without mistakes.

use domain::search::Index;

use crate::directory::{complete, found, index};

#[track_caller]
fn first(query: &str, title: &str) {
    let found = found(query);
    assert_eq!(found.first(), Some(&title), "{query}: {found:?}");
}

#[track_caller]
fn only(query: &str, titles: &[&str]) {
    let mut found = found(query);
    let mut titles = titles.to_vec();
    found.sort_unstable();
    titles.sort_unstable();
    assert_eq!(found, titles, "{query}");
}

#[test]
fn names_are_found_however_they_are_spelled() {
    for (query, title) in [
        ("stalkng", "National Stalking Helpline"),
        ("natoinal stalking", "National Stalking Helpline"),
        ("NATIONAL STALKING HELP LINE", "National Stalking Helpline"),
        ("tsalking", "National Stalking Helpline"),
        ("xtalking helpline", "National Stalking Helpline"),
        ("hertfordhsire", "Hertfordshire Domestic Abuse Helpline"),
        ("hartfordshir", "Hertfordshire Domestic Abuse Helpline"),
        (
            "domestic abuse hertz",
            "Hertfordshire Domestic Abuse Helpline",
        ),
        ("samaritens", "Samaritans"),
        ("sameritens", "Samaritans"),
        ("chidline", "Childline"),
        ("child line", "Childline"),
        ("gallop", "Galop"),
        ("womens aid", "Women’s Aid"),
        ("women’s aid", "Women’s Aid"),
        ("women's aid", "Women’s Aid"),
        ("womans aid", "Women’s Aid"),
        ("mens advise", "Men’s Advice Line"),
        ("karma nirvna", "Karma Nirvana"),
    ] {
        first(query, title);
    }
}

#[test]
fn what_is_still_being_typed_is_found() {
    for (query, title) in [
        ("sa", "Samaritans"),
        ("samar", "Samaritans"),
        ("smarit", "Samaritans"),
        ("nat", "National Stalking Helpline"),
        ("national sta", "National Stalking Helpline"),
        ("hertfrods", "Hertfordshire Domestic Abuse Helpline"),
        ("police emer", "Police, not an emergency"),
        ("08", "Hertfordshire Domestic Abuse Helpline"),
    ] {
        first(query, title);
    }
    only("s", &[]);
}

#[test]
fn the_forms_of_a_word_are_one() {
    for query in ["stalk", "stalks", "stalked", "stalker", "stalking"] {
        first(query, "National Stalking Helpline");
    }
    first("texting", "999 by text (emergencySMS)");
    first("tracking", "If somebody tracks your phone");
    first("woman", "Women’s Aid");
}

#[test]
fn hyphens_and_blanks_make_no_difference() {
    for query in ["e-mail", "email", "e mail", "E‑MAIL", "emails"] {
        let titles = complete(query);
        assert!(titles.contains(&"Women’s Aid"), "{query}: {titles:?}");
    }
    for query in ["ex-partner", "ex partner", "expartner"] {
        let titles = complete(query);
        assert!(
            titles.contains(&"Messages that do not stop"),
            "{query}: {titles:?}"
        );
    }
    first("air tag", "If somebody tracks your phone");
    first("what’s app", "If somebody tracks your phone");
}

#[test]
fn numbers_are_found_however_they_are_spaced() {
    for query in [
        "08088020300",
        "0808 802 0300",
        "0808 8020",
        "0808-802-0300",
        "(0808) 802 0300",
        "+44 808 802 0300",
        "0044 (0)808 802 0300",
        "+448088020300",
        "٠٨٠٨ ٨٠٢ ٠٣٠٠",
    ] {
        assert_eq!(complete(query), ["National Stalking Helpline"], "{query}");
    }
    first("08088 088 088", "Hertfordshire Domestic Abuse Helpline");
    first("0808 8010 800", "Live Fear Free");
    first("116123", "Samaritans");
    only("08088020301", &[]);
}

#[test]
fn short_words_are_taken_at_their_word() {
    only("999", &["999 BSL", "999 by text (emergencySMS)", "Galop"]);
    only("101", &["Police, not an emergency"]);
    only("bsl", &["999 BSL"]);
    only("bls", &[]);
    only("gay", &["Galop"]);
    only("gey", &[]);
    only(
        "ex",
        &["National Stalking Helpline", "Messages that do not stop"],
    );
    only("deaf", &["999 BSL", "999 by text (emergencySMS)"]);
}

#[test]
fn a_sentence_finds_what_has_most_of_it() {
    let query = "my ex wont stop texting";
    assert_eq!(complete(query), ["Messages that do not stop"]);
    assert_eq!(found(query).get(1), Some(&"National Stalking Helpline"));
    first(
        "someone put an airtag on my car",
        "If somebody tracks your phone",
    );
    first(
        "my husband is violent",
        "Hertfordshire Domestic Abuse Helpline",
    );
}

#[test]
fn common_words_count_only_when_there_are_no_others() {
    assert_eq!(found("the samaritans"), found("samaritans"));
    assert_eq!(found("is he stalking me"), found("stalking"));
    only(
        "who",
        &["National Stalking Helpline", "Galop", "Men’s Advice Line"],
    );
}

#[test]
fn other_languages_are_found() {
    for query in [
        "اردو",
        "বাংলা",
        "বাংল",
        "pomoc",
        "PRZEMOC",
        "zaden",
        "ŻADEN",
        "wstyd",
    ] {
        only(query, &["Karma Nirvana"]);
    }
}

#[test]
fn nothing_is_found_by_nothing() {
    for query in ["", " ", "…", "-", "'", "xylophone", "😀"] {
        only(query, &[]);
    }
    assert!(Index::default().search("stalking").is_empty());
}

#[test]
fn the_nearer_hit_wins_whatever_its_field() {
    let mut index = Index::default();
    index.add("Texe", "texe", "texe");
    index.add("Textile", "textile", "textile");
    index.add("Other", "", "text");
    let places: Vec<usize> = index
        .search("text")
        .iter()
        .map(|hit| hit.document.place())
        .collect();
    assert_eq!(places, [2, 1, 0]);
}

#[test]
fn the_title_counts_more_than_keywords_and_these_more_than_the_body() {
    let mut index = Index::default();
    index.add("One", "", "refuge");
    index.add("Two", "refuge", "");
    index.add("Refuge", "", "");
    index.add("Refuge of the north", "", "");
    let places: Vec<usize> = index
        .search("refuge")
        .iter()
        .map(|hit| hit.document.place())
        .collect();
    assert_eq!(places, [2, 3, 1, 0]);
}

#[test]
fn a_document_with_every_word_is_above_one_that_has_only_some_of_them() {
    let mut index = Index::default();
    index.add("Refuge", "refuge, refuges", "A refuge.");
    index.add("Other", "", "A refugge in Wattford.");
    let hits = index.search("refuge watford");
    let places: Vec<_> = hits
        .iter()
        .map(|hit| (hit.document.place(), hit.has_every_word))
        .collect();
    assert_eq!(places, [(1, true), (0, false)]);
}

#[test]
fn a_pasted_page_is_searched_for_by_its_first_words() {
    let page = "samaritans xylophone ".repeat(10_000);
    let hits = index().search(&page);
    assert_eq!(hits.len(), 1);
    assert!(!hits.first().unwrap().has_every_word);
}
