//! Stubs for the host build, where there is no browser: they render and store nothing.

/// Stub of `web::views`.
pub mod views {
    use domain::view::View;

    /// How a person navigated to a view.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Arrival {
        /// Chose it from a link or the list of views.
        Chosen,
        /// Went back.
        Returned,
        /// Found it by a fragment or by the browser's own search: its text is in the viewport, or about to be.
        Found,
    }

    /// Does nothing: there is no page.
    pub fn show(_view: View, _from: View, _arrival: Arrival) {}

    /// Returns an empty string: there is no page to read props from.
    #[must_use]
    pub fn island_props(_name: &str) -> String {
        String::new()
    }

    /// Attaches no event listeners: there is no page.
    pub fn attach_handlers(_go: impl Fn(View, Arrival) + Clone + 'static) {}
}

/// Stub of `web::preferences`.
pub mod preferences {
    use domain::preferences::Preferences;

    /// Returns `None`: there is no storage.
    #[must_use]
    pub fn load() -> Option<Preferences> {
        None
    }

    /// Returns `false`: nothing was saved.
    #[must_use]
    pub fn save(_preferences: Preferences) -> bool {
        false
    }

    /// Does nothing: there is no storage.
    pub fn clear() {}

    /// Does nothing: there is no page.
    pub fn apply(_preferences: Preferences) {}
}

/// Stub of `web::scheduler`.
pub mod scheduler {
    /// Returns the Unix epoch: the build never computes opening status.
    #[must_use]
    pub fn seconds() -> i64 {
        0
    }

    /// Drops the callback: there is no event loop.
    pub fn set_timeout(_milliseconds: f64, _act: impl FnOnce() + 'static) {}

    /// Drops both callbacks: there is no event loop.
    pub fn run_in_batches(
        _count: usize,
        _act: impl Fn(usize) + 'static,
        _done: impl FnOnce() + 'static,
    ) {
    }
}

/// Stub of `web::services`.
pub mod services {
    use domain::service::ContactMode;

    /// Returns `None`: there are no cards.
    #[must_use]
    pub fn words(_place: usize) -> Option<(String, String)> {
        None
    }

    /// Does nothing: there is no status line.
    pub fn set_open_status(_place: usize, _line: &str) {}

    /// A row of the results.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct ResultRow {
        /// Index of the service.
        pub service: usize,
        /// Why it matches; empty for a search without answers.
        pub reason: String,
        /// The opening status now, if the service has one.
        pub status: Option<String>,
        /// The contact mode that was chosen.
        pub contact_mode: Option<ContactMode>,
    }

    /// Does nothing: there is no results list.
    pub fn show_results(_rows: &[ResultRow]) {}

    /// Does nothing: there is no focus.
    pub fn focus_result(_row: usize) {}

    /// Does nothing: there is no focus.
    pub fn focus_search() {}

    /// Does nothing: there is no focus.
    pub fn focus_question(_question: usize) {}

    /// Drops the callback: visibility never changes.
    pub fn on_return(_act: impl Fn() + 'static) {}
}

/// Stub of `web::card_actions`.
pub mod card_actions {
    /// Labels of a read-aloud button while it reads, and where no voice is available.
    #[derive(Debug, Clone)]
    pub struct SpeechLabels {
        /// Label that stops reading aloud.
        pub stop: String,
        /// Message that the device has no voice.
        pub none: String,
    }

    /// Status messages of the card buttons.
    #[derive(Debug, Clone)]
    pub struct ActionLabels {
        /// The number was copied to the clipboard.
        pub copied: String,
        /// The browser refused access to the clipboard.
        pub not_copied: String,
        /// Labels of the read-aloud buttons.
        pub speech: SpeechLabels,
    }

    /// Does nothing: there are no buttons.
    pub fn bind_actions(_words: ActionLabels) {}
}

/// Stub of `web::guides`.
pub mod guides {
    /// Returns 0: there are no guides.
    #[must_use]
    pub fn count() -> usize {
        0
    }

    /// Returns `None`: there are no guides.
    #[must_use]
    pub fn words(_place: usize) -> Option<[String; 3]> {
        None
    }

    /// Does nothing: there is no results list.
    pub fn show_results(_found: &[usize]) {}
}

/// Stub of `web::leaving`.
pub mod leaving {
    /// Drops the callback: the page is never left.
    pub fn on_leaving(_act: impl Fn() + Clone + 'static) {}
}

/// Stub of `web::focus`.
pub mod focus {
    /// Does nothing: there is no focus.
    pub fn focus_next(_selector: impl Into<String>) {}

    /// Returns `false`: there are no elements.
    #[must_use]
    pub fn exists(_selector: &str) -> bool {
        false
    }
}

/// Stub of `web::clock`.
pub mod clock {
    /// Returns the Unix epoch: what is rendered on the build machine has no time.
    #[must_use]
    pub fn now() -> (i64, i32) {
        (0, 0)
    }

    /// Returns the date as it is: there is no language.
    #[must_use]
    pub fn show_date(date: &str) -> String {
        date.to_owned()
    }

    /// Returns the time as it is: there is no language.
    #[must_use]
    pub fn show_time(time: &str, _cycle: &str) -> String {
        time.to_owned()
    }

    /// Returns nothing: there is no clock.
    #[must_use]
    pub fn show_moment(_seconds: i64, _offset: i32, _cycle: &str) -> String {
        String::new()
    }
}
