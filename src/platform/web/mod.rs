//! The browser.

pub mod preferences;
pub mod views;

use web_sys::{Document, Element};

/// The document, which a page always has.
fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The `html` element, whose `data-` attributes the style sheet listens to.
fn root() -> Option<Element> {
    document()?.document_element()
}
