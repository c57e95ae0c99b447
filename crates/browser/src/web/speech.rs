//! Reading aloud with the Web Speech API, by local voices only: a remote voice would send the text to a server.
//!
//! The list of voices is requested only on a press: some browsers show a notice when there is none. The exit
//! and the cover stop the speech without this module (`scripts/cover/cover.js`); they check `data-reading`.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;
use web_sys::{
    Element, HtmlElement, Node, SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice,
};

use super::scheduler::{run_in_batches, set_timeout};
use super::{card_actions, listen, root, select_all};

/// Timeout for the browser's list of voices, in milliseconds.
const VOICES_TIMEOUT_MS: f64 = 1500.0;
/// Attribute of the root while speech is running.
const READING_ATTRIBUTE: &str = "data-reading";

thread_local! {
    /// The button whose guide is read, or about to be, and its idle label.
    static READING: RefCell<Option<(Element, String)>> = const { RefCell::new(None) };
}

/// Labels of a read-aloud button while it reads, and where no voice is available.
#[derive(Debug, Clone)]
pub struct SpeechLabels {
    /// Label that stops reading aloud.
    pub stop: String,
    /// Message that the device has no voice.
    pub none: String,
}

fn speech() -> Option<SpeechSynthesis> {
    web_sys::window()?.speech_synthesis().ok()
}

/// Finds a local voice for the page's language.
fn voice(speech: &SpeechSynthesis) -> Option<SpeechSynthesisVoice> {
    let language = root()?.get_attribute("lang")?;
    let language = language.split('-').next()?;
    let voices = speech.get_voices();
    let mut voices = (0..voices.length())
        .map(|index| voices.get(index).unchecked_into::<SpeechSynthesisVoice>());
    voices.find(|voice| voice.local_service() && voice.lang().starts_with(language))
}

/// Enables the read-aloud buttons where the browser supports speech synthesis.
pub(super) fn enable_buttons() {
    let knows = web_sys::window().is_some_and(|window| {
        js_sys::Reflect::has(&window, &"speechSynthesis".into()).unwrap_or(false)
    });
    let buttons = select_all("[data-read]");
    let count = buttons.len();
    let act = move |place: usize| {
        let Some(button) = buttons.get(place) else {
            return;
        };
        if knows {
            card_actions::name_action(button);
            button.remove_attribute("disabled").ok();
        } else {
            // Keeps its space, so that the layout does not shift.
            button.set_attribute("data-none", "").ok();
        }
    };
    run_in_batches(count, act, || ());
}

/// Reads the button's guide aloud, or stops if that guide is being read.
pub(super) fn toggle(button: &Element, words: &SpeechLabels) {
    let is_read = is_reading(button);
    stop();
    if is_read {
        return;
    }
    let label_text = label(button).text_content().unwrap_or_default();
    label(button).set_text_content(Some(&words.stop));
    READING.set(Some((button.clone(), label_text)));
    if speak(button).is_some() {
        return;
    }
    // Browsers load their voices asynchronously.
    let Some(speech) = speech() else { return };
    let waiting = button.clone();
    listen(&speech, "voiceschanged", move |_| {
        if is_reading(&waiting) && !is_speaking() {
            speak(&waiting);
        }
    });
    let (waiting, none) = (button.clone(), words.none.clone());
    set_timeout(VOICES_TIMEOUT_MS, move || {
        if is_reading(&waiting) && !is_speaking() {
            READING.set(None);
            label(&waiting).set_text_content(Some(&none));
        }
    });
}

/// Returns the visible label of a button; the visually hidden title of its guide follows it.
fn label(button: &Element) -> Node {
    button
        .first_child()
        .unwrap_or_else(|| button.clone().into())
}

fn is_reading(button: &Element) -> bool {
    READING.with_borrow(|reading| reading.as_ref().is_some_and(|(other, _)| other == button))
}

fn is_speaking() -> bool {
    root().is_some_and(|root| root.has_attribute(READING_ATTRIBUTE))
}

/// Stops the speech and restores the button's label.
pub(super) fn stop() {
    let Some((button, words)) = READING.take() else {
        return;
    };
    label(&button).set_text_content(Some(&words));
    if is_speaking()
        && let (Some(root), Some(speech)) = (root(), speech())
    {
        root.remove_attribute(READING_ATTRIBUTE).ok();
        speech.cancel();
    }
}

/// Starts the speech. `None` if there is no voice.
fn speak(button: &Element) -> Option<()> {
    let speech = speech()?;
    let voice = voice(&speech)?;
    let guide = button.closest("[data-guide]").ok()??;
    root()?.set_attribute(READING_ATTRIBUTE, "").ok();
    // One utterance per line: some voices stop in the middle of a long text.
    let mut last = None;
    for line in lines(&guide) {
        let utterance = SpeechSynthesisUtterance::new_with_text(&line).ok()?;
        utterance.set_voice(Some(&voice));
        utterance.set_lang(&voice.lang());
        speech.speak(&utterance);
        last = Some(utterance);
    }
    // It ends by itself, or the exit or the cover cancels it.
    for kind in ["end", "error"] {
        listen(last.as_ref()?, kind, |_| stop());
    }
    Some(())
}

/// Returns the visible lines of a guide, without its buttons and sources.
fn lines(guide: &Element) -> Vec<String> {
    const READ: &str = "h3, h4, h5, p:not(.checked), li, dt, dd, figcaption, .term__summary";
    let mut lines = Vec::new();
    let Ok(parts) = guide.query_selector_all(READ) else {
        return lines;
    };
    for index in 0..parts.length() {
        let part = parts
            .get(index)
            .and_then(|part| part.dyn_into::<HtmlElement>().ok());
        // An element that is not rendered has no client rects.
        if let Some(part) = part.filter(|part| part.get_client_rects().length() > 0) {
            lines.push(part.inner_text());
        }
    }
    lines
}
