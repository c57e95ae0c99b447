//! The exit for other people's pages, as `make build` left it in `kit/`.

use std::fs;

use domain::site::revealing_word;
use scraper::Html;
use site::kit::Kit;

use crate::packed::pack;
use crate::page::{edition, one, root, words};

/// The script with everything in it, compressed.
const SCRIPT: usize = 2_000;

fn kit() -> Kit {
    Kit::new(&edition(), &content::read_site(root()).unwrap()).unwrap()
}

fn destination() -> String {
    let site = content::read_site(root()).unwrap();
    site.exits.first().address.as_str().to_owned()
}

#[test]
fn script_and_style_together_travel_in_less_than_two_kilobytes() {
    let kit = kit();
    for (name, text) in [
        ("leave.js", &kit.script),
        ("leave.css", &kit.style),
        ("leave.html", &kit.block),
    ] {
        println!(
            "{name}: {} bytes, {} packed",
            text.len(),
            pack(text.as_bytes()).len()
        );
    }
    let size = pack(kit.script.as_bytes()).len();
    assert!(size < SCRIPT, "leave.js: {size} bytes packed");
    assert!(
        kit.script.contains("[data-covered] body{"),
        "its style is not in it"
    );
}

#[test]
fn it_names_no_address_but_the_one_it_leaves_for() {
    let kit = kit();
    for text in [&kit.script, &kit.block] {
        let to = destination();
        assert_eq!(text.matches(&to).count(), 1);
        let rest = text.replace(&to, "");
        for needle in ["http", "//", "@import", "url("] {
            assert!(!rest.contains(needle), "{needle} in {rest}");
        }
    }
    for needle in ["http", "//", "@import", "url("] {
        assert!(!kit.style.contains(needle), "{needle}");
    }
}

#[test]
fn it_keeps_nothing_asks_for_nothing_and_makes_no_code_of_text() {
    let script = kit().script;
    for needle in [
        "Storage",
        "indexedDB",
        "cookie",
        "caches",
        "fetch",
        "XMLHttp",
        "Beacon",
        "WebSocket",
        "import(",
        "history",
        "innerHTML",
        "eval",
        "Function",
        "window.name",
        "State(",
    ] {
        assert!(!script.contains(needle), "{needle}");
    }
}

#[test]
fn nothing_is_left_to_be_filled_in_and_the_names_tell_nothing() {
    let kit = kit();
    for text in [&kit.script, &kit.style, &kit.block, &kit.guide] {
        for place in ["DESTINATION", "LABEL", "DISH", "INTRO", "STYLE", "BLOCK"] {
            assert!(!text.contains(place), "{place}");
        }
    }
    for name in ["leave.js", "leave.css"] {
        assert!(kit.block.contains(name), "{name}");
        assert_eq!(revealing_word(name), None);
    }
}

#[test]
fn the_block_works_as_a_plain_link() {
    let block = kit().block;
    let html = Html::parse_fragment(&block);
    let link = one(&html, "a[data-exit]");
    assert_eq!(link.attr("href"), Some(destination().as_str()));
    assert_eq!(link.attr("rel"), Some("noreferrer"));
    assert_eq!(words(link), edition().text.exit.label);
    // A popover that no script opens is never seen.
    assert_eq!(link.attr("popover"), None);
    let place = |needle: &str| block.find(needle).unwrap();
    assert!(
        place("data-exit") < place("leave.js"),
        "the script would draw a second link"
    );
}

#[test]
fn the_guide_shows_what_is_built() {
    let kit = kit();
    assert!(kit.guide.contains(&format!("```html\n{}```", kit.block)));
    assert!(kit.guide.contains("<script src=\"leave.js\"></script>"));
    assert!(kit.guide.contains(&destination()));
    for attribute in ["data-to", "data-label", "data-back"] {
        assert!(kit.guide.contains(attribute), "{attribute}");
    }
}

#[test]
fn what_was_built_is_what_is_tested_here() {
    let kit = kit();
    for (name, text) in [
        ("leave.js", kit.script),
        ("leave.css", kit.style),
        ("leave.html", kit.block),
        ("README.md", kit.guide),
    ] {
        let built = fs::read_to_string(root().join("kit").join(name)).unwrap_or_default();
        assert!(
            built == text,
            "kit/{name} is older than the sources: run `make build`"
        );
    }
}
