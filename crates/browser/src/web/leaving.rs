//! What is reset when the page is left.

use super::listen;
use super::scheduler::set_timeout;

/// Delay between the exit and a reset, in milliseconds: the exit's frame is painted first.
const RESET_DELAY_MS: f64 = 500.0;

/// Calls `act` at once when the page is left: for what must not last until [`on_leaving`].
pub fn at_once(act: impl Fn() + Clone + 'static) {
    let Some(window) = web_sys::window() else {
        return;
    };
    for event in ["x-page:left", "pagehide"] {
        let act = act.clone();
        listen(&window, event, move |_| act());
    }
}

/// Calls `act` when the page is left, to reset what was typed or chosen. The exit's own scripts have emptied the fields by
/// then. A page that a browser keeps in its back/forward cache is reset before it goes there.
pub fn on_leaving(act: impl Fn() + Clone + 'static) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let later = act.clone();
    listen(&window, "x-page:left", move |_| {
        set_timeout(RESET_DELAY_MS, later.clone());
    });
    listen(&window, "pagehide", move |_| act());
}
