//! Stemming of English words.

/// Returns the stem that a word shares with its plural and its -ing, -ed and -er forms. It need not be a word:
/// the stem of “abuse”, “abused” and “abusing” is “abus”.
pub(super) fn stem(word: &str) -> String {
    if !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return word.to_owned();
    }
    let letters = without_plural(word.as_bytes());
    let (stem, ending) = match letters {
        [start @ .., b'i', b'e'] | [start @ .., b'i', b'e', b'd'] if start.len() >= 3 => {
            (start, "y")
        }
        [start @ .., b'i', b'n', b'g'] | [start @ .., b'e', b'd']
            if start.len() >= 3 && start.iter().any(|letter| is_vowel(*letter)) =>
        {
            (without_e(without_doubled(start)), "")
        }
        [start @ .., b'e', b'r'] if start.len() >= 4 => (without_e(start), ""),
        _ => (without_e(letters), ""),
    };
    let stem = word.get(..stem.len()).unwrap_or(word);
    [stem, ending].concat()
}

fn is_vowel(letter: u8) -> bool {
    b"aeiouy".contains(&letter)
}

fn without_plural(word: &[u8]) -> &[u8] {
    match word {
        [.., b's' | b'u' | b'i', b's'] => word,
        [start @ .., b's'] if start.len() >= 3 => start,
        _ => word,
    }
}

/// Removes a doubled final consonant: “stopp” becomes “stop”, but “call” and “harass” stay.
fn without_doubled(word: &[u8]) -> &[u8] {
    match word {
        [.., b'l' | b's' | b'z'] => word,
        [start @ .., before, last] if before == last && !is_vowel(*last) => {
            word.get(..start.len() + 1).unwrap_or(word)
        }
        _ => word,
    }
}

/// Removes a final e: “abuse” becomes “abus”, like “abusing” without its ending.
fn without_e(word: &[u8]) -> &[u8] {
    match word {
        [start @ .., b'e'] if start.len() >= 3 => start,
        _ => word,
    }
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn the_forms_of_a_word_meet() {
        for forms in [
            &[
                "stalk", "stalks", "stalked", "stalker", "stalkers", "stalking",
            ][..],
            &["abuse", "abuses", "abused", "abuser", "abusers", "abusing"],
            &["stop", "stops", "stopped", "stopping"],
            &["call", "calls", "called", "calling", "caller"],
            &["harass", "harasses", "harassed", "harassing"],
            &["track", "tracker", "trackers", "tracking"],
            &["worry", "worries", "worried"],
            &["family", "families"],
            &["message", "messages", "messaging", "messaged"],
            &["text", "texts", "texting", "texted"],
            &["police", "policing"],
            &["box", "boxes"],
            &["women", "womens"],
            &["agree", "agrees"],
        ] {
            let stems: Vec<String> = forms.iter().map(|form| stem(form)).collect();
            assert!(stems.windows(2).all(|pair| pair[0] == pair[1]), "{stems:?}");
        }
    }

    #[test]
    fn other_words_keep_apart() {
        for [one, other] in [
            ["police", "policy"],
            ["ring", "r"],
            ["bus", "bu"],
            ["letter", "let"],
            ["never", "nev"],
            ["red", "r"],
            ["string", "str"],
        ] {
            assert_ne!(stem(one), stem(other));
        }
    }

    #[test]
    fn what_is_not_english_is_kept() {
        for word in ["", "s", "999", "3ds", "مدد", "помощь", "es"] {
            assert_eq!(stem(word), word);
        }
    }
}
