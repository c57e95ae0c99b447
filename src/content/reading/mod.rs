//! How hard guidance is to read. A build stops at what is too hard.
//!
//! Measured for each guide: no sentence has more than [`LONGEST`] words; a guide of [`LEAST`] words or more
//! has a Flesch-Kincaid grade of at most [`HARDEST`]; and all of those together have one of at most
//! [`ON_AVERAGE`]. The grade (Kincaid and others, 1975) is 0.39 times the words of a sentence, plus 11.8
//! times the syllables of a word, less 15.59.
//!
//! Names (words with a capital inside a sentence) and words that the guide explains itself are left out of
//! the grade, since nobody can put them more simply. A heading, the line of a button and the label of an
//! example are no sentences. A colon does not end one.
//!
//! Grades are made for English. In other languages only the length of sentences is looked at.

mod syllables;

use std::collections::BTreeSet;

use super::problem::Problems;
use super::source::SourceFile;
use crate::domain::guide::{Block, Guide, Text, plain_words};

/// The most words of a sentence.
pub const LONGEST: usize = 20;
/// The words from which on a guide has a grade.
pub const LEAST: u32 = 100;
/// The highest grade of any guide.
pub const HARDEST: f64 = 8.0;
/// The highest grade of all guides together, as their mean.
pub const ON_AVERAGE: f64 = 6.0;

/// How hard a guide is to read.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// All of its words.
    pub words: u32,
    /// Its Flesch-Kincaid grade: the years of school that it asks for.
    pub grade: f64,
    /// The sentences that are too long.
    pub too_long: Vec<String>,
}

/// Measures a guide, its Easy Read version included.
#[must_use]
pub fn reading(guide: &Guide) -> Reading {
    let mut lines = vec![guide.summary.clone()];
    let mut explained = BTreeSet::new();
    lines_of(&guide.blocks, &mut lines, &mut explained);
    let easy = guide.easy.iter().flat_map(|easy| &easy.lines);
    lines.extend(easy.map(|(_, text)| plain_words(text)));

    let mut too_long = Vec::new();
    let (mut all, mut words, mut sentences, mut sounds) = (0, 0, 0, 0);
    for sentence in lines.iter().flat_map(|line| sentences_of(line)) {
        let said: Vec<&str> = words_of(sentence).collect();
        all += number(said.len());
        if said.len() > LONGEST {
            too_long.push(sentence.to_owned());
        }
        let is_name = |place: usize, word: &str| {
            place > 0 && word != "I" && word.starts_with(char::is_uppercase)
        };
        let counted: Vec<&str> = said
            .iter()
            .enumerate()
            .filter(|(place, word)| {
                !is_name(*place, word) && !explained.contains(&word.to_lowercase())
            })
            .map(|(_, word)| *word)
            .collect();
        if !counted.is_empty() {
            sentences += 1;
            words += number(counted.len());
            sounds += counted.into_iter().map(syllables::count).sum::<u32>();
        }
    }
    Reading {
        words: all,
        grade: grade(words, sentences, sounds),
        too_long,
    }
}

fn grade(words: u32, sentences: u32, syllables: u32) -> f64 {
    let [words, sentences, syllables] = [words, sentences, syllables].map(f64::from);
    if words < 1.0 {
        return 0.0;
    }
    0.39 * words / sentences + 11.8 * syllables / words - 15.59
}

