//! The clock, timers, and work in batches that leave the main thread free.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;

/// Time budget of one batch, in milliseconds; then the task yields to input.
const BATCH_BUDGET_MS: f64 = 8.0;
/// Timeout for a frame, in milliseconds; then the page counts as hidden.
const HIDDEN_TIMEOUT_MS: f64 = 250.0;

/// Returns the Unix time of the phone's clock, in whole seconds.
#[must_use]
pub fn seconds() -> i64 {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a clock far from year 1 is wrong anyway"
    )]
    let seconds = (js_sys::Date::now() / 1000.0).floor() as i64;
    seconds
}

/// Runs `act` once, in a separate task, so that input and the exit can run first.
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

/// Runs `act` after the next paint, or after a timeout, because a hidden page does not paint.
pub fn after_next_paint(act: impl FnOnce() + 'static) {
    let act = Rc::new(Cell::new(Some(act)));
    let all_the_same = Rc::clone(&act);
    let draws = move || {
        set_timeout(0.0, move || {
            if let Some(act) = act.take() {
                act();
            }
        });
    };
    if let Some(window) = web_sys::window() {
        let draws = Closure::once_into_js(draws);
        window.request_animation_frame(draws.unchecked_ref()).ok();
    }
    set_timeout(HIDDEN_TIMEOUT_MS, move || {
        if let Some(act) = all_the_same.take() {
            act();
        }
    });
}

/// Calls `act` for each of `0..count` in tasks within a time budget, then `done`, so that input is never blocked.
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
