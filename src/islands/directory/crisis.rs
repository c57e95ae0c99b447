//! Crisis results: what a search shows first for phrases of despair.

use domain::props::{Props, props};
use domain::search::holds_phrase;

props! {
    /// Crisis phrases, and the service and guide that a query with one of them shows first.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Crisis {
        /// The phrases.
        pub phrases: Vec<String>,
        /// Index of the service.
        pub service: usize,
        /// Index of the guide.
        pub guide: usize,
    }
}

impl Crisis {
    /// Whether a query contains one of the phrases.
    pub(super) fn is_in(&self, query: &str) -> bool {
        holds_phrase(query, self.phrases.iter().map(String::as_str))
    }
}