fn number(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// Every line of some blocks that a reader reads as sentences, and the words that they explain.
fn lines_of(blocks: &[Block], lines: &mut Vec<String>, explained: &mut BTreeSet<String>) {
    for block in blocks {
        let texts: Vec<&Text> = match block {
            Block::Paragraph(text) | Block::Choice { question: text, .. } => vec![text],
            Block::List { items, .. } | Block::Boxes(items) | Block::Note(items) => {
                items.iter().collect()
            }
            Block::Example { rows, .. } => rows.iter().map(|(_, value)| value).collect(),
            Block::Term { word, meaning } => {
                explained.extend(words_of(word).map(str::to_lowercase));
                vec![meaning]
            }
            Block::Part { blocks, .. } => {
                lines_of(blocks, lines, explained);
                Vec::new()
            }
            Block::Heading { .. }
            | Block::Picture { .. }
            | Block::Sheet { .. }
            | Block::Go(..)
            | Block::Rehearsal(_)
            | Block::Look(_)
            | Block::Keep(_)
            | Block::Call { .. } => Vec::new(),
        };
        lines.extend(texts.into_iter().map(|text| plain_words(text)));
    }
}

/// The sentences of a line. One ends at a full stop, a question mark or an exclamation mark before a space.
fn sentences_of(line: &str) -> impl Iterator<Item = &str> {
    let mut ends = vec![0];
    let mut may_end = false;
    for (place, character) in line.char_indices() {
        if character.is_whitespace() && may_end {
            ends.push(place);
        }
        // Marks that close something belong to the sentence before.
        let closes = "”’\"')".contains(character);
        may_end = ".!?".contains(character) || (may_end && closes);
    }
    ends.push(line.len());
    let pairs: Vec<(usize, usize)> = ends
        .windows(2)
        .filter_map(|pair| Some((*pair.first()?, *pair.last()?)))
        .collect();
    pairs
        .into_iter()
        .filter_map(|(from, to)| line.get(from..to))
        .map(str::trim)
        .filter(|sentence| words_of(sentence).next().is_some())
}

/// The words of a text: letters and digits, and what joins them.
fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character: char| !character.is_alphanumeric() && !"’'.,:".contains(character))
        .map(|word| word.trim_matches(|character: char| !character.is_alphanumeric()))
        .filter(|word| !word.is_empty())
}

/// Adds a problem for everything that is too hard.
pub(super) fn check(language: &str, guides: &[(Guide, SourceFile)], problems: &mut Problems) {
    let mut grades = Vec::new();
    for (guide, file) in guides {
        let Reading {
            words,
            grade,
            too_long,
        } = reading(guide);
        for sentence in too_long {
            let count = words_of(&sentence).count();
            let reason = format!("{count} words in one sentence, at most {LONGEST}: “{sentence}”");
            problems.push(file.problem_at(place(&file.text, &sentence), reason));
        }
        if language != "en" || words < LEAST {
            continue;
        }
        if grade > HARDEST {
            let reason = format!("too hard to read: grade {grade:.1}, at most {HARDEST}");
            problems.push(file.problem_at(0, reason));
        }
        grades.push(grade);
    }
    let mean = grades.iter().sum::<f64>() / f64::from(number(grades.len()).max(1));
    if let (true, Some((_, file))) = (mean > ON_AVERAGE, guides.first()) {
        let reason = format!(
            "all guidance together is too hard to read: grade {mean:.1}, at most {ON_AVERAGE}"
        );
        problems.push(file.problem_at(0, reason));
    }
}

/// Where a sentence stands in its file, as far as marks and quotes let it be found.
fn place(text: &str, sentence: &str) -> usize {
    let words: Vec<&str> = words_of(sentence).collect();
    let mut length = words.len();
    while length > 1 {
        let run = words.get(..length).unwrap_or_default().join(" ");
        if let Some(place) = text.find(&run) {
            return place;
        }
        length -= 1;
    }
    0
}

#[cfg(test)]
mod tests {
    use super::{grade, place, sentences_of, words_of};

    #[test]
    fn a_sentence_ends_before_a_space_and_keeps_its_closing_marks() {
        let line = "Call 999 now. “Stop!” they said. Is it 9.30am? (Yes.) Risk: they may see it";
        let sentences: Vec<&str> = sentences_of(line).collect();
        assert_eq!(
            sentences,
            [
                "Call 999 now.",
                "“Stop!”",
                "they said.",
                "Is it 9.30am?",
                "(Yes.)",
                "Risk: they may see it"
            ]
        );
    }

    #[test]
    fn a_word_keeps_what_joins_it() {
        let words: Vec<&str> = words_of("It’s 9.30am – e-mail, (twice): “no”.").collect();
        assert_eq!(words, ["It’s", "9.30am", "e", "mail", "twice", "no"]);
    }

    #[test]
    fn the_grade_is_the_formula_of_kincaid() {
        // 100 words in 5 sentences with 150 syllables: 0.39 × 20 + 11.8 × 1.5 − 15.59.
        assert!((grade(100, 5, 150) - 9.91).abs() < 1e-9);
        assert!(grade(0, 0, 0).abs() < 1e-9);
    }

    #[test]
    fn a_sentence_is_found_in_its_file_despite_marks() {
        let file = "+++\n+++\n\nA line.\n\n- **Call** them now, or later.\n";
        let at = place(file, "them now, or later.");
        assert_eq!(file.find("them now"), Some(at));
    }
}
