//! Crisis results: what a search shows first for phrases of despair.

use crate::domain::search::holds_phrase;

/// Separator of the phrases in their line.
const COMMA: &str = ", ";

/// Crisis phrases, and the service and guide that a query with one of them shows first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crisis {
    /// The phrases. None contains a comma.
    pub phrases: Vec<String>,
    /// Index of the service.
    pub service: usize,
    /// Index of the guide.
    pub guide: usize,
}

impl Crisis {
    /// Serialises the two indexes.
    pub(super) fn numbers(&self) -> impl Iterator<Item = i64> + use<> {
        let places = [self.service, self.guide].into_iter();
        places.filter_map(|place| i64::try_from(place).ok())
    }

    /// Serialises the phrases as one line.
    pub(super) fn line(&self) -> String {
        self.phrases.join(COMMA)
    }

    /// Parses the output of [`Self::numbers`] and [`Self::line`]. `None` if it is malformed.
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

    /// Whether a query contains one of the phrases.
    pub(super) fn is_in(&self, query: &str) -> bool {
        holds_phrase(query, self.phrases.iter().map(String::as_str))
    }
}
