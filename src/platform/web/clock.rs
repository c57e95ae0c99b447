//! The phone's clock, and doing things later.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;

/// A phone that draws a frame within this is quick, in milliseconds.
const IN_TIME: f64 = 8.0;
/// After how long the next finger has its turn, in milliseconds.
const A_WHILE: f64 = 8.0;
/// How long a frame is waited for before the page counts as out of sight, in milliseconds.
const OUT_OF_SIGHT: f64 = 250.0;

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
pub fn later(milliseconds: f64, act: impl FnOnce() + 'static) {
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
pub fn once_drawn(act: impl FnOnce(Option<f64>) + 'static) {
    let act = Rc::new(Cell::new(Some(act)));
    let all_the_same = Rc::clone(&act);
    let draws = move || {
        let from = js_sys::Date::now();
        later(0.0, move || {
            if let Some(act) = act.take() {
                act(Some(js_sys::Date::now() - from));
            }
        });
    };
    if let Some(window) = web_sys::window() {
        let draws = Closure::once_into_js(draws);
        window.request_animation_frame(draws.unchecked_ref()).ok();
    }
    later(OUT_OF_SIGHT, move || {
        if let Some(act) = all_the_same.take() {
            act(None);
        }
    });
}

/// Whether a frame that took so long was drawn by a quick phone.
pub fn is_in_time(took: Option<f64>) -> bool {
    took.is_some_and(|took| took < IN_TIME)
}

/// Works through `0..count` in tasks so short that nobody has to wait for the next one.
pub fn in_steps(count: usize, act: impl Fn(usize) + 'static, done: impl FnOnce() + 'static) {
    go(0, count, Box::new(act), Box::new(done));
}

fn go(from: usize, count: usize, act: Box<dyn Fn(usize)>, done: Box<dyn FnOnce()>) {
    let end = js_sys::Date::now() + A_WHILE;
    for index in from..count {
        act(index);
        if js_sys::Date::now() >= end {
            later(0.0, move || go(index + 1, count, act, done));
            return;
        }
    }
    done();
}
