//! Phrases that are recognised anywhere in a query.

use super::matching::{MatchKind, QueryTerm, Token};
use super::words::{is_common, words};

/// Whether a query contains one of the phrases as consecutive whole words; a phrase that ends with a full stop
/// matches only at the end of the query. Every word of the phrase is compared, common ones too: “dont want to
/// live” is not “want to live”. A word with the same stem matches, and so does a word of four letters or more
/// with one deletion or transposition. Other edits make other words: “wife” from “life”, “sending” from “ending”.
#[must_use]
pub fn holds_phrase<'a>(query: &str, phrases: impl IntoIterator<Item = &'a str>) -> bool {
    let query: Vec<Token> = words(query)
        .into_iter()
        .map(|word| Token::of(word.text))
        .collect();
    phrases.into_iter().any(|phrase| {
        let at_the_end = phrase.ends_with('.');
        let phrase: Vec<String> = words(phrase).into_iter().map(|word| word.text).collect();
        let is_here = |run: &[Token]| {
            let mut pairs = phrase.iter().zip(run);
            pairs.all(|(sought, word)| is_meant(sought, word))
        };
        let mut runs = query.windows(phrase.len().max(1));
        if phrase.is_empty() {
            false
        } else if at_the_end {
            runs.next_back().is_some_and(is_here)
        } else {
            runs.any(is_here)
        }
    })
}

/// Whether a word of a query matches a word of a phrase, possibly misspelled.
fn is_meant(sought: &str, word: &Token) -> bool {
    let length = sought.chars().count();
    let exact = QueryTerm::made(sought.to_owned(), false).match_kind(word);
    if exact.is_some() || is_common(sought) || length < 4 {
        return exact.is_some();
    }
    let slip = QueryTerm::typed(sought.to_owned(), false).match_kind(word) == Some(MatchKind::Typo);
    let letters = |text: &str| {
        let mut letters: Vec<char> = text.chars().collect();
        letters.sort_unstable();
        letters
    };
    let lacks_one = word.text().chars().count() + 1 == length;
    slip && (lacks_one || letters(word.text()) == letters(sought))
}

#[cfg(test)]
mod tests {
    use super::holds_phrase;

    const PHRASES: [&str; 5] = [
        "kill myself",
        "dont want to live.",
        "can’t go on.",
        "want to end my life",
        "end it all",
    ];

    #[test]
    fn a_phrase_is_found_among_other_words_and_with_a_slip() {
        for query in [
            "kill myself",
            "I really want to KILL myself tonight",
            "kil myself",
            "killing myself",
            "I don’t want to live",
            "i cant go on",
            "i want to end my lief",
            "thinking about ending it all",
        ] {
            assert!(holds_phrase(query, PHRASES), "{query}");
        }
    }

    #[test]
    fn what_only_sounds_like_a_phrase_is_not_one() {
        for query in [
            "",
            "he will kill me",
            "he said he would kill himself",
            "i want to live somewhere safe",
            "kill",
            "myself",
            "kill and myself",
            "i can go on",
            "i cant go on instagram",
            "i dont want to live with him any more",
            "he said he will end my life",
            "i want to end my wife",
            "he keeps sending it all to my mum",
        ] {
            assert!(!holds_phrase(query, PHRASES), "{query}");
        }
        assert!(!holds_phrase("anything", [""]));
        assert!(!holds_phrase("anything", []));
    }
}
