//! The decoys in the browser. Their pages contain all of their text and need only this code to work.
//!
//! Each has one input and one action that evaluates it: `=`, Convert, Search. Each such action calls [`submit`].

use wasm_bindgen::prelude::*;
use web_sys::{CustomEvent, CustomEventInit, Element, HtmlInputElement};

use browser::{document, listen, root, select_all};
use decoys::Decoy;

/// Starts the page's decoy, then enables its controls.
pub(crate) fn run() {
    let name = root().and_then(|root| root.get_attribute("data-tool"));
    match name.as_deref().and_then(Decoy::from_name) {
        Some(Decoy::Calculator) => crate::calculator::wake(),
        Some(Decoy::Converter) => crate::converter::wake(),
        Some(Decoy::Recipes) => crate::recipes::wake(),
        None => {}
    }
    for part in select_all("fieldset[disabled]") {
        part.remove_attribute("disabled").ok();
    }
}

/// Dispatches the submitted input as an event. `code` is the keys pressed since the last `=` (see
/// `Calculator::press`), or the text of the field.
///
/// It runs on every submit, before any output, and only notifies the page: its listener
/// (`scripts/offline/entry.js`) takes the same time and shows the same for every code.
pub(crate) fn submit(code: &str) {
    let init = CustomEventInit::new();
    init.set_detail(&code.into());
    let event = CustomEvent::new_with_event_init_dict("x-page:submit", &init).ok();
    if let (Some(window), Some(event)) = (web_sys::window(), event) {
        window.dispatch_event(&event).ok();
    }
}

/// Finds the first element that matches.
pub(crate) fn one(selector: &str) -> Option<Element> {
    document()?.query_selector(selector).ok().flatten()
}

/// Finds the first element that matches, as a type of element. `None` if it has another type.
pub(crate) fn one_as<T: JsCast>(selector: &str) -> Option<T> {
    one(selector)?.dyn_into().ok()
}

/// Sets the text of an element.
pub(crate) fn set_text(element: &Element, text: &str) {
    element.set_text_content(Some(text));
}

/// Calls `act` on a click on `button` and on Enter in `field`.
pub(crate) fn on_submit(button: &str, field: &HtmlInputElement, act: impl Fn() + Clone + 'static) {
    if let Some(button) = one(button) {
        let act = act.clone();
        listen(&button, "click", move |_| act());
    }
    listen(field, "keydown", move |event| {
        let enter = event
            .dyn_ref::<web_sys::KeyboardEvent>()
            .is_some_and(|event| event.key() == "Enter" && !event.is_composing());
        if enter {
            event.prevent_default();
            act();
        }
    });
}

/// Clears a field when the page is left, so that the browser does not restore it.
pub(crate) fn empty_on_leaving(field: &HtmlInputElement) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let field = field.clone();
    listen(&window, "pagehide", move |_| field.set_value(""));
}

/// Calls `act` when the page is hidden.
pub(crate) fn on_hidden(act: impl Fn() + 'static) {
    let Some(document) = document() else {
        return;
    };
    let shown = document.clone();
    listen(&document, "visibilitychange", move |_| {
        if shown.hidden() {
            act();
        }
    });
}
