//! What comes first for words of despair.

use crate::domain::search::holds_phrase;

/// Between the phrases, which are one line.
const COMMA: &str = ", ";

/// What a search that holds a phrase of despair shows before everything else.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Crisis {
    /// The phrases.
    pub phrases: Vec<String>,
    /// The place of the service among the services.
    pub service: Option<usize>,
    /// The place of the guide among the guides.
    pub guide: Option<usize>,
}

impl Crisis {
    /// What [`Self::line`] and the two places wrote, read again.
    pub(super) fn read(places: &[i64], phrases: &str) -> Self {
        let place = |which: usize| usize::try_from(*places.get(which)?).ok();
        Self {
            phrases: phrases.split(COMMA).map(str::to_owned).collect(),
            service: place(0),
            guide: place(1),
        }
    }

    /// The phrases, as one line.
    pub(super) fn line(&self) -> String {
        self.phrases.join(COMMA)
    }

    /// Whether a query holds one of the phrases.
    pub(super) fn is_in(&self, query: &str) -> bool {
        holds_phrase(query, self.phrases.iter().map(String::as_str))
    }
}
