//! Lazy layout of content below the fold, a batch at a time.
//!
//! Until then `content-visibility` skips what is outside the viewport, which is fast but also hides it from
//! screen readers. The style sheet selects the elements.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

use wasm_bindgen::prelude::*;
use web_sys::Element;

use super::scheduler::{after_next_paint, is_fast_frame, set_timeout};
use super::{document, elements, listen, root, services};

/// Elements with lazy layout: every card, and each child of a guide or guide section below its first screen.
const LAZY_ITEMS: &str = ".service, .view--part .flow > :nth-child(n+7)";
/// The subset that was already laid out before the app ran.
const LAZY_GUIDE_ITEMS: &str = ".view--part .flow > :nth-child(n+7)";
/// Attribute of an element that is laid out.
const LAID_OUT: &str = "data-laid-out";

/// Minimum interval between two batches, in milliseconds.
const MIN_INTERVAL_MS: f64 = 16.0;
/// How many times the duration of a frame a slow phone idles before the next batch: a press of the exit then
/// falls between two batches much more often than into one.
const REST_FACTOR: f64 = 8.0;

/// Upper limit of the batch size, which doubles after every fast frame.
const MAX_BATCH_SIZE: u32 = 16;
/// Cap on a measured frame, in milliseconds: a longer one was delayed by something else. The pause between
/// batches is therefore at most eight times this.
const MAX_FRAME_MS: f64 = 15.0;

thread_local! {
    /// Elements that wait for layout, first in, first out.
    static QUEUE: RefCell<VecDeque<Element>> = const { RefCell::new(VecDeque::new()) };
    /// How many elements the next batch lays out.
    static BATCH_SIZE: Cell<u32> = const { Cell::new(1) };
    /// Whether a flush is scheduled or running.
    static FLUSH_SCHEDULED: Cell<bool> = const { Cell::new(false) };
}

/// Queues the content of every `details` that is open now or is opened later.
pub fn lay_out_opened() {
    let (Some(document), Some(root)) = (document(), root()) else {
        return;
    };
    // What was opened before the app ran is laid out already: mark it, so that it does not move.
    for opened in elements(&root, "details[open]") {
        for piece in elements(&opened, LAZY_GUIDE_ITEMS) {
            piece.set_attribute(LAID_OUT, "").ok();
        }
        enqueue_within(&opened);
    }
    listen(&document, "toggle", |event| {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        if let Some(opened) = target.filter(|target| target.has_attribute("open")) {
            enqueue_within(&opened);
        }
    });
}

/// Forces the layout of an element and returns whether it was skipped until now. For a card that is about to
/// move into the viewport: otherwise the browser lays out twice in that frame, the second time once it has
/// determined that the card is visible.
pub(super) fn lay_out_now(piece: &Element) -> bool {
    let was_left_out = !piece.has_attribute(LAID_OUT);
    piece.set_attribute(LAID_OUT, "").ok();
    was_left_out
}

/// Defers the layout of a card that is about to move out of the viewport, if it was laid out, so that the move
/// itself costs nothing. The card is queued for layout at its new position.
pub(super) fn lay_out_later(card: &Element) {
    if card.has_attribute(LAID_OUT) {
        card.remove_attribute(LAID_OUT).ok();
        enqueue(vec![card.clone()]);
    }
}

/// Queues the lazy elements inside an opened element.
fn enqueue_within(opened: &Element) {
    enqueue(elements(opened, LAZY_ITEMS));
}

/// Appends elements to the queue and schedules a flush if none is scheduled.
fn enqueue(elements: Vec<Element>) {
    QUEUE.with_borrow_mut(|waiting| waiting.extend(elements));
    if !FLUSH_SCHEDULED.replace(true) {
        set_timeout(MIN_INTERVAL_MS, flush);
    }
}

/// Lays out the next batch and schedules the one after it. Retries later while the page is covered or cards
/// are moving.
fn flush() {
    let is_covered = root().is_some_and(|root| root.has_attribute("data-covered"));
    if is_covered || services::are_moving() {
        set_timeout(MAX_FRAME_MS * REST_FACTOR, flush);
        return;
    }
    let mut left = BATCH_SIZE.get();
    while left > 0 {
        let Some(piece) = QUEUE.with_borrow_mut(VecDeque::pop_front) else {
            FLUSH_SCHEDULED.set(false);
            return;
        };
        // Skip elements in a closed `details`: its `toggle` event queues them again.
        let around = piece.parent_element();
        let folded = around.and_then(|around| around.closest("details:not([open])").ok().flatten());
        if folded.is_none() && lay_out_now(&piece) {
            left -= 1;
        }
    }
    schedule_flush();
}

/// Schedules the next flush by the duration of the last frame: a larger batch after a fast one, a longer pause
/// after a slow one.
fn schedule_flush() {
    after_next_paint(|took| {
        if is_fast_frame(took) {
            BATCH_SIZE.set((BATCH_SIZE.get() * 2).min(MAX_BATCH_SIZE));
            set_timeout(MIN_INTERVAL_MS, flush);
        } else {
            BATCH_SIZE.set(1);
            set_timeout(
                took.unwrap_or(MAX_FRAME_MS).min(MAX_FRAME_MS) * REST_FACTOR,
                flush,
            );
        }
    });
}
