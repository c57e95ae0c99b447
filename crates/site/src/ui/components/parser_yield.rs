//! Pauses in parsing, so that input is not blocked.

use leptos::prelude::*;

/// The text of a script without effect.
pub const PARSER_YIELD: &str = "0";

/// A script without effect. After one, Chromium's parser returns to the event loop within 10 ms; without, it goes on for
/// up to 500 (`HTMLDocumentParser`).
///
/// With 200 services, at the speed of `tests/journeys/main_thread.rs`, the longest task of parsing took 164 to 471 ms
/// without and 81 with them. No selector may depend on what is beside one, and none may be among the guides of a view:
/// there it changes what Chromium anchors scrolling to.
#[component]
pub fn ParserYield() -> impl IntoView {
    view! { <script inner_html=PARSER_YIELD></script> }
}
