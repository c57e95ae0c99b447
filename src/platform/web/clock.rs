//! The phone's clock, and doing things later.

use wasm_bindgen::prelude::*;

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

/// Works through `0..count` in steps so short that nobody has to wait for the next one.
pub fn in_steps(
    count: usize,
    step: usize,
    act: impl Fn(usize) + 'static,
    done: impl FnOnce() + 'static,
) {
    go(0, count, step.max(1), Box::new(act), Box::new(done));
}

fn go(from: usize, count: usize, step: usize, act: Box<dyn Fn(usize)>, done: Box<dyn FnOnce()>) {
    let to = count.min(from + step);
    for index in from..to {
        act(index);
    }
    if to < count {
        later(0.0, move || go(to, count, step, act, done));
    } else {
        done();
    }
}
