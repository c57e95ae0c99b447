//! Readability of guides. Text that is too hard fails the build.
//!
//! Measured for each guide:
//!
//! | figure | a build |
//! |---|---|
//! | words per sentence | fails over [`LONGEST`] |
//! | mean words per sentence, in a guide of [`LEAST`] words or more | fails outside [`MEAN`] |
//! | reading age of such a guide | fails at [`OLDEST`] plus one year |
//! | mean reading age of all such guides | fails outside [`AGE`] |
//! | share of sentences of [`SHORT`] words or fewer in such a guide | warns over [`SHORT_SHARE`] |
//!
//! The mean has a lower bound because sentences without a subject, a verb or a cause are hard to read, which the
//! grade does not measure. In Easy Read versions only the longest sentence is checked: their parser already requires
//! one short sentence per line.
//!
//! The reading age is the Flesch-Kincaid grade plus [`AGE_OF_GRADE`]. The grade (Kincaid and others, 1975) is
//! 0.39 times the words per sentence, plus 11.8 times the syllables per word, minus 15.59. A guide below [`AGE`] is
//! accepted: one for children may be.
//!
//! Headings, button labels and labels of examples are not sentences. The rows of an example are wording to say or
//! write down, so only their longest sentence is checked. A colon does not end a sentence.
//!
//! The grade is defined for English. In other languages only the longest sentence is checked.

mod syllables;

use std::ops::RangeInclusive;

use super::error::ContentErrors;
use super::source::SourceFile;
use domain::guide::{Block, Guide, Text, plain_words};

/// Maximum number of words per sentence.
pub const LONGEST: usize = 20;
/// Minimum number of words of a guide for its mean, reading age and share of short sentences to be checked.
pub const LEAST: u32 = 100;
/// Accepted mean of words per sentence of a guide.
pub const MEAN: RangeInclusive<f64> = 9.0..=14.0;
/// Maximum number of words of a short sentence.
pub const SHORT: usize = 5;
/// Maximum share of short sentences in a guide without a warning.
pub const SHORT_SHARE: f64 = 0.25;
/// Maximum reading age of a guide, in whole years.
pub const OLDEST: f64 = 11.0;
/// Accepted mean reading age of all guides, in years.
pub const AGE: RangeInclusive<f64> = 9.0..=11.0;
/// Difference between reading age and grade, in years: the first grade is for children of six.
pub const AGE_OF_GRADE: f64 = 5.0;

/// Readability measures of a guide.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// Number of words, including examples and the Easy Read version.
    pub words: u32,
    /// Number of sentences that count for the mean.
    pub sentences: u32,
    /// Number of words in those sentences.
    pub words_of_sentences: u32,
    /// Number of those sentences that are short.
    pub short: u32,
    /// Flesch-Kincaid grade: the years of school that it requires.
    pub grade: f64,
    /// The sentences that are too long.
    pub too_long: Vec<String>,
}

impl Reading {
    /// Returns the mean of words per sentence.
    #[must_use]
    pub fn mean(&self) -> f64 {
        f64::from(self.words_of_sentences) / f64::from(self.sentences.max(1))
    }

    /// Returns the share of short sentences, from 0 to 1.
    #[must_use]
    pub fn short_share(&self) -> f64 {
        f64::from(self.short) / f64::from(self.sentences.max(1))
    }

    /// Returns the reading age in years.
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

/// Measures a guide. In its Easy Read version only long sentences are checked.
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

/// Collects the lines of blocks that consist of sentences.
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

/// Splits a line into sentences. One ends at a full stop, question mark or exclamation mark before a space.
fn sentences_of(line: &str) -> impl Iterator<Item = &str> {
    let mut ends = vec![0];
    let mut may_end = false;
    for (place, character) in line.char_indices() {
        if character.is_whitespace() && may_end {
            ends.push(place);
        }
        // Closing quotes and brackets belong to the sentence before.
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

/// Splits a text into words: letters and digits, and the characters that join them.
fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character: char| !character.is_alphanumeric() && !"’'.,:".contains(character))
        .map(|word| word.trim_matches(|character: char| !character.is_alphanumeric()))
        .filter(|word| !word.is_empty())
}

/// Checks the sentences of every string of a TOML file: none is longer than [`LONGEST`].
pub(super) fn check_strings(file: &SourceFile, value: &toml::Value, problems: &mut ContentErrors) {
    match value {
        toml::Value::String(text) => {
            for sentence in sentences_of(text) {
                let count = words_of(sentence).count();
                if count > LONGEST {
                    let reason = too_long(sentence, count);
                    problems.push(file.problem_at(place(&file.text, sentence), reason));
                }
            }
        }
        toml::Value::Array(values) => {
            for value in values {
                check_strings(file, value, problems);
            }
        }
        toml::Value::Table(table) => {
            for (_, value) in table {
                check_strings(file, value, problems);
            }
        }
        _ => {}
    }
}

fn too_long(sentence: &str, count: usize) -> String {
    format!("{count} words in one sentence, at most {LONGEST}: “{sentence}”")
}

/// Adds a problem for everything that is too hard to read.
pub(super) fn check(language: &str, guides: &[(Guide, SourceFile)], problems: &mut ContentErrors) {
    let mut ages = Vec::new();
    for (guide, file) in guides {
        let reading = reading(guide);
        for sentence in &reading.too_long {
            let count = words_of(sentence).count();
            let reason = too_long(sentence, count);
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

/// Returns warnings about guides with too many short sentences. The build continues.
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

/// Returns the byte offset of a sentence in its file, approximate where Markdown markup or quotes differ.
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
