//! Every distinct word of the documents.

use super::DocumentId;
use super::matching::{MatchKind, QueryTerm, Token};

/// A word of a [`Vocabulary`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct WordId(usize);

impl WordId {
    /// How many words were noted before it.
    pub(super) const fn place(self) -> usize {
        self.0
    }
}

#[derive(Debug, Clone, Default)]
pub(super) struct Vocabulary {
    words: Vec<Entry>,
    /// The words in the order of their texts.
    sorted: Vec<WordId>,
}

#[derive(Debug, Clone)]
struct Entry {
    form: Token,
    /// The document in which it was seen last.
    latest: DocumentId,
}

impl Vocabulary {
    /// The word with a text, and whether the document has not had it before.
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

    /// How near each word is to what is looked for, in the order of their places.
    pub(super) fn match_kind(&self, sought: &QueryTerm) -> Vec<Option<MatchKind>> {
        let words = self.words.iter();
        let mut near: Vec<_> = words.map(|word| sought.match_kind(&word.form)).collect();
        // Two wrong letters make many words of one. They are for when there is nothing better.
        if near.iter().max().copied().flatten() >= Some(MatchKind::Prefix) {
            for match_kind in &mut near {
                *match_kind = match_kind.filter(|match_kind| *match_kind > MatchKind::FarTypo);
            }
        }
        near
    }
}
