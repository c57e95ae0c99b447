//! The browser.

pub mod clock;
pub mod preferences;
pub mod services;
pub mod views;

use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event};

/// The document, which a page always has.
fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The `html` element, whose `data-` attributes the style sheet listens to.
fn root() -> Option<Element> {
    document()?.document_element()
}

/// Listens for as long as the page lives, on the way down, since `toggle` does not come back up.
fn listen(target: &web_sys::EventTarget, kind: &str, heard: impl Fn(&Event) + 'static) {
    let closure = Closure::<dyn Fn(Event)>::new(move |event: Event| heard(&event));
    let options = web_sys::AddEventListenerOptions::new();
    options.set_capture(true);
    let callback = closure.as_ref().unchecked_ref();
    target
        .add_event_listener_with_callback_and_add_event_listener_options(kind, callback, &options)
        .ok();
    closure.forget();
}
