//! Laying out what was opened, one piece after the other.
//!
//! Until then the browser leaves out what is not on the screen, which is quick, but hides it from screen
//! readers too. The style sheet says which pieces may wait (`content-visibility`).

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

use wasm_bindgen::prelude::*;
use web_sys::Element;

use super::scheduler::{after_next_paint, is_fast_frame, set_timeout};
use super::{document, elements, listen, root, services};

/// A card of the list, or a child of a guide or of a part of one that stands below its first screen.
const LAZY_ITEMS: &str = ".service, .view--part .flow > :nth-child(n+7)";
/// Those of them that nothing left out before the app ran.
const LAZY_GUIDE_ITEMS: &str = ".view--part .flow > :nth-child(n+7)";
/// What a piece carries once it is laid out.
const LAID_OUT: &str = "data-laid-out";

/// How long after each other pieces are laid out at least, in milliseconds.
const MIN_INTERVAL_MS: f64 = 16.0;
/// A slow phone gets so many times longer to rest than it drew: a press of the exit comes between two pieces
/// much more often than into one.
const REST_FACTOR: f64 = 8.0;

/// A quick phone gets twice as many the next time, and never more than this.
const MAX_BATCH_SIZE: u32 = 16;
/// What takes longer than this was held up by something else, in milliseconds: no piece is waited for longer
/// than eight times this.
const MAX_FRAME_MS: f64 = 15.0;

thread_local! {
    /// What is still to be laid out, in this order.
    static QUEUE: RefCell<VecDeque<Element>> = const { RefCell::new(VecDeque::new()) };
    /// How many are laid out at once.
    static BATCH_SIZE: Cell<u32> = const { Cell::new(1) };
    /// Whether somebody is at it.
    static FLUSH_SCHEDULED: Cell<bool> = const { Cell::new(false) };
}

/// Lays out the pieces of whatever is opened, now and from now on.
pub fn lay_out_opened() {
    let (Some(document), Some(root)) = (document(), root()) else {
        return;
    };
    // What was opened before the app ran is laid out, and stays where it is.
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

/// Lays out a piece, and says whether it was left out until now. For a card that is about to move onto the screen:
/// else the browser lays it out only after it has found out, in the same frame, that it stands there.
pub(super) fn lay_out_now(piece: &Element) -> bool {
    let was_left_out = !piece.has_attribute(LAID_OUT);
    piece.set_attribute(LAID_OUT, "").ok();
    was_left_out
}

/// Leaves out a card that is about to move until it is laid out where it then stands, if it was laid out: what
/// moves off the screen costs nothing at that moment.
pub(super) fn lay_out_later(card: &Element) {
    if card.has_attribute(LAID_OUT) {
        card.remove_attribute(LAID_OUT).ok();
        enqueue(vec![card.clone()]);
    }
}

/// Remembers the pieces of what was opened, and begins.
fn enqueue_within(opened: &Element) {
    enqueue(elements(opened, LAZY_ITEMS));
}

fn enqueue(pieces: Vec<Element>) {
    QUEUE.with_borrow_mut(|waiting| waiting.extend(pieces));
    if !FLUSH_SCHEDULED.replace(true) {
        set_timeout(MIN_INTERVAL_MS, flush);
    }
}

/// Lays out the next pieces that can be seen, and those after them some time later. While the page is covered or
/// cards move they all wait.
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
        // What is folded away has its turn when it is unfolded.
        let around = piece.parent_element();
        let folded = around.and_then(|around| around.closest("details:not([open])").ok().flatten());
        if folded.is_none() && lay_out_now(&piece) {
            left -= 1;
        }
    }
    schedule_flush();
}

/// Goes on after a rest that is the longer the less the phone can do, with more at once where it is quick.
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
