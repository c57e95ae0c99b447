//! Time without input.

use std::cell::Cell;
use std::rc::Rc;

use super::scheduler::set_timeout;
use super::{document, listen};

/// Time between two calls of [`every_second`], in milliseconds. In a hidden page browsers wait longer.
const SECOND_MS: f64 = 1000.0;

/// Calls `act` about once a second for the lifetime of the page, and at once when the page is hidden or seen again, with
/// the seconds since the last input, focus or scrolling, and whether the page is hidden.
pub fn every_second(act: impl Fn(f64, bool) + 'static) {
    let Some(document) = document() else { return };
    let touched = Rc::new(Cell::new(js_sys::Date::now()));
    for kind in ["keydown", "input", "pointerdown", "focusin", "scroll"] {
        let touched = Rc::clone(&touched);
        listen(&document, kind, move |_| touched.set(js_sys::Date::now()));
    }
    let page = document.clone();
    let tick: Rc<dyn Fn()> = Rc::new(move || {
        // A clock that was put back counts as a touch.
        let idle = (js_sys::Date::now() - touched.get()).max(0.0);
        act(idle / SECOND_MS, page.hidden());
    });
    let seen = Rc::clone(&tick);
    listen(&document, "visibilitychange", move |_| seen());
    repeat(tick);
}

fn repeat(tick: Rc<dyn Fn()>) {
    set_timeout(SECOND_MS, move || {
        tick();
        repeat(tick);
    });
}
