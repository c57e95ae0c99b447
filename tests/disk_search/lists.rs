//! The needles, and their search in a text.

use std::collections::{HashMap, HashSet};

use aho_corasick::{AhoCorasick, BuildError};

/// A kind of needle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum List {
    /// Three words of ours in a row.
    Runs,
    /// A word that reveals the subject.
    Words,
    /// A telephone number that the page shows.
    Numbers,
    /// Something that was typed.
    Typed,
    /// The address of the page, which the browser itself records.
    Address,
}

impl List {
    /// Every list, in the order of the tables.
    pub const ALL: [Self; 5] = [
        Self::Runs,
        Self::Words,
        Self::Numbers,
        Self::Typed,
        Self::Address,
    ];

    /// What the tables call it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Runs => "runs",
            Self::Words => "words",
            Self::Numbers => "numbers",
            Self::Typed => "typed",
            Self::Address => "address",
        }
    }
}

/// Everything that is searched for, compiled.
///
/// A word is letters and digits; whatever is between words (spaces, tags, stops, apostrophes, zero
/// bytes) counts as one space, and capitals do not count.
#[derive(Debug)]
pub struct Lists {
    vocabulary: HashMap<Vec<u8>, u32>,
    /// Which sketches words of the vocabulary have.
    sketches: Vec<bool>,
    runs: HashSet<[u32; 3]>,
    needles: Vec<(List, String)>,
    automaton: AhoCorasick,
}

/// The fewest bytes that the three words of a run have together. Sealed bytes are as good as random: in 500 kB of them
/// four given bytes, in either case and with anything between the words, stand about once in 7,000 visits, and there
/// are many runs so short (“it 1 2” was found). Six stand there once in some 10^7. Both are estimates.
const SHORTEST_RUN: usize = 6;

/// How many bytes of context a finding reports.
const ROUND: usize = 40;

impl Lists {
    /// Lists of every three words in a row in `texts`, and of `needles` as they are.
    ///
    /// # Errors
    ///
    /// An error if there are more needles than one search can have.
    pub fn new<'a>(
        texts: impl IntoIterator<Item = &'a str>,
        needles: impl IntoIterator<Item = (List, &'a str)>,
    ) -> Result<Self, BuildError> {
        let mut vocabulary = HashMap::new();
        let mut runs = HashSet::new();
        for text in texts {
            let mut last = [None; 3];
            let mut in_a_row = 0;
            let mut lengths = [0; 3];
            walk(text.as_bytes(), &mut Vec::new(), |word, _| {
                let next = u32::try_from(vocabulary.len()).unwrap_or(u32::MAX);
                let number = *vocabulary.entry(word.to_vec()).or_insert(next);
                // Any file has bare numbers in a row; those that matter have a list.
                let is_number = word.iter().all(u8::is_ascii_digit);
                in_a_row = if is_number { in_a_row + 1 } else { 0 };
                lengths.rotate_left(1);
                lengths[2] = word.len();
                if let Some(run) = push(&mut last, Some(number))
                    && in_a_row < 3
                    && lengths.iter().sum::<usize>() >= SHORTEST_RUN
                {
                    runs.insert(run);
                }
            });
        }
        let needles: Vec<(List, String)> = needles
            .into_iter()
            .map(|(list, needle)| (list, flatten(needle)))
            .collect();
        let mut sketches = vec![false; SKETCHES];
        for place in vocabulary.keys().map(|word: &Vec<u8>| sketch(word)) {
            if let Some(sketch) = sketches.get_mut(place) {
                *sketch = true;
            }
        }
        let automaton = AhoCorasick::new(needles.iter().map(|(_, needle)| needle))?;
        Ok(Self {
            vocabulary,
            sketches,
            runs,
            needles,
            automaton,
        })
    }

    /// How many runs of three words there are.
    pub fn runs(&self) -> usize {
        self.runs.len()
    }

