//! The same names where there is no browser: nothing is shown, nothing is kept.

/// See the browser's `views`.
pub mod views {
    use crate::domain::view::View;

    /// How a person came to a view.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Arrival {
        /// By choosing it.
        Chosen,
        /// By going back.
        Returned,
        /// Its words are on the screen already, or about to be.
        Found,
    }

    /// Shows nothing: there is no page.
    pub fn show(_view: View, _from: View, _arrival: Arrival) {}

    /// Takes over nothing: there is no page.
    pub fn take_over(_go: impl Fn(View, Arrival) + Clone + 'static) {}
}

/// See the browser's `preferences`.
pub mod preferences {
    use crate::domain::preferences::Preferences;

    /// Nothing is kept here.
    #[must_use]
    pub fn kept() -> Option<Preferences> {
        None
    }

    /// Keeps nothing, and says so.
    #[must_use]
    pub fn keep(_preferences: Preferences) -> bool {
        false
    }

    /// There is nothing to forget.
    pub fn forget() {}

    /// There is no page to apply it to.
    pub fn apply(_preferences: Preferences) {}
}

/// See the browser's `clock`.
pub mod clock {
    /// The start of 1970, at which no line is open: the page is not read where it is built.
    #[must_use]
    pub fn seconds() -> i64 {
        0
    }

    /// Nothing happens later: there is no page.
    pub fn later(_milliseconds: i32, _act: impl FnOnce() + 'static) {}

    /// There is nothing to work through.
    pub fn in_steps(
        _count: usize,
        _step: usize,
        _act: impl Fn(usize) + 'static,
        _done: impl FnOnce() + 'static,
    ) {
    }
}

/// See the browser's `services`.
pub mod services {
    /// What a helper is told about copying.
    #[derive(Debug, Clone)]
    pub struct Copying {
        /// The number is where it can be pasted.
        pub copied: String,
        /// The browser refused.
        pub not_copied: String,
    }

    /// There are no cards.
    #[must_use]
    pub fn words(_place: usize) -> Option<(String, String)> {
        None
    }

    /// There is no line to fill.
    pub fn say_now(_place: usize, _line: &str) {}

    /// There is nothing to lay out.
    pub fn lay_out_when_opened() {}

    /// There is nothing to order.
    pub fn arrange(_order: Vec<(usize, String)>) {}

    /// There is nowhere to go back to.
    pub fn go_back_to_search() {}

    /// There is nowhere to go.
    pub fn go_to(_question: usize) {}

    /// There are no buttons.
    pub fn wake_tools(_words: Copying) {}

    /// Nobody returns.
    pub fn on_return(_act: impl Fn() + 'static) {}

    /// Nobody leaves.
    pub fn on_leaving(_act: impl Fn() + Clone + 'static) {}
}
