//! The list of services in the page: the text and contacts of its cards, opening status and focus.
//!
//! The cards are prerendered. They never move, and only their opening status changes.

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, Node};

use super::scheduler::after_next_paint;
use super::{document, elements, listen, select_all, texts};
use domain::service::ContactMode;

/// Extracts the indexed text of a card: its name, then its eligibility and numbers. The rest of the card (what
/// the service is not, its sources, the traces of a call) is not indexed: matches there would mislead.
#[must_use]
pub fn words(place: usize) -> Option<(String, String)> {
    let card = card(place)?;
    let name = texts(&card, ".service__name");
    Some((name, texts(&card, ".service__for, bdi")))
}

/// A row of the results.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultRow {
    /// Index of the service.
    pub service: usize,
    /// Why it matches; empty for a search without answers.
    pub reason: String,
    /// The opening status now, if the service has one.
    pub status: Option<String>,
    /// The contact mode that was chosen.
    pub contact_mode: Option<ContactMode>,
}

/// Lists the results, the best first, and hides the list if there are none.
pub fn show_results(rows: &[ResultRow]) {
    let found = document().and_then(|document| document.query_selector("[data-found]").ok()?);
    let list = found
        .as_ref()
        .and_then(|found| found.query_selector("ul").ok()?);
    if let (Some(found), Some(list)) = (found, list) {
        list.set_text_content(None);
        for row in rows {
            show_row(&list, row);
        }
        let is_empty = rows.is_empty();
        found.toggle_attribute_with_force("hidden", is_empty).ok();
    }
}

/// Appends a result: a link to its card, why it matches, whether it is open, and its first contact. The rest is on the
/// card.
fn show_row(list: &Element, row: &ResultRow) -> Option<()> {
    let card = card(row.service)?;
    let name = texts(&card, ".service__name");
    let name = name.trim();
    let place = row.service.to_string();
    let item = append(list, "li", "result", "")?;
    let link = append(&item, "button", "result__name", name)?;
    link.set_attribute("type", "button").ok();
    link.set_attribute("data-card", &place).ok();
    if !row.reason.is_empty() {
        append(&item, "p", "result__why", &row.reason);
    }
    if let Some(status) = &row.status {
        let status = append(&item, "p", "now", status)?;
        status.set_attribute("data-open-status", &place).ok();
    }
    let contact = contact(&card, row.contact_mode)?;
    item.append_child(&contact).ok();
    // The result shows the name already: a label that only repeats it is for screen readers.
    for label in elements(&item, ".call__label") {
        if label.text_content().as_deref() == Some(name) {
            label.set_class_name("visually-hidden");
        }
    }
    Some(())
}

fn append(parent: &Element, tag: &str, class: &str, text: &str) -> Option<Element> {
    let child = document()?.create_element(tag).ok()?;
    child.set_class_name(class);
    child.set_text_content(Some(text));
    parent.append_child(&child).ok();
    Some(child)
}

/// Copies a card's first contact; if a contact mode was chosen, the first one for it.
fn contact(card: &Element, mode: Option<ContactMode>) -> Option<Node> {
    let preferred = match mode {
        None => ":first-child",
        Some(ContactMode::Aloud | ContactMode::Language) => ".call:not(.call--secondary)",
        Some(ContactMode::Text) => "[href^=\"sms:\"]",
        Some(ContactMode::Typing | ContactMode::Sign | ContactMode::Later) => {
            ":not(.call), .call--secondary"
        }
    };
    let contact = [preferred, ":first-child"].into_iter().find_map(|kind| {
        let selector = format!(".service__contacts > :is({kind})");
        card.query_selector(&selector).ok().flatten()
    });
    contact?.clone_node_with_deep(true).ok()
}

/// Sets the opening status of a service on each of its lines in the page. An empty `line` restores the usual
/// hours of a key service.
pub fn set_open_status(place: usize, line: &str) {
    let in_card = card(place).and_then(|card| card.query_selector(".now").ok().flatten());
    let key_services = select_all("[data-open-status]")
        .into_iter()
        .map(Element::from);
    let place = place.to_string();
    let key_services =
        key_services.filter(|line| line.get_attribute("data-open-status").as_ref() == Some(&place));
    for element in in_card.into_iter().chain(key_services) {
        let status = if line.is_empty() {
            element.get_attribute("data-usual").unwrap_or_default()
        } else {
            line.to_owned()
        };
        if element.text_content().as_deref() != Some(status.as_str()) {
            element.set_text_content(Some(&status));
        }
    }
}

/// Scrolls to a card and focuses its name.
pub(super) fn open_card(place: usize) {
    let name = card(place).and_then(|card| card.query_selector(".service__name").ok().flatten());
    let Some(name) = name.and_then(|name| name.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    name.set_attribute("tabindex", "-1").ok();
    name.focus().ok();
    name.scroll_into_view();
    // Cards that come near the viewport get their real height only in the next frame (`content-visibility`).
    after_next_paint(move || name.scroll_into_view());
}

/// Focuses the search field after a reset.
pub fn focus_search() {
    focus_when_visible(".finder input");
}

/// Focuses a question and scrolls to it; after the last one, the results.
pub fn focus_question(question: usize) {
    if question < 3 {
        focus_when_visible(&format!("[data-question=\"{question}\"] legend"));
    } else {
        // Without answers there are no results: the summary of the questions takes the focus.
        focus_when_visible(
            "[data-to-read]:not([hidden]) h3, .finder:has(+ [data-found][hidden]) .finder__summary, [data-found]:not([hidden]) h3",
        );
    }
}

/// Focuses the name in a row of the results, counted from 0.
pub fn focus_result(row: usize) {
    focus_when_visible(&format!(
        "[data-found] li:nth-child({}) .result__name",
        row + 1
    ));
}

/// Focuses the first element that matches, once the page has changed.
fn focus_when_visible(selector: &str) {
    retry_focus(selector.to_owned(), 5);
}

/// Retries up to `tries` times, because an element that is not rendered yet cannot take the focus. Waits for the
/// paint each time: otherwise focusing would force a synchronous layout in this task.
fn retry_focus(selector: String, tries: u32) {
    after_next_paint(move || {
        let Some(document) = document() else { return };
        let found = document.query_selector(&selector).ok().flatten();
        if let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
            element.focus().ok();
            element.scroll_into_view();
            if tries > 0 && document.active_element().as_ref() != Some(element.as_ref()) {
                retry_focus(selector, tries - 1);
            }
        }
    });
}

/// Finds a card by its id, which needs no search of the page: a list of results looks up every card.
fn card(place: usize) -> Option<Element> {
    document()?.get_element_by_id(&format!("s{place}"))
}

/// Calls `act` whenever the page becomes visible again.
pub fn on_return(act: impl Fn() + 'static) {
    let Some(document) = document() else { return };
    let shown = document.clone();
    listen(&document, "visibilitychange", move |_| {
        if !shown.hidden() {
            act();
        }
    });
}
