//! Parsing of queries.

use std::ops::Range;

use super::matching::QueryTerm;
use super::words::{Word, content_words, is_common, joined, numbers, words};

/// Maximum number of content words of a query, so that a pasted page does not block the phone.
const MOST_WORDS: usize = 16;

/// A parsed query.
#[derive(Debug)]
pub(super) struct Query {
    /// All words, joined.
    pub(super) text: String,
    /// The content words, joined; empty if the query is a single word.
    pub(super) content_words: String,
    /// Number of content words.
    pub(super) length: usize,
    /// The terms to match.
    pub(super) terms: Vec<Term>,
}

/// A term with the words that it covers: one content word or several in a row. “e mail” gives “e”, “mail” and
/// “email”.
#[derive(Debug)]
pub(super) struct Term {
    pub(super) sought: QueryTerm,
    /// The content words that it covers, by index.
    pub(super) places: Range<usize>,
}

impl Query {
    /// Parses a query.
    pub(super) fn read(query: &str) -> Self {
        let mut words = words(query);
        let (text, content_words) = (joined(&words), content_words(&words).unwrap_or_default());
        let before = counts_before(&words);
        words.truncate(before.partition_point(|count| *count < MOST_WORDS));
        let count = |at: usize| before.get(at).copied().unwrap_or_default();

        let mut terms = Vec::new();
        let mut add = |text: String, range: Range<usize>, sought: fn(String, bool) -> QueryTerm| {
            let places = count(range.start)..count(range.end);
            if !places.is_empty() {
                let sought = sought(text, range.end == words.len());
                terms.push(Term { sought, places });
            }
        };
        for (at, word) in words.iter().enumerate() {
            add(word.text.clone(), at..at + 1, QueryTerm::typed);
        }
        for (at, pair) in words.windows(2).enumerate() {
            add(joined(pair), at..at + 2, QueryTerm::made);
        }
        for (range, number) in numbers(&words) {
            add(number, range, QueryTerm::made);
        }
        Self {
            text,
            content_words,
            length: count(words.len()),
            terms,
        }
    }
}

/// Returns the number of content words before each word, and before the end.
fn counts_before(words: &[Word]) -> Vec<usize> {
    let is_common = |word: &Word| is_common(&word.text);
    let all_are = words.iter().all(is_common);
    let mut count = 0;
    let after = words.iter().map(|word| {
        count += usize::from(all_are || !is_common(word));
        count
    });
    std::iter::once(0).chain(after).collect()
}
