//! Text of the search and the questions.

use domain::props::{Props, props};

props! {
    /// Text of the search and the questions.
    #[derive(Debug, Clone, Default, PartialEq, Eq)]
    pub struct Labels {
        /// Label of the search field.
        pub search: String,
        /// Status: number of services found; `{count}`.
        pub found: String,
        /// Heading of the guides found.
        pub to_read: String,
        /// Status: number of guides found; `{count}`.
        pub found_to_read: String,
        /// Status: no results.
        pub nothing: String,
        /// Status: no question was answered.
        pub unanswered: String,
        /// Status: search and answers were reset.
        pub cleared: String,
        /// Heading of the three questions.
        pub choose: String,
        /// Status: number of services that match the answers; `{count}`.
        pub fit: String,
        /// Status: no service matches all the answers.
        pub no_match: String,
        /// Notice until the app runs.
        pub waiting: String,
        /// Label of the button that resets search and answers.
        pub again: String,
        /// Label of a skipped question's answer.
        pub any: String,
        /// Label of the button that skips a question.
        pub skip: String,
        /// Label of the button that reopens a question.
        pub change: String,
        /// The three questions.
        pub questions: Vec<String>,
        /// Label of the field for a county, town or police force.
        pub near: String,
        /// Status: number of places with that name; `{count}`.
        pub near_found: String,
        /// Status: number of places with a similar name; `{count}`.
        pub near_guess: String,
        /// Status: the place is not known.
        pub near_nothing: String,
        /// Label of a police force among the suggestions; `{force}`.
        pub force: String,
        /// Heading of the services found.
        pub first: String,
        /// Label of the button that shows more results; `{count}`.
        pub more: String,
        /// Status of a service whose next check is overdue; `{date}`.
        pub check_first: String,
        /// Status: the number was copied.
        pub copied: String,
        /// Status: the number was not copied.
        pub not_copied: String,
        /// Label that stops reading aloud.
        pub stop: String,
        /// Message that the device has no voice.
        pub no_voice: String,
    }
}
