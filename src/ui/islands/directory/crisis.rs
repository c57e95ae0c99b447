//! What comes first for words of despair.

use crate::domain::search::holds_phrase;

/// Between the phrases, which are one line.
const COMMA: &str = ", ";

/// What a search that holds a phrase of despair shows before everything else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crisis {
    /// The phrases. None holds a comma.
    pub phrases: Vec<String>,
    /// The place of the service among the services.
    pub service: usize,
    /// The place of the guide among the guides.
    pub guide: usize,
}

impl Crisis {
    /// The two places.
    pub(super) fn numbers(&self) -> impl Iterator<Item = i64> + use<> {
        let places = [self.service, self.guide].into_iter();
        places.filter_map(|place| i64::try_from(place).ok())
    }

    /// The phrases, as one line.
    pub(super) fn line(&self) -> String {
        self.phrases.join(COMMA)
    }

    /// What [`Self::numbers`] and [`Self::line`] wrote, read again.
    pub(super) fn read(places: &[i64], phrases: &str) -> Option<Self> {
        let [service, guide] = *places else {
            return None;
        };
        Some(Self {
            phrases: phrases.split(COMMA).map(str::to_owned).collect(),
            service: usize::try_from(service).ok()?,
            guide: usize::try_from(guide).ok()?,
        })
    }

    /// Whether a query holds one of the phrases.
    pub(super) fn is_in(&self, query: &str) -> bool {
        holds_phrase(query, self.phrases.iter().map(String::as_str))
    }
}
