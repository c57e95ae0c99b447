//! The guides in the page: extracting their text for the search index, listing results and opening one.

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

use super::{by_index, document, elements, select_all, texts};

/// Counts the guides in the page.
#[must_use]
pub fn count() -> usize {
    select_all("[data-guide]").len()
}

/// Extracts the indexed text of a guide: title, keywords and body. `None` if no guide has this index.
#[must_use]
pub fn words(place: usize) -> Option<[String; 3]> {
    let guide = by_index("data-guide", place)?;
    Some([
        texts(&guide, "h3"),
        guide.get_attribute("data-words").unwrap_or_default(),
        texts(&guide, "h4, h5, p:not(.checked), li, dt, dd, figcaption"),
    ])
}

/// Lists the guides that were found, each as a button that opens it. Leaves the list alone if it is unchanged.
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
        return; // same results as for the last query
    }
    // Child 0 is the heading.
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

/// Builds the button for a guide: its title above the name of its view.
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
        // A space in the accessible name, so that a screen reader pauses between the two.
        button.append_with_str_1(" ").ok();
    }
    Some(button)
}

/// Opens a guide whose view is shown, scrolls to its title and focuses it.
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
