//! The interface to `scripts/loader/write.js`.

use diary::text::ScreensText;
use diary_ui::Screens;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// Mounts the screens in `element`, once. `words` is the JSON of `diary::text::ScreensText`.
///
/// # Errors
///
/// A `JsError` if `words` is not that.
#[wasm_bindgen]
pub fn start(element: HtmlElement, words: &str) -> Result<(), JsError> {
    let words: ScreensText = serde_json::from_str(words)?;
    let words: &'static ScreensText = Box::leak(Box::new(words));
    leptos::mount::mount_to(element, move || view! { <Screens words /> }).forget();
    Ok(())
}
