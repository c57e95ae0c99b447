//! Browser bindings, and DOM helpers that they share.

pub mod card_actions;
pub mod clock;
pub mod focus;
pub mod guides;
pub mod idle;
pub mod leaving;
pub mod preferences;
pub mod random;
pub mod scheduler;
pub mod services;
mod speech;
mod storage_report;
pub mod vault;
pub mod views;

use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event};

/// Returns the document, which a page always has.
pub fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Returns the `html` element, whose `data-` attributes the style sheet selects.
pub fn root() -> Option<Element> {
    document()?.document_element()
}

/// Adds an event listener for the lifetime of the page, in the capture phase, because `toggle` does not bubble.
pub fn listen(target: &web_sys::EventTarget, kind: &str, handler: impl Fn(&Event) + 'static) {
    let closure = Closure::<dyn Fn(Event)>::new(move |event: Event| handler(&event));
    let options = web_sys::AddEventListenerOptions::new();
    options.set_capture(true);
    let callback = closure.as_ref().unchecked_ref();
    target
        .add_event_listener_with_callback_and_add_event_listener_options(kind, callback, &options)
        .ok();
    closure.forget();
}

/// Concatenates the text of the descendants that match `selector`, one per line.
fn texts(whole: &Element, selector: &str) -> String {
    let mut all = String::new();
    if let Ok(parts) = whole.query_selector_all(selector) {
        for index in 0..parts.length() {
            let text = parts.get(index).and_then(|part| part.text_content());
            all.push_str(&text.unwrap_or_default());
            all.push('\n');
        }
    }
    all
}

/// Finds the element whose attribute has this number.
fn by_index(attribute: &str, number: usize) -> Option<Element> {
    let selector = format!("[{attribute}=\"{number}\"]");
    document()?.query_selector(&selector).ok().flatten()
}

/// Finds every HTML element in the page that matches `selector`.
pub fn select_all(selector: &str) -> Vec<web_sys::HtmlElement> {
    let all = root().map(|root| elements(&root, selector));
    let all = all.unwrap_or_default().into_iter();
    all.filter_map(|element| element.dyn_into().ok()).collect()
}

/// Finds every descendant of `within` that matches `selector`.
fn elements(within: &Element, selector: &str) -> Vec<Element> {
    let Ok(list) = within.query_selector_all(selector) else {
        return Vec::new();
    };
    (0..list.length())
        .filter_map(|index| list.get(index)?.dyn_into().ok())
        .collect()
}