    /// Reports each entry of the lists in a text: which list, what, and the words round it.
    pub fn look(&self, text: &[u8], mut found: impl FnMut(List, &str, String)) {
        let mut flat = Vec::with_capacity(text.len());
        let mut last = [None; 3];
        let mut ends = [0; 3];
        let mut hits: Vec<(usize, usize)> = Vec::new();
        walk(text, &mut flat, |word, end| {
            ends.rotate_left(1);
            ends[2] = end;
            // Most of the bytes are no text: few of their “words” get as far as the vocabulary.
            let known = self.sketches.get(sketch(word)) == Some(&true);
            let number = known.then(|| self.vocabulary.get(word)).flatten();
            let run = push(&mut last, number.copied());
            if run.is_some_and(|run| self.runs.contains(&run)) {
                hits.push((ends[0], end));
            }
        });
        for (first_ends, end) in hits {
            let before = flat.get(..first_ends).unwrap_or_default();
            let start = before.iter().rposition(|byte| *byte == b' ');
            let start = start.map_or(0, |space| space + 1);
            let what = String::from_utf8_lossy(flat.get(start..end).unwrap_or_default());
            found(List::Runs, &what, round(&flat, start, end));
        }
        for hit in self.automaton.find_overlapping_iter(&flat) {
            if let Some((list, what)) = self.needles.get(hit.pattern().as_usize()) {
                found(*list, what, round(&flat, hit.start(), hit.end()));
            }
        }
    }
}

/// How many sketches there are.
const SKETCHES: usize = 1 << 20;

/// A word's first and last byte and its length, which tell most words from most others.
fn sketch(word: &[u8]) -> usize {
    match word {
        [first, .., last] => {
            usize::from(*first) << 12 | usize::from(*last) << 4 | word.len().min(15)
        }
        [only] => usize::from(*only),
        [] => 0,
    }
}

/// Pushes a word into a window of three; returns the three once it is full.
fn push(last: &mut [Option<u32>; 3], word: Option<u32>) -> Option<[u32; 3]> {
    last.rotate_left(1);
    last[2] = word;
    match *last {
        [Some(one), Some(two), Some(three)] => Some([one, two, three]),
        _ => None,
    }
}

/// A text as it is searched: words in lower case, one space between them.
pub fn flatten(text: &str) -> String {
    let mut flat = Vec::new();
    walk(text.as_bytes(), &mut flat, |_, _| {});
    String::from_utf8_lossy(&flat).trim_end().to_owned()
}

/// Iterates over the words. Each is appended to `flat` with a space, and reported with its end.
fn walk(text: &[u8], flat: &mut Vec<u8>, mut heard: impl FnMut(&[u8], usize)) {
    let is_letter = |byte: &u8| matches!(byte, b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | 0x80..);
    let mut rest = text;
    while let Some(start) = rest.iter().position(is_letter) {
        rest = rest.get(start..).unwrap_or_default();
        let length = rest.iter().position(|byte| !is_letter(byte));
        let (word, after) = rest.split_at(length.unwrap_or(rest.len()));
        rest = after;
        if word.is_ascii() {
            take(word, flat, &mut heard);
        } else if let Ok(text) = std::str::from_utf8(word) {
            let text = text.to_lowercase();
            for word in text.split(|letter: char| !letter.is_alphanumeric()) {
                if !word.is_empty() {
                    take(word.as_bytes(), flat, &mut heard);
                }
            }
        } else {
            // No text, or another encoding: its ASCII part is a word all the same.
            for word in word.split(|byte| !byte.is_ascii()) {
                if !word.is_empty() {
                    take(word, flat, &mut heard);
                }
            }
        }
    }
}

fn take(word: &[u8], flat: &mut Vec<u8>, heard: &mut impl FnMut(&[u8], usize)) {
    let start = flat.len();
    flat.extend_from_slice(word);
    let end = flat.len();
    if let Some(word) = flat.get_mut(start..) {
        word.make_ascii_lowercase();
        heard(word, end);
    }
    flat.push(b' ');
}

fn round(flat: &[u8], start: usize, end: usize) -> String {
    let from = start.saturating_sub(ROUND);
    let to = (end + ROUND).min(flat.len());
    String::from_utf8_lossy(flat.get(from..to).unwrap_or_default()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::Lists;

    #[test]
    fn a_run_is_long_enough_not_to_stand_in_random_bytes_by_chance() {
        let runs = |text| Lists::new([text], []).map_or(0, |lists| lists.runs());
        assert_eq!(runs("it 1 2"), 0);
        assert_eq!(runs("it 1 2 helplines"), 1);
    }
}
