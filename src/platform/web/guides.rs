//! The guidance in the page: reading it for the search, and opening a piece of it.

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

use super::{by_index, document, elements, select_all, texts};

/// How many pieces there are.
#[must_use]
pub fn count() -> usize {
    select_all("[data-guide]").len()
}

/// The title of a piece, other words by which people look for it, and what it says.
#[must_use]
pub fn words(place: usize) -> Option<[String; 3]> {
    let guide = by_index("data-guide", place)?;
    Some([
        texts(&guide, "h3"),
        guide.get_attribute("data-words").unwrap_or_default(),
        texts(&guide, "h4, h5, p:not(.checked), li, dt, dd, figcaption"),
    ])
}

/// Offers what was found to read, each as a button that leads there.
pub fn show_results(found: &[usize]) {
    let Some(offers) =
        document().and_then(|document| document.query_selector("[data-to-read]").ok().flatten())
    else {
        return;
    };
    let offered = elements(&offers, "[data-open]").into_iter();
    let offered =
        offered.filter_map(|button| button.get_attribute("data-open")?.parse::<usize>().ok());
    if offered.eq(found.iter().copied()) {
        return; // the next letter found the same
    }
    // The heading stays.
    while let Some(old) = offers.children().item(1) {
        old.remove();
    }
    for place in found {
        if let Some(button) = button(*place) {
            offers.append_child(&button).ok();
        }
    }
    offers
        .toggle_attribute_with_force("hidden", found.is_empty())
        .ok();
}

/// The title of a piece above the name of its view.
fn button(place: usize) -> Option<Element> {
    let guide = by_index("data-guide", place)?;
    let view = guide.closest("[data-view]").ok().flatten()?;
    let button = document()?.create_element("button").ok()?;
    let attributes = [
        ("type", "button"),
        ("class", "to-read__row"),
        ("data-to", &view.get_attribute("data-view")?),
        ("data-open", &place.to_string()),
    ];
    for (name, value) in attributes {
        button.set_attribute(name, value).ok();
    }
    for (kind, words) in [
        ("b", texts(&guide, "h3")),
        ("span", texts(&view, ".view__title")),
    ] {
        let line = document()?.create_element(kind).ok()?;
        line.set_text_content(Some(words.trim()));
        button.append_child(&line).ok();
        // So that a screen reader takes a breath between the two.
        button.append_with_str_1(" ").ok();
    }
    Some(button)
}

/// Opens a piece whose view is shown, and puts the screen and the keyboard at its title.
pub(super) fn open_guide(place: usize) {
    let Some(guide) = by_index("data-guide", place) else {
        return;
    };
    if guide.local_name() == "details" {
        guide.set_attribute("open", "").ok();
    }
    let title = guide.query_selector("summary, h3").ok().flatten();
    if let Some(title) = title.and_then(|title| title.dyn_into::<HtmlElement>().ok()) {
        title.focus().ok();
        title.scroll_into_view();
    }
}
