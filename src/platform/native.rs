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

    /// There is no page to hold anything.
    #[must_use]
    pub fn island_props(_name: &str) -> String {
        String::new()
    }

    /// Takes over nothing: there is no page.
    pub fn attach_handlers(_go: impl Fn(View, Arrival) + Clone + 'static) {}
}

/// See the browser's `preferences`.
pub mod preferences {
    use crate::domain::preferences::Preferences;

    /// Nothing is kept here.
    #[must_use]
    pub fn load() -> Option<Preferences> {
        None
    }

    /// Keeps nothing, and says so.
    #[must_use]
    pub fn save(_preferences: Preferences) -> bool {
        false
    }

    /// There is nothing to forget.
    pub fn clear() {}

    /// There is no page to apply it to.
    pub fn apply(_preferences: Preferences) {}
}

/// See the browser's `clock`.
pub mod scheduler {
    /// The start of 1970, at which no line is open: the page is not read where it is built.
    #[must_use]
    pub fn seconds() -> i64 {
        0
    }

    /// Nothing happens later: there is no page.
    pub fn set_timeout(_milliseconds: f64, _act: impl FnOnce() + 'static) {}

    /// There is nothing to work through.
    pub fn run_in_batches(
        _count: usize,
        _act: impl Fn(usize) + 'static,
        _done: impl FnOnce() + 'static,
    ) {
    }
}

/// See the browser's `services`.
pub mod services {
    /// There are no cards.
    #[must_use]
    pub fn words(_place: usize) -> Option<(String, String)> {
        None
    }

    /// There is no line to fill.
    pub fn set_open_status(_place: usize, _line: &str) {}

    /// There is nothing to order.
    pub fn show_results(_order: Vec<(usize, String)>) {}

    /// There is nowhere to go back to.
    pub fn focus_search() {}

    /// There is nowhere to go.
    pub fn focus_question(_question: usize) {}

    /// Nobody returns.
    pub fn on_return(_act: impl Fn() + 'static) {}

    /// Nobody leaves.
    pub fn on_leaving(_act: impl Fn() + Clone + 'static) {}
}

/// See the browser's `tools`.
pub mod card_actions {
    /// What the button says meanwhile, and where there is no voice.
    #[derive(Debug, Clone)]
    pub struct SpeechLabels {
        /// Ends the reading aloud.
        pub stop: String,
        /// There is no voice on the device.
        pub none: String,
    }

    /// What a reader is told of what the buttons did.
    #[derive(Debug, Clone)]
    pub struct ActionLabels {
        /// The number is where it can be pasted.
        pub copied: String,
        /// The browser refused.
        pub not_copied: String,
        /// What a button that reads aloud says.
        pub speech: SpeechLabels,
    }

    /// There are no buttons.
    pub fn bind_actions(_words: ActionLabels) {}
}

/// See the browser's `pieces`.
pub mod lazy_layout {
    /// There is nothing to lay out.
    pub fn lay_out_opened() {}
}

/// See the browser's `tool`.
pub mod decoy {
    /// There is no page to wake.
    pub fn run() {}
}

/// See the browser's `guides`.
pub mod guides {
    /// There is no page to count in.
    #[must_use]
    pub fn count() -> usize {
        0
    }

    /// There is no page to read.
    #[must_use]
    pub fn words(_place: usize) -> Option<[String; 3]> {
        None
    }

    /// There is nobody to offer anything to.
    pub fn show_results(_found: &[usize]) {}
}
