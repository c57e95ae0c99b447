//! The vocabulary: every distinct word of the documents.

use super::DocumentId;
use super::matching::{MatchKind, QueryTerm, Token};

/// Id of a word in a [`Vocabulary`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct WordId(usize);

impl WordId {
    /// Returns the number of words that were added before it.
    pub(super) const fn place(self) -> usize {
        self.0
    }
}

#[derive(Debug, Clone, Default)]
pub(super) struct Vocabulary {
    words: Vec<Entry>,
    /// The words, sorted by text.
    sorted: Vec<WordId>,
}

#[derive(Debug, Clone)]
struct Entry {
    form: Token,
    /// The last document that contained it.
    latest: DocumentId,
}

impl Vocabulary {
    /// Adds a word if it is new, and returns its id and whether this is its first occurrence in the document.
    pub(super) fn note(&mut self, text: String, document: DocumentId) -> (WordId, bool) {
        let text_of = |id: &WordId| self.words.get(id.0).map_or("", |entry| entry.form.text());
        let place = self
            .sorted
            .partition_point(|id| text_of(id) < text.as_str());
        let known = self.sorted.get(place).filter(|id| text_of(id) == text);
        if let Some(id) = known.copied() {
            let entry = self.words.get_mut(id.0);
            let seen = entry.map(|entry| std::mem::replace(&mut entry.latest, document));
            return (id, seen != Some(document));
        }
        let id = WordId(self.words.len());
        self.words.push(Entry {
            form: Token::of(text),
            latest: document,
        });
        self.sorted.insert(place, id);
        (id, true)
    }

    /// Returns how each word matches the term, indexed by word id.
    pub(super) fn match_kind(&self, sought: &QueryTerm) -> Vec<Option<MatchKind>> {
        let words = self.words.iter();
        let mut near: Vec<_> = words.map(|word| sought.match_kind(&word.form)).collect();
        // Matches with two edits are numerous and weak, so they count only if there is no better one.
        if near.iter().max().copied().flatten() >= Some(MatchKind::Prefix) {
            for match_kind in &mut near {
                *match_kind = match_kind.filter(|match_kind| *match_kind > MatchKind::FarTypo);
            }
        }
        near
    }
}
