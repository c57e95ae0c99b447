//! Moving the focus.

use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::document;
use super::scheduler::set_timeout;

/// Focuses the first element that matches, once what is being rendered is in the page, and scrolls to it. An element that
/// has the focus already gets it anew, so that a changed heading is read.
pub fn focus_next(selector: impl Into<String>) {
    let selector = selector.into();
    set_timeout(0.0, move || {
        let Some(element) = find(&selector) else {
            return;
        };
        element.blur().ok();
        element.focus().ok();
        let nearest = ScrollIntoViewOptions::new();
        nearest.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&nearest);
    });
}

/// Whether an element matches.
#[must_use]
pub fn exists(selector: &str) -> bool {
    find(selector).is_some()
}

fn find(selector: &str) -> Option<HtmlElement> {
    let element = document()?.query_selector(selector).ok().flatten()?;
    element.dyn_into().ok()
}
