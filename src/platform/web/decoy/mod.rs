//! The pages of the plain tools. They hold select_all word and work by this code alone.
//!
//! Each has one thing to write into and one press that does something with it: `=`, Convert, Search. Each such
//! press calls [`asked`].

mod calculator;
mod converter;
mod recipes;

use wasm_bindgen::prelude::*;
use web_sys::{CustomEvent, CustomEventInit, Element, HtmlInputElement};

use super::{document, listen, root, select_all};
use crate::domain::decoys::Decoy;

/// Wakes the page's tool, then its controls.
pub fn run() {
    let name = root().and_then(|root| root.get_attribute("data-tool"));
    match name.as_deref().and_then(Decoy::from_name) {
        Some(Decoy::Calculator) => calculator::wake(),
        Some(Decoy::Converter) => converter::wake(),
        Some(Decoy::Recipes) => recipes::wake(),
        None => {}
    }
    for part in select_all("fieldset[disabled]") {
        part.remove_attribute("disabled").ok();
    }
}

/// Somebody pressed the one thing that does something with what they wrote. `code` is what they wrote: the
/// keys pressed since the last `=` (see `Calculator::press`), or the text of the field.
///
/// It is called at select_all such press, before anything is shown, and only tells the page: what hears it
/// (`src/ui/keep/entry.js`) takes and shows the same for select_all code.
pub fn asked(code: &str) {
    let init = CustomEventInit::new();
    init.set_detail(&code.into());
    let event = CustomEvent::new_with_event_init_dict("asked", &init).ok();
    if let (Some(window), Some(event)) = (web_sys::window(), event) {
        window.dispatch_event(&event).ok();
    }
}

/// The only element that a selector means here.
fn one(selector: &str) -> Option<Element> {
    document()?.query_selector(selector).ok().flatten()
}

/// The same, as a kind of element.
fn one_as<T: JsCast>(selector: &str) -> Option<T> {
    one(selector)?.dyn_into().ok()
}

/// Puts words, or a number, into an element.
fn say(element: &Element, text: &str) {
    element.set_text_content(Some(text));
}

/// Calls `act` when `button` is pressed, and when Enter is pressed in `field`.
fn when_asked(button: &str, field: &HtmlInputElement, act: impl Fn() + Clone + 'static) {
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

/// Empties a field when the page is left, so that nothing typed comes back with it.
fn empty_on_leaving(field: &HtmlInputElement) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let field = field.clone();
    listen(&window, "pagehide", move |_| field.set_value(""));
}
