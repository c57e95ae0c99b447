//! Moving the focus.

use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use super::document;
use super::scheduler::set_timeout;

/// Focuses the first element that matches, once what is being rendered is in the page, and scrolls to it.
pub fn focus_next(selector: &'static str) {
    set_timeout(0.0, move || {
        let element = document().and_then(|document| document.query_selector(selector).ok()?);
        if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            element.focus().ok();
        }
    });
}
