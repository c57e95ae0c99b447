//! Match kinds of words and query terms, and their weights.

use super::edits::{Ending, is_within};
use super::stem::stem;

/// The field of a document that contains a word, the lowest weight first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    Body,
    Keywords,
    Title,
}

/// How a word matches a query term, the weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum MatchKind {
    /// Two edits, or a prefix with edits.
    FarTypo,
    /// One edit: a letter is missing, extra, substituted, or transposed with its neighbour.
    Typo,
    /// The term is a prefix of the word.
    Prefix,
    /// The same stem.
    Stem,
    /// The same word.
    Whole,
}

/// Returns the weight of a match. A whole word in the body weighs more than a prefix match in the title, and so
/// on down.
pub(super) const fn weight(match_kind: MatchKind, field: Field) -> u8 {
    let (step, extra) = match match_kind {
        MatchKind::Whole => (32, 8),
        MatchKind::Stem => (32, 0),
        MatchKind::Prefix => (16, 0),
        MatchKind::Typo => (8, 0),
        MatchKind::FarTypo => (4, 0),
    };
    let weight = match field {
        Field::Title => 7,
        Field::Keywords => 5,
        Field::Body => 4,
    };
    step * weight + extra
}

/// A word of a document, prepared for comparison.
#[derive(Debug, Clone)]
pub(super) struct Token {
    text: Box<str>,
    /// The stem, if it differs from the word.
    stem: Option<Box<str>>,
    length: usize,
    letters: CharSet,
}

impl Token {
    pub(super) fn of(text: String) -> Self {
        let stem = Some(stem(&text)).filter(|stem| *stem != text);
        Self {
            length: text.chars().count(),
            letters: CharSet::of(&text).or(CharSet::of(stem.as_deref().unwrap_or_default())),
            stem: stem.map(Into::into),
            text: text.into(),
        }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    fn stem(&self) -> &str {
        self.stem.as_deref().unwrap_or(&self.text)
    }
}

/// Set of the letters of a word, as bits. Some letters share a bit.
#[derive(Debug, Clone, Copy)]
struct CharSet(u32);

impl CharSet {
    fn of(text: &str) -> Self {
        let bits = text.chars().map(|letter| 1 << (u32::from(letter) % 32));
        Self(bits.fold(0, |all: u32, bit: u32| all | bit))
    }

    const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Returns a lower bound on the number of these letters that `other` lacks. Each takes an edit.
    const fn missing_from(self, other: Self) -> u32 {
        (self.0 & !other.0).count_ones()
    }
}

/// A word of a query.
#[derive(Debug)]
pub(super) struct QueryTerm {
    form: Token,
    /// The letters that are in both the word and its stem.
    needed: CharSet,
    /// Maximum number of edits.
    tolerance: u32,
    /// Maximum number of edits in the stem.
    stem_tolerance: u32,
    /// Maximum number of edits of a prefix match; `None` if only whole words match.
    unfinished: Option<u32>,
}

impl QueryTerm {
    /// Creates a term from a typed word. Numbers and short words allow no edits.
    pub(super) fn typed(text: String, is_unfinished: bool) -> Self {
        let sought = Self::made(text, is_unfinished);
        if sought.form.text.bytes().any(|byte| byte.is_ascii_digit()) {
            return sought;
        }
        let length = sought.form.length;
        Self {
            tolerance: tolerance(length),
            stem_tolerance: tolerance(sought.form.stem().chars().count()),
            unfinished: is_unfinished.then(|| tolerance(length.saturating_sub(1))),
            ..sought
        }
    }

    /// Creates a term from joined words. It may not be a real word, so it allows no edits.
    pub(super) fn made(text: String, is_unfinished: bool) -> Self {
        let form = Token::of(text);
        Self {
            needed: CharSet::of(&form.text).and(CharSet::of(form.stem())),
            tolerance: 0,
            stem_tolerance: 0,
            unfinished: is_unfinished.then_some(0),
            form,
        }
    }

    /// Returns how a word matches, or `None`.
    pub(super) fn match_kind(&self, word: &Token) -> Option<MatchKind> {
        if self.needed.missing_from(word.letters) > self.tolerance {
            return None;
        }
        let Token { text, .. } = &self.form;
        if *text == word.text {
            return Some(MatchKind::Whole);
        }
        if self.form.stem() == word.stem() {
            return Some(MatchKind::Stem);
        }
        if self.unfinished.is_some() && self.form.length >= 2 && word.text.starts_with(&**text) {
            return Some(MatchKind::Prefix);
        }
        self.typo(word)
    }

    /// Returns how a word matches with edits, or `None`.
    fn typo(&self, word: &Token) -> Option<MatchKind> {
        let Token { text, .. } = &self.form;
        let apart = self.form.length.abs_diff(word.length);
        let near = |edits: u32| {
            apart <= edits as usize && is_within(edits, text, &word.text, Ending::Same)
                || edits <= self.stem_tolerance
                    && is_within(edits, self.form.stem(), word.stem(), Ending::Same)
        };
        let begins = |edits| is_within(edits, text, &word.text, Ending::Open);
        match (self.tolerance, self.unfinished) {
            (1.., _) if near(1) => Some(MatchKind::Typo),
            (2.., _) if near(2) => Some(MatchKind::FarTypo),
            (_, Some(edits @ 1..)) if begins(edits) => Some(MatchKind::FarTypo),
            _ => None,
        }
    }
}

/// Returns the maximum number of edits for a word of this length, in characters.
const fn tolerance(length: usize) -> u32 {
    match length {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}
