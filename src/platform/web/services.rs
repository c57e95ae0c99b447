//! The list of services in the page: extracting text for the index, showing results, opening status and focus.
//!
//! The cards are prerendered. Showing results moves them and never changes their text.

use std::cell::{Cell, RefCell};

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

use super::scheduler::{after_next_paint, is_fast_frame, set_timeout};
use super::{document, lazy_layout, listen, texts};

/// How many cards at the top of a list are in the viewport, or near enough to it that the browser lays them out.
const FIRST_SCREEN_CARDS: usize = 6;
/// How many cards move per frame on a fast phone; on a slow one it is one.
const FAST_BATCH_SIZE: usize = 4;

/// Delay between leaving the page and the reset of the list, in milliseconds.
const RESET_DELAY_MS: f64 = 500.0;

/// A card and the section in which it was prerendered.
struct OriginalPosition {
    card: Element,
    section: Element,
}

thread_local! {
    /// Cache of every card by its index in the list; filled on first use.
    static POSITIONS: RefCell<Vec<Option<OriginalPosition>>> = const { RefCell::new(Vec::new()) };
    /// Generation of the latest call of [`show_results`]; work of older generations stops.
    static GENERATION: Cell<u32> = const { Cell::new(0) };
    /// Whether cards are still moving.
    static MOVING: Cell<bool> = const { Cell::new(false) };
}

/// Extracts the indexed text of a card: its name, then its eligibility and numbers. The rest of the card (what
/// the service is not, its sources, the traces of a call) is not indexed: matches there would mislead.
#[must_use]
pub fn words(place: usize) -> Option<(String, String)> {
    with_position(place, |position| {
        let name = texts(&position.card, ".service__name");
        (name, texts(&position.card, ".service__for, bdi"))
    })
}

/// Sets the opening status of a service on each of its lines in the page. An empty `line` restores the usual
/// hours of a key service.
pub fn set_open_status(place: usize, line: &str) {
    let Some(lines) = document().and_then(|document| {
        document
            .query_selector_all(&format!(
                "[data-now=\"{place}\"], [data-service=\"{place}\"] .now"
            ))
            .ok()
    }) else {
        return;
    };
    for index in 0..lines.length() {
        let Some(element) = lines
            .get(index)
            .and_then(|it| it.dyn_into::<Element>().ok())
        else {
            continue;
        };
        let said = if line.is_empty() {
            element.get_attribute("data-usual").unwrap_or_default()
        } else {
            line.to_owned()
        };
        if element.text_content().as_deref() != Some(said.as_str()) {
            element.set_text_content(Some(&said));
        }
    }
}

/// Moves these services to the results, in this order, each with its reason, and every other one back to its
/// original position. The input is painted first; then the cards move frame by frame, the best first.
pub fn show_results(order: Vec<(usize, String)>) {
    let generation = GENERATION.get().wrapping_add(1);
    GENERATION.set(generation);
    MOVING.set(true);
    after_next_paint(move |_| {
        if order.is_empty() {
            clear_results(generation);
        } else {
            move_batch(generation, order, 0, 1);
        }
    });
}

/// Whether cards are still moving.
pub(super) fn are_moving() -> bool {
    MOVING.get()
}

/// Hides the results. The cards that then scroll into the viewport are laid out first, one per frame; on a hidden
/// page that is not needed.
fn clear_results(generation: u32) {
    let Some(found) = results_container().filter(|_| GENERATION.get() == generation) else {
        return;
    };
    let is_seen = !found.has_attribute("hidden") && !is_hidden();
    if is_seen && lay_out_next_original() {
        after_next_paint(move |_| clear_results(generation));
    } else {
        found.set_attribute("hidden", "").ok();
        restore(generation, 0, 1);
    }
}

/// Lays out the next card of the original list's first screen and returns whether there was one.
fn lay_out_next_original() -> bool {
    POSITIONS.with_borrow(|positions| {
        let at_home = positions
            .iter()
            .flatten()
            .filter(|position| position.card.parent_element().as_ref() == Some(&position.section));
        at_home
            .take(FIRST_SCREEN_CARDS)
            .any(|position| lazy_layout::lay_out_now(&position.card))
    })
}

/// Moves the next `count` cards into the results and schedules the next batch.
fn move_batch(generation: u32, order: Vec<(usize, String)>, from: usize, count: usize) {
    let Some(found) = results_container().filter(|_| GENERATION.get() == generation) else {
        return;
    };
    found.remove_attribute("hidden").ok();
    let to = order.len().min(from.saturating_add(count));
    for (index, (place, reason)) in order.iter().enumerate().take(to).skip(from) {
        with_position(*place, |position| {
            set_match_reason(&position.card, reason);
            // The heading is the first child.
            let before = u32::try_from(index + 1)
                .ok()
                .and_then(|index| found.children().item(index));
            if before.as_ref() != Some(&position.card) {
                prepare_layout(&position.card, index);
                found.insert_before(&position.card, before.as_deref()).ok();
                hide_if_empty(&position.section);
            }
        });
    }
    after_next_paint(move |took| {
        if to < order.len() {
            move_batch(generation, order, to, next_batch_size(took));
        } else {
            restore(generation, order.len(), next_batch_size(took));
        }
    });
}

/// Forces the layout of a card that moves into the viewport and defers that of the others.
fn prepare_layout(card: &Element, index: usize) {
    if index < FIRST_SCREEN_CARDS {
        lazy_layout::lay_out_now(card);
    } else {
        lazy_layout::lay_out_later(card);
    }
}

/// Returns how many cards move next: all of them on a hidden page, where nothing is painted.
fn next_batch_size(took: Option<f64>) -> usize {
    if is_hidden() {
        usize::MAX
    } else if is_fast_frame(took) {
        FAST_BATCH_SIZE
    } else {
        1
    }
}

