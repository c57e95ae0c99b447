//! Reading aloud, by voices that are on the device. Any other voice would send the words to somebody.
//!
//! The browser is asked for its voices only when somebody wants to hear something: some browsers put a notice
//! on the screen when there is none. The exit and the cover end the reading without this (`src/ui/cover/cover.js`);
//! they go by `data-reading`.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;
use web_sys::{
    Element, HtmlElement, Node, SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice,
};

use super::scheduler::{run_in_batches, set_timeout};
use super::{card_actions, listen, root, select_all};

/// How long a browser may take to find its voices, in milliseconds.
const VOICES_TIMEOUT_MS: f64 = 1500.0;
/// On the root while something is read.
const READING_ATTRIBUTE: &str = "data-reading";

thread_local! {
    /// The button of what is being read, or about to be, and what it says when nothing is.
    static READING: RefCell<Option<(Element, String)>> = const { RefCell::new(None) };
}

/// What the button says meanwhile, and where there is no voice.
#[derive(Debug, Clone)]
pub struct SpeechLabels {
    /// Ends the reading aloud.
    pub stop: String,
    /// There is no voice on the device.
    pub none: String,
}

fn speech() -> Option<SpeechSynthesis> {
    web_sys::window()?.speech_synthesis().ok()
}

/// A voice of the device for the page's language.
fn voice(speech: &SpeechSynthesis) -> Option<SpeechSynthesisVoice> {
    let language = root()?.get_attribute("lang")?;
    let language = language.split('-').next()?;
    let voices = speech.get_voices();
    let mut voices = (0..voices.length())
        .map(|index| voices.get(index).unchecked_into::<SpeechSynthesisVoice>());
    voices.find(|voice| voice.local_service() && voice.lang().starts_with(language))
}

/// Wakes the buttons where the browser knows of voices at all.
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
            // It keeps its room, so that nothing moves.
            button.set_attribute("data-none", "").ok();
        }
    };
    run_in_batches(count, act, || ());
}

/// Reads the guide in which a button stands, or ends that.
pub(super) fn toggle(button: &Element, words: &SpeechLabels) {
    let is_read = is_reading(button);
    stop();
    if is_read {
        return;
    }
    let said = label(button).text_content().unwrap_or_default();
    label(button).set_text_content(Some(&words.stop));
    READING.set(Some((button.clone(), said)));
    if speak(button).is_some() {
        return;
    }
    // Browsers find their voices late.
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

/// The words of a button that everyone sees. After them it names its guide for a screen reader.
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

/// Ends the reading.
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

/// Begins to read, if there is a voice.
fn speak(button: &Element) -> Option<()> {
    let speech = speech()?;
    let voice = voice(&speech)?;
    let guide = button.closest("[data-guide]").ok()??;
    root()?.set_attribute(READING_ATTRIBUTE, "").ok();
    // Line by line: some voices give up on long texts.
    let mut last = None;
    for line in lines(&guide) {
        let utterance = SpeechSynthesisUtterance::new_with_text(&line).ok()?;
        utterance.set_voice(Some(&voice));
        utterance.set_lang(&voice.lang());
        speech.speak(&utterance);
        last = Some(utterance);
    }
    // It ends by itself, or somebody ended it: the exit, the cover.
    for kind in ["end", "error"] {
        listen(last.as_ref()?, kind, |_| stop());
    }
    Some(())
}

/// What is shown of a guide, line by line, without its buttons and its sources.
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
        // What is not shown has no place on the screen.
        if let Some(part) = part.filter(|part| part.get_client_rects().length() > 0) {
            lines.push(part.inner_text());
        }
    }
    lines
}
