//! The list of services in the page: reading it, ordering it, and what helpers may do with a number.
//!
//! The cards stand in the page as it was built. Ordering moves them, and never changes their words.

use std::cell::{Cell, RefCell};

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

use super::scheduler::{after_next_paint, is_fast_frame, set_timeout};
use super::{document, lazy_layout, listen, texts};

/// How many cards at the head of a list stand on the screen or so near to it that the browser lays them out.
const FIRST_SCREEN_CARDS: usize = 6;
/// How many cards move in each frame where a phone is quick. Else it is one.
const FAST_BATCH_SIZE: usize = 4;

/// How long after the page was left the list goes back to what it was, in milliseconds.
const RESET_DELAY_MS: f64 = 500.0;

/// A card and the section it was built in.
struct OriginalPosition {
    card: Element,
    section: Element,
}

thread_local! {
    /// Every card, by its place in the list, once somebody asked for one.
    static POSITIONS: RefCell<Vec<Option<OriginalPosition>>> = const { RefCell::new(Vec::new()) };
    /// Which ordering is the last one asked for. Older ones stop.
    static GENERATION: Cell<u32> = const { Cell::new(0) };
    /// Whether cards are still on their way.
    static MOVING: Cell<bool> = const { Cell::new(false) };
}

/// The name of a service, and what else of its card is searched: whom it is for, and its numbers. What
/// it is not, where its facts come from and what a call leaves behind would only mislead.
#[must_use]
pub fn words(place: usize) -> Option<(String, String)> {
    with_position(place, |position| {
        let name = texts(&position.card, ".service__name");
        (name, texts(&position.card, ".service__for, bdi"))
    })
}

/// Says what a service's hours mean at this moment, wherever the page has a line for it. Where nothing may be said,
/// a main line says its usual hours again.
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

/// Puts these services first, in this order, each with its reason, and select_all other one where it
/// was built. What was pressed or typed is drawn first; then the cards move, one in each frame, the best first.
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

/// Whether cards are still on their way.
pub(super) fn are_moving() -> bool {
    MOVING.get()
}

/// Hides what was found. What comes up onto the screen then is laid out before, one card in each frame; out of
/// sight nothing has to be.
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

/// Lays out the first card that still has to be, of those at the head of the list as it was built.
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

/// Moves the next cards among what was found.
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

/// What comes to stand on the screen is laid out as it comes. Whether the rest is, is seen to later.
fn prepare_layout(card: &Element, index: usize) {
    if index < FIRST_SCREEN_CARDS {
        lazy_layout::lay_out_now(card);
    } else {
        lazy_layout::lay_out_later(card);
    }
}

/// How many cards move next. Out of sight nothing is drawn, and all of them can.
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

/// Puts the keyboard back into the search, once everything is taken back.
pub fn focus_search() {
    focus_when_visible(".finder input");
}

/// Puts the keyboard and the screen where a question is asked, or, after the last one, where the
/// services are that fit.
pub fn focus_question(question: usize) {
    if question < 3 {
        focus_when_visible(&format!("[data-question=\"{question}\"] legend"));
    } else {
        // Where nothing was answered nothing is found, and the questions have the keyboard.
        focus_when_visible(
            "[data-to-read]:not([hidden]) h3, .finder:has(+ [data-found][hidden]) .finder__summary, [data-found]:not([hidden]) h3",
        );
    }
}

/// Puts the keyboard somewhere once the page has changed.
fn focus_when_visible(selector: &str) {
    retry_focus(selector.to_owned(), 5);
}

/// What is not shown yet cannot have the keyboard: it is tried a few times, once the browser has drawn what
/// changed, which it would else have to lay out within this task.
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

/// Hides a heading whose cards all stand among those that were found.
fn hide_if_empty(section: &Element) {
    let is_empty = section.query_selector(".service").ok().flatten().is_none();
    section.toggle_attribute_with_force("hidden", is_empty).ok();
}

/// Says below the name of a service why it is there, or says nothing any more.
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

/// Where the services go that were found.
fn results_container() -> Option<Element> {
    document()?.query_selector("[data-found]").ok().flatten()
}

fn index_of(card: &Element) -> Option<usize> {
    card.get_attribute("data-service")?.parse().ok()
}

/// Calls `act` with a card and its position. The first call looks all of them up.
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

/// Calls `act` whenever the page is shown again after it was out of sight.
pub fn on_return(act: impl Fn() + 'static) {
    let Some(document) = document() else { return };
    let shown = document.clone();
    listen(&document, "visibilitychange", move |_| {
        if !shown.hidden() {
            act();
        }
    });
}

/// Calls `act` when the page is left: what was typed or chosen goes with it.
pub fn on_leaving(act: impl Fn() + Clone + 'static) {
    let Some(window) = web_sys::window() else {
        return;
    };
    for kind in ["left", "pagehide"] {
        let act = act.clone();
        // The exit's own frame comes first, and the fields are empty by then: the exit sees to that.
        listen(&window, kind, move |_| {
            let act = act.clone();
            set_timeout(RESET_DELAY_MS, act);
        });
    }
}
