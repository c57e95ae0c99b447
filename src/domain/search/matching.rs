//! How near a word is to what is looked for, and what it weighs.

use super::edits::{Ending, is_within};
use super::stem::stem;

/// Where a document has a word, the least weighty first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    Body,
    Keywords,
    Title,
}

/// How near a word is, the furthest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum MatchKind {
    /// Two letters are wrong, or it begins with what is looked for but for wrong letters.
    FarTypo,
    /// One letter is wrong: missing, too many, another one, or changed places with its neighbour.
    Typo,
    /// It begins with what is looked for.
    Prefix,
    /// Another form of the same word.
    Stem,
    /// The very word.
    Whole,
}

/// What a word weighs for a document. A whole word in the body weighs more than the beginning of
/// one in the title, and so on down.
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

/// A word, made ready to be compared.
#[derive(Debug, Clone)]
pub(super) struct Token {
    text: Box<str>,
    /// What it shares with its other forms, where that is not all of it.
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

/// Which letters there are, as bits. Some letters share one.
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

    /// How many of these the others lack, at least. Each takes an edit to mend.
    const fn missing_from(self, other: Self) -> u32 {
        (self.0 & !other.0).count_ones()
    }
}

/// A word to look for.
#[derive(Debug)]
pub(super) struct QueryTerm {
    form: Token,
    /// The letters that it has whether or not its ending is cut.
    needed: CharSet,
    /// How many letters may be wrong.
    tolerance: u32,
    /// How many letters may be wrong in what it shares with its other forms.
    stem_tolerance: u32,
    /// How many may be wrong where more letters follow, if they may.
    unfinished: Option<u32>,
}

impl QueryTerm {
    /// A word as it was typed. Numbers and short words are taken at their word.
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

    /// A word that was made of what was typed. It is not known to be one, so no letter may be wrong.
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

    /// How near a word is, if it is near at all.
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

    /// How near a word is of which letters are wrong.
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

/// How many letters may be wrong in a word of a length.
const fn tolerance(length: usize) -> u32 {
    match length {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}
