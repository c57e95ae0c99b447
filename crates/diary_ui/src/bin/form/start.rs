//! The interface to `scripts/loader/write.js`.

use browser::vault::{Client, Vault};
use diary::text::ScreensText;
use diary_ui::Screens;
use domain::props::Props as _;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// Mounts the screens in `element`, once. `words` is `diary::text::ScreensText` as props, `client` the worker's
/// (`scripts/vault/client.js`).
///
/// # Errors
///
/// A `JsError` if `words` is not that.
#[wasm_bindgen]
pub fn start(element: HtmlElement, words: &str, client: Client) -> Result<(), JsError> {
    let words = ScreensText::from_lines(words).ok_or_else(|| JsError::new("words"))?;
    let words: &'static ScreensText = Box::leak(Box::new(words));
    let vault = Vault::new(client);
    leptos::mount::mount_to(element, move || view! { <Screens words vault /> }).forget();
    Ok(())
}
