//! Full-text search over services and guides, tolerant of spelling mistakes.
//!
//! It runs on the phone: the query is never sent. Documents are added to an [`Index`] one at a time, so that a
//! page can build it in batches.
//!
//! | file | contents |
//! |---|---|
//! | `letters.rs` | character classes and normalisation |
//! | `words.rs` | tokenisation and common words |
//! | `stem.rs` | stemming |
//! | `edits.rs` | edit distance |
//! | `vocabulary.rs` | every distinct word of the documents |
//! | `query.rs` | parsing of queries |
//! | `phrases.rs` | phrases that are recognised wherever they are in a query |
//! | `matching.rs` | match kinds and weights |
//!
//! ```
//! use domain::search::Index;
//!
//! let mut index = Index::default();
//! let helpline = index.add("National Stalking Helpline", "ex partner, text", "0808 802 0300");
//! let samaritans = index.add("Samaritans", "suicide", "Call 116 123, day or night.");
//!
//! let found = |query| -> Vec<_> { index.search(query).iter().map(|hit| hit.document).collect() };
//! assert_eq!(found("natoinal stalkng"), [helpline]);
//! assert_eq!(found("08088020300"), [helpline]);
//! assert_eq!(found("my ex wont stop texting"), [helpline]);
//! assert_eq!(found("samar"), [samaritans]);
//! assert_eq!(found("weather"), []);
//! ```

mod edits;
mod letters;
mod matching;
mod phrases;
mod query;
mod stem;
mod vocabulary;
mod words;

pub use phrases::holds_phrase;

use matching::{Field, MatchKind, weight};
use query::Query;
use vocabulary::{Vocabulary, WordId};
use words::{compounds, content_words, joined, numbers, words};

/// Id of a document in an [`Index`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentId(usize);

impl DocumentId {
    /// Returns the number of documents that were added before it.
    #[must_use]
    pub const fn place(self) -> usize {
        self.0
    }
}

/// A search result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// The document.
    pub document: DocumentId,
    /// Whether it contains every content word of the query.
    pub has_every_word: bool,
    /// Relevance, comparable only within the same search. A document with every word scores higher than any that
    /// has only some.
    pub score: u32,
}

/// A full-text index.
#[derive(Debug, Clone, Default)]
pub struct Index {
    vocabulary: Vocabulary,
    documents: Vec<Document>,
}

#[derive(Debug, Clone)]
struct Document {
    /// The joined words of the title.
    title: Box<str>,
    title_length: usize,
    /// The content words of the phrases among the keywords.
    phrases: Vec<Box<str>>,
    /// Each distinct word, with the highest field that contains it.
    words: Vec<(WordId, Field)>,
}

impl Index {
    /// Adds a document. Words weigh most in the title, then in the keywords, then in the body. A comma or a line
    /// break separates what does not belong together, such as two phone numbers. A query that equals a phrase of
    /// several words among the keywords ranks this document first.
    pub fn add(&mut self, title: &str, keywords: &str, body: &str) -> DocumentId {
        let id = DocumentId(self.documents.len());
        let title_words = words(title);
        let mut found = Vec::new();
        for (field, words) in [
            (Field::Title, title_words.as_slice()),
            (Field::Keywords, &words(keywords)),
            (Field::Body, &words(body)),
        ] {
            let mut note = |text| {
                let (word, is_first) = self.vocabulary.note(text, id);
                if is_first {
                    found.push((word, field));
                }
            };
            for word in words {
                note(word.text.clone());
            }
            compounds(words).for_each(&mut note);
            numbers(words).for_each(|(_, number)| note(number));
        }
        self.documents.push(Document {
            title: joined(&title_words).into(),
            title_length: title_words.len(),
            phrases: phrases(keywords).collect(),
            words: found,
        });
        id
    }

    /// Searches for documents with words of the query, the best first; ties keep the order of insertion. The last
    /// word may be incomplete.
    pub fn search(&self, query: &str) -> Vec<Hit> {
        let query = Query::read(query);
        let mut weights = vec![vec![0; self.documents.len()]; query.length];
        for term in &query.terms {
            let match_kind = self.vocabulary.match_kind(&term.sought);
            for (place, document) in self.documents.iter().enumerate() {
                let weight = document.weight(&match_kind);
                let words = weights
                    .iter_mut()
                    .take(term.places.end)
                    .skip(term.places.start);
                for best in words.filter_map(|words| words.get_mut(place)) {
                    *best = weight.max(*best);
                }
            }
        }
        let rarities: Vec<u32> = weights.iter().map(|words| rarity(words)).collect();
        let mut hits: Vec<Hit> = Vec::new();
        for (place, document) in self.documents.iter().enumerate() {
            let weights = weights.iter().filter_map(|words| words.get(place));
            let has_every_word = weights.clone().all(|weight| *weight > 0);
            let sum = weights
                .zip(&rarities)
                .map(|(weight, rarity)| u32::from(*weight) * rarity)
                .sum();
            if sum == 0 {
                continue;
            }
            let hit = Hit {
                document: DocumentId(place),
                has_every_word,
                score: document.score(sum, has_every_word, &query),
            };
            let rank = hits.partition_point(|better| better.score >= hit.score);
            hits.insert(rank, hit);
        }
        hits
    }
}

/// Returns the content words of each phrase among the keywords.
fn phrases(keywords: &str) -> impl Iterator<Item = Box<str>> {
    let phrases = keywords.split([',', '\n']).map(words);
    phrases.filter_map(|phrase| Some(content_words(&phrase)?.into()))
}

impl Document {
    /// Returns the weight of the document's best match.
    fn weight(&self, match_kind: &[Option<MatchKind>]) -> u8 {
        let words = self.words.iter();
        let weights = words.filter_map(|(word, field)| {
            let match_kind = match_kind.get(word.place()).copied().flatten()?;
            Some(weight(match_kind, *field))
        });
        weights.max().unwrap_or(0)
    }

    /// Combines, in this order of significance: whether it has every word, whether the query is its title or one of
    /// its phrases, the sum of weights, and how short its title is.
    fn score(&self, sum: u32, has_every_word: bool, query: &Query) -> u32 {
        const LONG: u32 = 15;
        let length = u32::try_from(self.title_length).unwrap_or(LONG).min(LONG);
        let is_title = has_every_word && *self.title == *query.text;
        let is_phrase =
            has_every_word && self.phrases.iter().any(|it| **it == *query.content_words);
        (u32::from(has_every_word) << 31)
            | (u32::from(is_title) << 30)
            | (u32::from(is_phrase) << 29)
            | (sum.min((1 << 25) - 1) << 4)
            | (LONG - length)
    }
}

/// Returns the inverse document frequency of a term, as an integer factor.
fn rarity(weights: &[u8]) -> u32 {
    let found = weights.iter().filter(|weight| **weight > 0).count();
    weights
        .len()
        .checked_div(found)
        .map_or(0, |every| every.ilog2() + 1)
}
