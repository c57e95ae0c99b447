//! How hard guidance is to read. A build stops at what is too hard.
//!
//! Measured for each guide:
//!
//! | figure | a build |
//! |---|---|
//! | words of a sentence | stops over [`LONGEST`] |
//! | words of a sentence, as the mean of a guide of [`LEAST`] words or more | stops outside [`MEAN`] |
//! | reading age of such a guide | stops at [`OLDEST`] plus one year |
//! | reading age of all such guides, as their mean | stops outside [`AGE`] |
//! | share of sentences of [`SHORT`] words or fewer in such a guide | warns over [`SHORT_SHARE`] |
//!
//! The lower bound of the mean is there because sentences without a subject, a verb or a cause are hard to read
//! and the grade cannot see that. Easy Read versions are measured for the longest sentence alone: they have one
//! short sentence a line by their own rule.
//!
//! The reading age is the Flesch-Kincaid grade plus [`AGE_OF_GRADE`]. The grade (Kincaid and others, 1975) is
//! 0.39 times the words of a sentence, plus 11.8 times the syllables of a word, less 15.59. A guide that asks
//! for less than [`AGE`] is not refused: one for children may.
//!
//! A heading, the line of a button and the label of an example are no sentences. The rows of an example are
//! words to say or to write down, so only their longest sentence is looked at. A colon does not end a sentence.
//!
//! Grades are made for English. In other languages only the length of the longest sentence is looked at.

mod syllables;

use std::ops::RangeInclusive;

use super::problem::Problems;
use super::source::SourceFile;
use crate::domain::guide::{Block, Guide, Text, plain_words};

/// The most words of a sentence.
pub const LONGEST: usize = 20;
/// The words from which on a guide has a mean, a reading age and a share of short sentences.
pub const LEAST: u32 = 100;
/// The words of a sentence, as the mean of a guide.
pub const MEAN: RangeInclusive<f64> = 9.0..=14.0;
/// A sentence of so many words or fewer is short.
pub const SHORT: usize = 5;
/// The largest share of short sentences in a guide without a warning.
pub const SHORT_SHARE: f64 = 0.25;
/// The highest reading age of a guide, in whole years.
pub const OLDEST: f64 = 11.0;
/// The reading age of all guides together, as their mean, in years.
pub const AGE: RangeInclusive<f64> = 9.0..=11.0;
/// How many years older than its grade a reader is: the first grade is for children of six.
pub const AGE_OF_GRADE: f64 = 5.0;

/// How hard a guide is to read.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// All of its words, those of examples and of its Easy Read version among them.
    pub words: u32,
    /// The sentences that count for the mean.
    pub sentences: u32,
    /// The words of those sentences.
    pub words_of_sentences: u32,
    /// Those of them that are short.
    pub short: u32,
    /// Its Flesch-Kincaid grade: the years of school that it asks for.
    pub grade: f64,
    /// The sentences that are too long.
    pub too_long: Vec<String>,
}

impl Reading {
    /// The words of a sentence, as the mean.
    #[must_use]
    pub fn mean(&self) -> f64 {
        f64::from(self.words_of_sentences) / f64::from(self.sentences.max(1))
    }

    /// The share of short sentences, from 0 to 1.
    #[must_use]
    pub fn short_share(&self) -> f64 {
        f64::from(self.short) / f64::from(self.sentences.max(1))
    }

    /// The age at which most readers can follow it, in years.
    #[must_use]
    pub fn age(&self) -> f64 {
        self.grade + AGE_OF_GRADE
    }
}

/// A line of a guide, and whether its sentences count for the mean and the grade.
struct Line {
    text: String,
    counts: bool,
}

