//! Actions on cards and guides: open a card from the results, copy a number, show a service in large text, print one section, read it aloud.

use wasm_bindgen::prelude::*;
use web_sys::Element;

use super::scheduler::run_in_batches;
pub use super::speech::SpeechLabels;
use super::{document, listen, root, select_all, services, speech, storage_report};

/// Selector for the title of a service card, a collapsed guide or an open guide.
const TITLE: &str = ".service__name, .block__title, .guide__title";

/// Status messages of the card buttons.
#[derive(Debug, Clone)]
pub struct ActionLabels {
    /// The number was copied to the clipboard.
    pub copied: String,
    /// The browser refused access to the clipboard.
    pub not_copied: String,
    /// Labels of the read-aloud buttons.
    pub speech: SpeechLabels,
}

/// Shows a card large, or as before. The button stays under the finger although the card grows above it.
fn toggle_large(card: &Element, button: &Element) {
    let top = button.get_bounding_client_rect().top();
    let large = card.toggle_attribute("data-large").unwrap_or_default();
    let pressed = if large { "true" } else { "false" };
    button.set_attribute("aria-pressed", pressed).ok();
    let moved = button.get_bounding_client_rect().top() - top;
    if let Some(window) = web_sys::window() {
        window.scroll_by_with_x_and_y(0.0, moved);
    }
}

/// Binds the event listeners of all action buttons and enables the buttons.
pub fn bind_actions(labels: ActionLabels) {
    let Some(document) = document() else { return };
    listen(&document, "click", move |event| {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let Some(button) = target.and_then(|target| target.closest("button").ok().flatten()) else {
            return;
        };
        if button.has_attribute("data-print") {
            print(&button);
        } else if button.has_attribute("data-read") {
            speech::toggle(&button, &labels.speech);
        } else if button.has_attribute("data-look") {
            storage_report::render(&button);
        } else if button.has_attribute("data-keep")
            && let Some(window) = web_sys::window()
            && root().is_some_and(|root| !root.has_attribute("data-kept"))
        {
            // Replaces this page, so that both share one history entry. In the offline copy see
            // `scripts/offline/kept.js`.
            window.location().replace("more.html").ok();
        }
        let result = button.get_attribute("data-card");
        if let Some(place) = result.and_then(|place| place.parse().ok()) {
            services::open_card(place);
        }
        let Ok(Some(card)) = button.closest(".service") else {
            return;
        };
        if button.has_attribute("data-copy") {
            let number = card.query_selector(".call__number").ok().flatten();
            let number = number.and_then(|number| number.text_content());
            copy(&number.unwrap_or_default(), &button, &labels);
        } else if button.has_attribute("data-large") {
            toggle_large(&card, &button);
        }
    });
    if let (Some(window), Some(root)) = (web_sys::window(), root()) {
        listen(&window, "afterprint", move |_| {
            root.remove_attribute("data-printing").ok();
            for printed in select_all("[data-printed]") {
                printed.remove_attribute("data-printed").ok();
            }
        });
    }
    let buttons =
        select_all(".more__tools button, [data-print], [data-look], [data-keep], [data-write]");
    run_in_batches(
        buttons.len(),
        move |place| {
            if let Some(button) = buttons.get(place) {
                name_action(button);
                button.remove_attribute("disabled").ok();
            }
        },
        speech::enable_buttons,
    );
}

/// Appends the service's or guide's title to a button as visually hidden text: otherwise every button has the same
/// accessible name. The prerendered page leaves this out, because the button needs the app in any case.
pub(super) fn name_action(button: &Element) {
    let named = button.closest(".service, [data-guide]").ok().flatten();
    let title = named.and_then(|named| named.query_selector(TITLE).ok().flatten());
    let (Some(title), Some(document)) = (title, document()) else {
        return;
    };
    if let Ok(span) = document.create_element("span") {
        span.set_class_name("visually-hidden");
        let title = title.text_content().unwrap_or_default();
        span.set_text_content(Some(&format!(": {}", title.trim())));
        button.append_child(&span).ok();
    }
}

/// Prints only the section that contains the button. `print()` does not block in every browser, so the print
/// attributes are removed on `afterprint`.
fn print(button: &Element) {
    let (Some(window), Some(root)) = (web_sys::window(), root()) else {
        return;
    };
    let Ok(Some(part)) = button.closest("[data-printable], [data-guide]") else {
        return;
    };
    part.set_attribute("data-printed", "").ok();
    root.set_attribute("data-printing", "").ok();
    window.print().ok();
}

/// Copies a number to the clipboard and announces success or failure.
fn copy(number: &str, button: &Element, labels: &ActionLabels) {
    let say = |line: &str| {
        let (button, line) = (button.clone(), line.to_owned());
        Closure::once(move |_: JsValue| {
            let tools = button.parent_element();
            if let Some(status) =
                tools.and_then(|tools| tools.query_selector(".more__status").ok().flatten())
            {
                status.set_text_content(Some(&line));
            }
        })
    };
    let (copied, refused) = (say(&labels.copied), say(&labels.not_copied));
    // Outside a secure context `navigator.clipboard` is undefined, although the binding's type says otherwise.
    let clipboard = web_sys::window().map(|window| window.navigator().clipboard());
    let written = match clipboard.filter(|clipboard| !clipboard.is_undefined()) {
        Some(clipboard) => clipboard.write_text(number),
        None => js_sys::Promise::reject(&JsValue::NULL),
    };
    written.then2(&copied, &refused).unchecked_into::<JsValue>();
    copied.forget();
    refused.forget();
}
