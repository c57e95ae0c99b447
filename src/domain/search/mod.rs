//! Finding a service or a piece of guidance by any words, spelled well or not.
//!
//! It runs on the phone: nobody else learns what was typed. An [`Index`] takes a document at a time,
//! so that a page can fill it between other work.
//!
//! | file | what it knows |
//! |---|---|
//! | `letters.rs` | case, accents, digits, and what is no letter |
//! | `words.rs` | what a word is, and which do not count |
//! | `stem.rs` | what the forms of a word have in common |
//! | `vocabulary.rs` | every distinct word of the documents |
//! | `query.rs` | what is looked for |
//! | `phrases.rs` | phrases that are recognised wherever they are in a query |
//! | `matching.rs` | how near a word is, and what it weighs |
//!
//! ```
//! use sidedoor::domain::search::Index;
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

/// A document of an [`Index`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentId(usize);

impl DocumentId {
    /// How many documents were added before it.
    #[must_use]
    pub const fn place(self) -> usize {
        self.0
    }
}

/// A document that a query finds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// The document.
    pub document: DocumentId,
    /// Whether it has every word of the query that counts.
    pub has_every_word: bool,
    /// How well it fits: to be compared with others of the same search, and with nothing else. A
    /// document that has every word is above all that have only some.
    pub score: u32,
}

/// Documents that can be searched.
#[derive(Debug, Clone, Default)]
pub struct Index {
    vocabulary: Vocabulary,
    documents: Vec<Document>,
}

#[derive(Debug, Clone)]
struct Document {
    /// The words of its title, joined.
    title: Box<str>,
    title_length: usize,
    /// What the phrases among its keywords come down to.
    phrases: Vec<Box<str>>,
    /// Each word that it has, once, with the best of the fields that have it.
    words: Vec<(WordId, Field)>,
}

impl Index {
    /// Adds a document. Words count most in the title, then in the keywords, then in the body. What
    /// does not belong together, such as two phone numbers, stands apart by a comma or on lines of
    /// their own. Whoever types a phrase of several words that stands among the keywords means this document.
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

    /// The documents that have words of a query, the best first, and in the order in which they were
    /// added where they fit equally well. The last word may be one that is still being typed.
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

/// What each phrase among some keywords comes down to.
fn phrases(keywords: &str) -> impl Iterator<Item = Box<str>> {
    let phrases = keywords.split([',', '\n']).map(words);
    phrases.filter_map(|phrase| Some(content_words(&phrase)?.into()))
}

impl Document {
    /// The weight of its nearest word.
    fn weight(&self, match_kind: &[Option<MatchKind>]) -> u8 {
        let words = self.words.iter();
        let weights = words.filter_map(|(word, field)| {
            let match_kind = match_kind.get(word.place()).copied().flatten()?;
            Some(weight(match_kind, *field))
        });
        weights.max().unwrap_or(0)
    }

    /// Whether it has every word, then whether the query is its title or one of its phrases, then what its
    /// words weigh, then how short its title is.
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

/// How much a word says by being in few of the documents.
fn rarity(weights: &[u8]) -> u32 {
    let found = weights.iter().filter(|weight| **weight > 0).count();
    weights
        .len()
        .checked_div(found)
        .map_or(0, |every| every.ilog2() + 1)
}
