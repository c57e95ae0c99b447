//! Words with wrong letters.

use std::str::Chars;

/// How a word may end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// As what was typed ends.
    Same,
    /// In any way: more letters may follow.
    Open,
}

/// Whether so many edits make one word of what was typed. An edit puts a letter in, leaves one out,
/// changes one, or lets two neighbours change places (optimal string alignment). Tables of that take
/// several times as long, because few words get past their first letters here.
pub(super) fn is_within(edits: u32, typed: &str, word: &str, ending: Ending) -> bool {
    are_within(edits, typed.chars(), word.chars(), ending)
}

fn are_within(edits: u32, mut typed: Chars<'_>, mut word: Chars<'_>, ending: Ending) -> bool {
    let (typed_here, word_here) = (typed.clone(), word.clone());
    let (one, other) = (typed.next(), word.next());
    if one == other {
        return one.is_none() || are_within(edits, typed, word, ending);
    }
    if one.is_none() && ending == Ending::Open {
        return true;
    }
    let Some(edits) = edits.checked_sub(1) else {
        return false;
    };
    are_within(edits, typed.clone(), word.clone(), ending)
        || are_within(edits, typed.clone(), word_here, ending)
        || are_within(edits, typed_here, word.clone(), ending)
        || typed.next() == other && word.next() == one && are_within(edits, typed, word, ending)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Ending, is_within};

    proptest! {
        #[test]
        fn it_agrees_with_a_table_of_all_alignments(
            typed in "[abc]{0,8}",
            word in "[abc]{0,8}",
            edits in 0..=3_u32,
        ) {
            let within = |word: &str| strsim::osa_distance(&typed, word) <= edits as usize;
            prop_assert_eq!(is_within(edits, &typed, &word, Ending::Same), within(&word));
            let any = (0..=word.len()).any(|end| word.get(..end).is_some_and(within));
            prop_assert_eq!(is_within(edits, &typed, &word, Ending::Open), any);
        }
    }
}