fn is_hidden() -> bool {
    document().is_none_or(|document| document.hidden())
}

/// Restores the cards behind the first `kept` results to their original positions.
fn restore(generation: u32, kept: usize, count: usize) {
    let Some(found) = results_container().filter(|_| GENERATION.get() == generation) else {
        return;
    };
    for _ in 0..count {
        let card = u32::try_from(kept + 1)
            .ok()
            .and_then(|index| found.children().item(index));
        let Some((card, place)) = card.and_then(|card| Some((card.clone(), index_of(&card)?)))
        else {
            MOVING.set(false);
            return;
        };
        set_match_reason(&card, "");
        prepare_layout(&card, place);
        with_position(place, |position| {
            let next = POSITIONS.with_borrow(|positions| {
                let mut later_ones = positions.iter().skip(place + 1).flatten();
                later_ones
                    .find(|other| other.card.parent_element().as_ref() == Some(&position.section))
                    .map(|other| other.card.clone())
            });
            position.section.insert_before(&card, next.as_deref()).ok();
            hide_if_empty(&position.section);
        });
    }
    after_next_paint(move |took| restore(generation, kept, next_batch_size(took)));
}

/// Focuses the search field after a reset.
pub fn focus_search() {
    focus_when_visible(".finder input");
}

/// Focuses a question and scrolls to it; after the last one, the results.
pub fn focus_question(question: usize) {
    if question < 3 {
        focus_when_visible(&format!("[data-question=\"{question}\"] legend"));
    } else {
        // Without answers there are no results: the summary of the questions takes the focus.
        focus_when_visible(
            "[data-to-read]:not([hidden]) h3, .finder:has(+ [data-found][hidden]) .finder__summary, [data-found]:not([hidden]) h3",
        );
    }
}

/// Focuses the first element that matches, once the page has changed.
fn focus_when_visible(selector: &str) {
    retry_focus(selector.to_owned(), 5);
}

/// Retries up to `tries` times, because an element that is not rendered yet cannot take the focus. Waits for the
/// paint each time: otherwise focusing would force a synchronous layout in this task.
fn retry_focus(selector: String, tries: u32) {
    after_next_paint(move |_| {
        let Some(document) = document() else { return };
        let found = document.query_selector(&selector).ok().flatten();
        if let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
            element.focus().ok();
            element.scroll_into_view();
            if tries > 0 && document.active_element().as_ref() != Some(element.as_ref()) {
                retry_focus(selector, tries - 1);
            }
        }
    });
}

/// Hides a section whose cards have all moved to the results.
fn hide_if_empty(section: &Element) {
    let is_empty = section.query_selector(".service").ok().flatten().is_none();
    section.toggle_attribute_with_force("hidden", is_empty).ok();
}

/// Sets the match reason below the name of a service; an empty reason removes it.
fn set_match_reason(card: &Element, reason: &str) {
    let line = card.query_selector(".service__why").ok().flatten();
    match line {
        Some(line) if reason.is_empty() => line.remove(),
        Some(line) => line.set_text_content(Some(reason)),
        None if reason.is_empty() => {}
        None => {
            let name = card.query_selector(".service__name").ok().flatten();
            let line = document().and_then(|document| document.create_element("p").ok());
            if let (Some(name), Some(line)) = (name, line) {
                line.set_class_name("service__why");
                line.set_text_content(Some(reason));
                name.insert_adjacent_element("afterend", &line).ok();
            }
        }
    }
}

/// Returns the container of the results.
fn results_container() -> Option<Element> {
    document()?.query_selector("[data-found]").ok().flatten()
}

fn index_of(card: &Element) -> Option<usize> {
    card.get_attribute("data-service")?.parse().ok()
}

/// Calls `act` with a card and its original position. The first call fills the cache.
fn with_position<T>(place: usize, act: impl FnOnce(&OriginalPosition) -> T) -> Option<T> {
    if POSITIONS.with_borrow(Vec::is_empty) {
        let positions = find_positions();
        POSITIONS.set(positions);
    }
    POSITIONS.with_borrow(|positions| positions.get(place).and_then(Option::as_ref).map(act))
}

fn find_positions() -> Vec<Option<OriginalPosition>> {
    let mut positions = Vec::new();
    let Some(cards) =
        document().and_then(|document| document.query_selector_all("[data-service]").ok())
    else {
        return positions;
    };
    for index in 0..cards.length() {
        let card = cards
            .get(index)
            .and_then(|node| node.dyn_into::<Element>().ok());
        let Some((card, place)) = card.and_then(|card| Some((card.clone(), index_of(&card)?)))
        else {
            continue;
        };
        if positions.len() <= place {
            positions.resize_with(place + 1, || None);
        }
        if let Some(section) = card.parent_element()
            && let Some(position) = positions.get_mut(place)
        {
            *position = Some(OriginalPosition { card, section });
        }
    }
    positions
}

/// Calls `act` whenever the page becomes visible again.
pub fn on_return(act: impl Fn() + 'static) {
    let Some(document) = document() else { return };
    let shown = document.clone();
    listen(&document, "visibilitychange", move |_| {
        if !shown.hidden() {
            act();
        }
    });
}

/// Calls `act` when the page is left, to reset what was typed or chosen.
pub fn on_leaving(act: impl Fn() + Clone + 'static) {
    let Some(window) = web_sys::window() else {
        return;
    };
    for kind in ["page:left", "pagehide"] {
        let act = act.clone();
        // Delayed, so that the exit's frame is painted first. The exit itself has emptied the fields by then.
        listen(&window, kind, move |_| {
            let act = act.clone();
            set_timeout(RESET_DELAY_MS, act);
        });
    }
}
