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
