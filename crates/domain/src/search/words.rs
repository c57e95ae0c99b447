//! Tokenisation of text into words.

use std::ops::Range;

use super::letters::{CharClass, Gap, push_folded};

/// Maximum length of a word in bytes; longer words are truncated.
const LONGEST: usize = 64;

/// A normalised word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// The letters, normalised. Never empty.
    pub(super) text: String,
    /// The separator before it.
    before: Gap,
}

impl Word {
    /// Whether it consists of digits.
    fn is_number(&self) -> bool {
        self.text.bytes().all(|byte| byte.is_ascii_digit())
    }
}

/// Splits a text into words.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut before = Gap::Break;
    let mut after = None;
    for character in text.chars() {
        match CharClass::of(character) {
            CharClass::Letter => {
                if let Some(gap) = after.take() {
                    end(&mut words, &mut word, before);
                    before = gap;
                }
                if word.len() < LONGEST {
                    push_folded(&mut word, character);
                }
            }
            CharClass::Silent => {}
            CharClass::Between(gap) => after = after.max(Some(gap)),
        }
    }
    end(&mut words, &mut word, before);
    words
}

fn end(words: &mut Vec<Word>, word: &mut String, before: Gap) {
    if !word.is_empty() {
        let text = std::mem::take(word);
        words.push(Word { text, before });
    }
}

/// Joins words that are separated by hyphens: “e-mail” is “email” too.
pub(super) fn compounds(words: &[Word]) -> impl Iterator<Item = String> {
    let chains = words.chunk_by(|_, next| next.before == Gap::Hyphen);
    chains.filter(|chain| chain.len() > 1).map(joined)
}

/// Joins runs of digits into phone numbers as dialled, however they are spaced, with the range of their words.
pub(super) fn numbers(words: &[Word]) -> impl Iterator<Item = (Range<usize>, String)> {
    let runs = words
        .chunk_by(|word, next| word.is_number() && next.is_number() && next.before < Gap::Break);
    let mut end = 0;
    let placed = runs.map(move |run| {
        let start = end;
        end += run.len();
        (start..end, run)
    });
    let numbers = placed.filter(|(_, run)| run.iter().all(Word::is_number));
    numbers.map(|(range, run)| (range, dialled(&joined(run))))
}

/// Joins words without separators.
pub(super) fn joined(words: &[Word]) -> String {
    words.iter().map(|word| word.text.as_str()).collect()
}

/// Joins the content words of a phrase without separators. `None` for a single word, which is not a phrase.
pub(super) fn content_words(words: &[Word]) -> Option<String> {
    let counting: String = words
        .iter()
        .map(|word| word.text.as_str())
        .filter(|word| !is_common(word))
        .collect();
    (words.len() > 1 && !counting.is_empty()).then_some(counting)
}

/// Converts a number to UK national format.
fn dialled(number: &str) -> String {
    let mut prefixes = ["0044", "44"].into_iter();
    let rest = prefixes.find_map(|prefix| number.strip_prefix(prefix));
    match rest.filter(|rest| rest.len() >= 9) {
        Some(rest) => ["0", rest.trim_start_matches('0')].concat(),
        None => number.to_owned(),
    }
}

/// Whether a word is a stop word, which is ignored unless there are only stop words. Words that carry meaning
/// here are not stop words: “he” is one, “men” is not.
pub(super) fn is_common(word: &str) -> bool {
    const COMMON: &str = "a about all also am an and any are as at be been being but by can cant could \
        did didnt do does doesnt doing dont for from get gets getting got had has have having he \
        her here hers hes him his how i id if ill im in into is isnt it its ive just keep keeps let \
        me my myself not of on or our out she shes should so some than that thats the their them \
        then there these they theyre this those to too up us very was wasnt we were what whats when \
        where which who whos why will with wont would you your";
    COMMON.split_ascii_whitespace().any(|common| common == word)
}
