//! Phrases that are recognised wherever they are in a query.

use super::matching::{Closeness, Form, Sought};
use super::words::{is_common, words};

/// Whether a query holds one of the phrases as a run of whole words. Every word of the phrase counts, common ones
/// too: “dont want to live” is not “want to live”. Another form of a word counts as the word, and so does one wrong
/// letter in a word of four letters or more that is not a common one: “can” is no slip for “cant”.
#[must_use]
pub fn holds_phrase<'a>(query: &str, phrases: impl IntoIterator<Item = &'a str>) -> bool {
    let query: Vec<Form> = words(query)
        .into_iter()
        .map(|word| Form::of(word.text))
        .collect();
    phrases.into_iter().any(|phrase| {
        let phrase: Vec<Sought> = words(phrase)
            .into_iter()
            .map(|word| match is_common(&word.text) {
                true => Sought::made(word.text, false),
                false => Sought::typed(word.text, false),
            })
            .collect();
        let is_here = |run: &[Form]| {
            let mut pairs = phrase.iter().zip(run);
            pairs.all(|(sought, word)| sought.closeness(word) >= Some(Closeness::Typo))
        };
        !phrase.is_empty() && query.windows(phrase.len()).any(is_here)
    })
}

#[cfg(test)]
mod tests {
    use super::holds_phrase;

    const PHRASES: [&str; 3] = ["kill myself", "dont want to live", "can’t go on"];

    #[test]
    fn a_phrase_is_found_among_other_words_and_with_a_slip() {
        for query in [
            "kill myself",
            "I really want to KILL myself tonight",
            "kil myself",
            "killing myself",
            "i dont want to live any more",
            "I don’t want to live",
            "i cant go on",
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
        ] {
            assert!(!holds_phrase(query, PHRASES), "{query}");
        }
        assert!(!holds_phrase("anything", [""]));
        assert!(!holds_phrase("anything", []));
    }
}
