//! What is looked for.

use std::ops::Range;

use super::matching::QueryTerm;
use super::words::{Word, content_words, is_common, joined, numbers, words};

/// So many words of a query count, lest a pasted page hold up the phone.
const MOST_WORDS: usize = 16;

/// A query, as what to look for.
#[derive(Debug)]
pub(super) struct Query {
    /// All of its words, joined.
    pub(super) text: String,
    /// What it comes down to, or nothing if it is one word.
    pub(super) content_words: String,
    /// How many of them count.
    pub(super) length: usize,
    /// What to look for.
    pub(super) terms: Vec<Term>,
}

/// Something to look for. It stands for one word that counts, or for some in a row: “e mail” is looked
/// for as “e”, as “mail” and as “email”.
#[derive(Debug)]
pub(super) struct Term {
    pub(super) sought: QueryTerm,
    /// The words that it stands for, among those that count.
    pub(super) places: Range<usize>,
}

impl Query {
    /// Reads what was typed.
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

/// How many words count before each one, and before the end.
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
