//! The phone's clock, and doing things later.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;

/// A phone that draws a frame within this is quick, in milliseconds.
const FAST_FRAME_MS: f64 = 8.0;
/// After how long the next finger has its turn, in milliseconds.
const BATCH_BUDGET_MS: f64 = 8.0;
/// How long a frame is waited for before the page counts as out of sight, in milliseconds.
const HIDDEN_TIMEOUT_MS: f64 = 250.0;

/// Whole seconds since the start of 1970 in universal time, as the phone believes.
#[must_use]
pub fn seconds() -> i64 {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a clock far from year 1 is wrong anyway"
    )]
    let seconds = (js_sys::Date::now() / 1000.0).floor() as i64;
    seconds
}

/// Runs `act` once, in a task of its own, so that a finger or the exit can come first.
pub fn set_timeout(milliseconds: f64, act: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let callback = Closure::once_into_js(act);
    #[expect(
        clippy::cast_possible_truncation,
        reason = "no wait here is longer than a minute"
    )]
    let milliseconds = milliseconds as i32;
    window
        .set_timeout_with_callback_and_timeout_and_arguments_0(
            callback.unchecked_ref(),
            milliseconds,
        )
        .ok();
}

/// Runs `act` once the browser has drawn what was changed, and tells it how many milliseconds that took. Where
/// nothing is drawn, because the page is out of sight, it runs all the same.
pub fn after_next_paint(act: impl FnOnce(Option<f64>) + 'static) {
    let act = Rc::new(Cell::new(Some(act)));
    let all_the_same = Rc::clone(&act);
    let draws = move || {
        let from = js_sys::Date::now();
        set_timeout(0.0, move || {
            if let Some(act) = act.take() {
                act(Some(js_sys::Date::now() - from));
            }
        });
    };
    if let Some(window) = web_sys::window() {
        let draws = Closure::once_into_js(draws);
        window.request_animation_frame(draws.unchecked_ref()).ok();
    }
    set_timeout(HIDDEN_TIMEOUT_MS, move || {
        if let Some(act) = all_the_same.take() {
            act(None);
        }
    });
}

/// Whether a frame that took so long was drawn by a quick phone.
pub fn is_fast_frame(took: Option<f64>) -> bool {
    took.is_some_and(|took| took < FAST_FRAME_MS)
}

/// Works through `0..count` in tasks so short that nobody has to wait for the next one.
pub fn run_in_batches(count: usize, act: impl Fn(usize) + 'static, done: impl FnOnce() + 'static) {
    run_batch(0, count, Box::new(act), Box::new(done));
}

fn run_batch(from: usize, count: usize, act: Box<dyn Fn(usize)>, done: Box<dyn FnOnce()>) {
    let end = js_sys::Date::now() + BATCH_BUDGET_MS;
    for index in from..count {
        act(index);
        if js_sys::Date::now() >= end {
            set_timeout(0.0, move || run_batch(index + 1, count, act, done));
            return;
        }
    }
    done();
}
