//! Order: of reading, of headings, of the focus.

use domain::view::View;
use scraper::Selector;

use crate::page::{all, full_page, is_in, named, one, single_spaced, words};

/// The selector of tab stops.
const FOCUSABLE: &str = "a[href], area[href], button, input, select, textarea, summary, iframe, \
                         audio[controls], video[controls], [tabindex], [contenteditable]";

/// What a screen reader lists as a landmark (HTML-AAM 1.0).
const LANDMARK: &str = "header, nav, main, aside, footer, search, form, section[aria-label], \
                        section[aria-labelledby], [role]";

#[test]
fn there_is_one_title_and_no_heading_level_is_skipped() {
    let page = full_page();
    let html = page.parse();
    let headings = all(&html, "h1, h2, h3, h4, h5, h6");
    assert_eq!(all(&html, ".page h1").len(), 1);
    assert!(headings.len() > 50, "only {} headings", headings.len());
    let mut above = 0;
    for heading in headings {
        let level: u8 = heading
            .value()
            .name()
            .trim_start_matches('h')
            .parse()
            .unwrap();
        assert!(
            level <= above + 1,
            "h{above} is followed by {}",
            named(heading)
        );
        assert!(!words(heading).is_empty(), "{} is empty", named(heading));
        above = level;
    }
}

#[test]
fn the_exit_is_the_first_stop_of_the_tab_key_and_the_first_landmark() {
    let page = full_page();
    let html = page.parse();
    let exit = one(&html, "[data-exit]");
    let first_stop = *all(&html, FOCUSABLE).first().unwrap();
    assert_eq!(
        first_stop.id(),
        exit.id(),
        "{} is the first stop",
        named(first_stop)
    );
    let landmarks = all(&html, LANDMARK);
    let first = landmarks.first().unwrap();
    assert!(
        exit.ancestors().any(|holder| holder.id() == first.id()),
        "{}",
        named(*first)
    );
    assert_eq!(first.value().name(), "nav");
    for moved in all(&html, "[tabindex]") {
        // A positive `tabindex` would come before the exit, and 0 would add a tab stop.
        assert_eq!(moved.attr("tabindex"), Some("-1"), "{}", named(moved));
    }
}

#[test]
fn the_exit_is_a_plain_link_to_the_first_place_of_the_site_file() {
    let page = full_page();
    let html = page.parse();
    let exit = one(&html, "[data-exit]");
    assert_eq!(exit.value().name(), "a");
    assert_eq!(
        exit.attr("href"),
        Some(page.site.exits.first().address.as_str())
    );
    assert_eq!(exit.attr("rel"), Some("noreferrer"));
    // In this tab: the page must not stay open behind it.
    assert_eq!(exit.attr("target"), None);
    assert!(words(exit).starts_with(&page.edition.text.exit.label));
}

#[test]
fn every_part_but_the_start_opens_in_place_without_script() {
    let page = full_page();
    let html = page.parse();
    let parts = all(&html, "[data-view]");
    let codes: Vec<u8> = parts
        .iter()
        .map(|part| part.attr("data-view").unwrap().parse().unwrap())
        .collect();
    assert_eq!(codes, View::ALL.map(View::code));
    for (part, view) in parts.into_iter().zip(View::ALL) {
        let is_start = view == View::Start;
        assert_eq!(
            part.value().name() == "details",
            !is_start,
            "{}",
            named(part)
        );
        for closed in ["open", "hidden", "aria-hidden", "inert"] {
            assert_eq!(part.attr(closed), None, "{view:?} {closed}");
        }
        let title = page.edition.text.view(view).title;
        assert!(
            words(part).contains(&title),
            "{view:?} does not say its name"
        );
        if !is_start {
            let first = part.child_elements().next().unwrap();
            assert_eq!(first.value().name(), "summary", "{view:?}");
            assert!(
                words(first).starts_with(&title),
                "{view:?}: {}",
                words(first)
            );
        }
    }
}

#[test]
fn only_what_is_kept_from_view_until_it_works_needs_script() {
    let page = full_page();
    let html = page.parse();
    let controls = all(
        &html,
        "button, input, select, textarea, form, dialog, [popover], canvas",
    );
    assert!(!controls.is_empty());
    for control in controls {
        // The exit is a link, and the cover is no control: both are shown without being opened.
        if control.attr("popover").is_some() {
            assert!(
                control
                    .attr("class")
                    .is_some_and(|class| ["exit", "cover"].contains(&class)),
                "{}",
                named(control)
            );
            continue;
        }
        // Checkboxes and choices in guidance are native controls, and the style sheet does the rest.
        let is_native = matches!(control.attr("type"), Some("checkbox" | "radio"));
        if is_native && is_in(control, "[data-guide]") {
            assert_eq!(control.attr("autocomplete"), Some("off"));
            continue;
        }
        assert!(
            is_in(control, ".needs-script, .needs-app, .nav, .cover"),
            "{} needs script",
            named(control)
        );
        let off = is_in(control, ".needs-script, .cover")
            || control.attr("disabled").is_some()
            || is_in(control, "fieldset[disabled]");
        assert!(off, "{} can be used before it works", named(control));
    }
    for (class, rule) in [
        (".needs-script", ":root:not([data-script]) .needs-script"),
        (".needs-app", ":root:not([data-app=\"ready\"]) .needs-app"),
        (".nav", ".nav"),
    ] {
        assert!(!all(&html, class).is_empty(), "{class} is not in the page");
        let style = words(one(&html, "style"));
        let hides = style
            .split('}')
            .filter_map(|rule| rule.rsplit_once('{'))
            .any(|(selectors, body)| selectors.trim() == rule && body.contains("display:none"));
        assert!(hides, "no rule hides {class} until the app runs");
    }
}

#[test]
fn what_is_different_without_script_is_said_where_there_is_none() {
    let page = full_page();
    let host = page.site.exits.first().address.host();
    let words_of_it = page
        .edition
        .text
        .exit
        .without_script
        .replace("{host}", host);
    let inside = page.html().split("<noscript>").skip(1);
    let inside = inside.map(|rest| rest.split_once("</noscript>").unwrap().0);
    let texts: Vec<String> = inside
        .map(|inside| {
            let fragment = scraper::Html::parse_fragment(inside);
            assert!(Selector::parse("p").is_ok_and(|p| fragment.select(&p).count() == 1));
            single_spaced(&fragment.root_element().text().collect::<String>())
        })
        .collect();
    assert_eq!(texts, [words_of_it]);
}
