//! Edit distance with a limit.

use std::str::Chars;

/// Whether a word may continue after the typed text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// The word ends where the typed text ends.
    Same,
    /// More letters may follow (prefix match).
    Open,
}

/// Whether at most `edits` edits turn `typed` into `word`. An edit inserts, deletes or substitutes a letter, or
/// transposes two neighbours (optimal string alignment). The usual dynamic programming table takes several times
/// as long, because few words here match beyond their first letters.
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
