//! Information disclosure: titles, addresses, names of files.

use std::fs;

use domain::site::revealing_word;

use crate::page::{all, full_page, named, one, root, words};

/// A value without the hashes of the policy, which could contain 999 by chance.
fn without_hashes(value: &str) -> String {
    value
        .split(' ')
        .filter(|part| !part.starts_with("'sha256-"))
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn the_title_is_the_neutral_one_and_so_is_the_heading_above_everything() {
    let page = full_page();
    let html = page.parse();
    assert_eq!(words(one(&html, "title")), page.site.title.as_str());
    assert_eq!(words(one(&html, ".page h1")), page.site.title.as_str());
    assert_eq!(revealing_word(page.site.title.as_str()), None);
}

#[test]
fn nothing_in_the_head_gives_the_subject_away() {
    let page = full_page();
    let html = page.parse();
    let mut looked_at = 0;
    for element in all(&html, "html, head, head *") {
        for (name, value) in element.value().attrs() {
            looked_at += 1;
            let word = revealing_word(&without_hashes(value));
            assert_eq!(word, None, "{name} of {}", named(element));
        }
    }
    assert!(looked_at > 15, "only {looked_at} attributes in the head");
}

#[test]
fn no_id_and_no_value_for_scripts_gives_the_subject_away() {
    let page = full_page();
    let html = page.parse();
    let mut looked_at = 0;
    for element in all(&html, "body *") {
        for (name, value) in element.value().attrs() {
            // Island props and search keywords are words of the page itself.
            let words = ["data-props", "data-words"].contains(&name);
            let seen = name == "id" || name == "name" || name.starts_with("data-");
            if seen && !words {
                looked_at += 1;
                assert_eq!(revealing_word(value), None, "{name} of {}", named(element));
            }
        }
    }
    assert!(looked_at > 15, "only {looked_at} values in the body");
}

#[test]
fn files_that_are_asked_for_by_name_have_neutral_names() {
    let entries = fs::read_dir(root().join("public")).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    let names: Vec<String> = names.collect();
    assert!(!names.is_empty());
    for name in names {
        assert_eq!(revealing_word(&name), None, "public/{name}");
    }
}

#[test]
fn nothing_is_written_for_search_engines_or_for_previews_of_links() {
    let page = full_page();
    let html = page.parse();
    let robots = one(&html, "meta[name=robots]").attr("content").unwrap();
    assert!(robots.split(", ").any(|word| word == "noindex"), "{robots}");
    let previews = "meta[property], meta[name^='twitter:'], meta[name^='og:'], meta[name=description], \
                    meta[name=keywords], meta[name=author], meta[itemprop], link[rel=canonical], \
                    link[rel=alternate], [itemscope], [vocab], script[type='application/ld+json']";
    let found = all(&html, previews);
    assert!(found.is_empty(), "{}", named(*found.first().unwrap()));
}

#[test]
fn no_address_inside_the_page_can_be_left_in_a_history() {
    let page = full_page();
    let html = page.parse();
    for gone in [
        "[href^='#']",
        "[xlink\\:href^='#']",
        "form[action]",
        "[formaction]",
        "[ping]",
        "base",
        "meta[http-equiv=refresh i]",
    ] {
        assert!(all(&html, gone).is_empty(), "{gone}");
    }
}

#[test]
fn what_is_typed_or_chosen_is_not_remembered_by_the_browser() {
    let page = full_page();
    let html = page.parse();
    let fields = all(&html, "input, textarea, select, form");
    assert!(!fields.is_empty());
    for field in fields {
        assert_eq!(field.attr("autocomplete"), Some("off"), "{}", named(field));
        let is_ticked = matches!(field.attr("type"), Some("radio" | "checkbox"));
        assert!(
            is_ticked || field.attr("autocorrect") == Some("off"),
            "{}",
            named(field)
        );
    }
}

#[test]
fn no_field_is_remembered_corrected_or_completed() {
    let page = full_page();
    let html = page.parse();
    // These two are inherited (HTML: `spellcheck`, `writingsuggestions`); every field says the others itself.
    let body = one(&html, "body");
    for name in ["spellcheck", "writingsuggestions"] {
        assert_eq!(body.attr(name), Some("false"), "{name}");
        let again = all(&html, &format!("body [{name}]"));
        assert!(again.is_empty(), "{name} is undone further down");
    }
    let fields = all(&html, "input, textarea, select");
    assert!(!fields.is_empty());
    for field in fields {
        assert_eq!(field.attr("autocomplete"), Some("off"), "{}", named(field));
    }
}