/// Measures a guide. Of its Easy Read version only the longest sentences are looked at.
#[must_use]
pub fn reading(guide: &Guide) -> Reading {
    let mut lines = vec![Line {
        text: guide.summary.clone(),
        counts: true,
    }];
    lines_of(&guide.blocks, &mut lines);
    let easy = guide.easy.iter().flat_map(|easy| &easy.lines);
    lines.extend(easy.map(|(_, text)| Line {
        text: plain_words(text),
        counts: false,
    }));

    let (mut all, mut sentences, mut words, mut short, mut sounds) = (0, 0, 0, 0, 0);
    let mut too_long = Vec::new();
    for line in &lines {
        for sentence in sentences_of(&line.text) {
            let length = words_of(sentence).count();
            all += number(length);
            if length > LONGEST {
                too_long.push(sentence.to_owned());
            }
            if line.counts {
                sentences += 1;
                words += number(length);
                short += u32::from(length <= SHORT);
                sounds += words_of(sentence).map(syllables::count).sum::<u32>();
            }
        }
    }
    Reading {
        words: all,
        sentences,
        words_of_sentences: words,
        short,
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

/// Every line of some blocks that a reader reads as sentences.
fn lines_of(blocks: &[Block], lines: &mut Vec<Line>) {
    for block in blocks {
        let counts = !matches!(block, Block::Example { .. });
        let texts: Vec<&Text> = match block {
            Block::Paragraph(text) | Block::Choice { question: text, .. } => vec![text],
            Block::List { items, .. } | Block::Boxes(items) | Block::Note(items) => {
                items.iter().collect()
            }
            Block::Example { rows, .. } => rows.iter().map(|(_, value)| value).collect(),
            Block::Term { meaning, .. } => vec![meaning],
            Block::Part { blocks, .. } => {
                lines_of(blocks, lines);
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
        let texts = texts.into_iter().map(|text| plain_words(text));
        lines.extend(texts.map(|text| Line { text, counts }));
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
    let mut ages = Vec::new();
    for (guide, file) in guides {
        let reading = reading(guide);
        for sentence in &reading.too_long {
            let count = words_of(sentence).count();
            let reason = format!("{count} words in one sentence, at most {LONGEST}: “{sentence}”");
            problems.push(file.problem_at(place(&file.text, sentence), reason));
        }
        if language != "en" || reading.words_of_sentences < LEAST {
            continue;
        }
        let (mean, age) = (reading.mean(), reading.age());
        if !MEAN.contains(&mean) {
            let (least, most) = (MEAN.start(), MEAN.end());
            let reason = format!(
                "{mean:.1} words in a sentence on average, between {least} and {most}: join what belongs \
                 together, or split what is long"
            );
            problems.push(file.problem_at(0, reason));
        }
        if age >= OLDEST + 1.0 {
            let reason = format!("too hard to read: reading age {age:.1}, at most {OLDEST}");
            problems.push(file.problem_at(0, reason));
        }
        ages.push(age);
    }
    let mean = ages.iter().sum::<f64>() / f64::from(number(ages.len()).max(1));
    if let (false, Some((_, file))) = (AGE.contains(&mean) || ages.is_empty(), guides.first()) {
        let (youngest, oldest) = (AGE.start(), AGE.end());
        let reason = format!(
            "all guidance together has reading age {mean:.1}, between {youngest} and {oldest}"
        );
        problems.push(file.problem_at(0, reason));
    }
}

/// What a build in a language says about guides that read like a telegram, and goes on.
#[must_use]
pub fn warnings(language: &str, guides: &[Guide]) -> Vec<String> {
    let measured = guides.iter().filter(|_| language == "en");
    let telegrams = measured.filter_map(|guide| {
        let reading = reading(guide);
        let share = reading.short_share();
        (reading.words_of_sentences >= LEAST && share > SHORT_SHARE).then(|| {
            format!(
                "{}/{}.md: {:.0} % of the sentences have {SHORT} words or fewer, more than {:.0} %",
                guide.view.name(),
                guide.id,
                100.0 * share,
                100.0 * SHORT_SHARE,
            )
        })
    });
    telegrams.collect()
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
