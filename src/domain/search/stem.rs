//! What the forms of an English word have in common.

/// The part of a word that its plural, its -ing, its -ed and its -er share. It need not be a word:
/// “abuse”, “abused” and “abusing” are “abus”.
pub(super) fn stem(word: &str) -> String {
    if !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return word.to_owned();
    }
    let word = without_plural(word);
    if let Some(start) = without(word, "ie", 3).or_else(|| without(word, "ied", 3)) {
        return [start, "y"].concat();
    }
    let ing = without(word, "ing", 3).or_else(|| without(word, "ed", 3));
    let stem = match ing.filter(|start| has_vowel(start)) {
        Some(start) => without_doubled(start),
        None => without(word, "er", 4).unwrap_or(word),
    };
    without(stem, "e", 3).unwrap_or(stem).to_owned()
}

/// What stands before an ending, if that is long enough.
fn without<'a>(word: &'a str, ending: &str, least: usize) -> Option<&'a str> {
    let start = word.strip_suffix(ending)?;
    (start.len() >= least).then_some(start)
}

fn without_plural(word: &str) -> &str {
    let is_plural = !["ss", "us", "is"].iter().any(|end| word.ends_with(end));
    let start = is_plural.then(|| without(word, "s", 3)).flatten();
    start.unwrap_or(word)
}

fn has_vowel(word: &str) -> bool {
    word.contains(['a', 'e', 'i', 'o', 'u', 'y'])
}

/// “stopp” is “stop”, but “call” and “harass” stay.
fn without_doubled(word: &str) -> &str {
    let mut letters = word.chars().rev();
    match (letters.next(), letters.next()) {
        (Some(last), Some(before)) if last == before && !"aeioulsz".contains(last) => {
            word.strip_suffix(last).unwrap_or(word)
        }
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
