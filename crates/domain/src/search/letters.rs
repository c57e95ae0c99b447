//! Character classes and normalisation: case folding, removal of accents, digits.

/// What a character does to a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CharClass {
    /// Part of a word.
    Letter,
    /// Ignored: the letters before and after it are one word. An apostrophe or a combining mark.
    Silent,
    /// A separator of words.
    Between(Gap),
}

/// The separator between two words, the weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// Hyphens only.
    Hyphen,
    /// A separator that may occur inside a phone number.
    Space,
    /// Anything else, such as a comma or the end of a line.
    Break,
}

impl CharClass {
    /// Classifies a character. The default is a letter, so that no script is excluded.
    pub(super) fn of(character: char) -> Self {
        match character {
            'a'..='z' | 'A'..='Z' | '0'..='9' => Self::Letter,
            // Apostrophes, soft hyphens, accents, vowel points, joiners and directional marks.
            '\''
            | '`'
            | '´'
            | 'ʹ'..='ʼ'
            | '‘'
            | '’'
            | '′'
            | '＇'
            | '\u{ad}'
            | '\u{300}'..='\u{36f}'
            | '\u{591}'..='\u{5bd}'
            | '\u{61c}'
            | '\u{640}'
            | '\u{64b}'..='\u{65f}'
            | '\u{670}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}' => Self::Silent,
            '-' | '\u{5be}' | '‐' | '‑' => Self::Between(Gap::Hyphen),
            ' ' | '\t' | '(' | ')' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' => {
                Self::Between(Gap::Space)
            }
            // Punctuation and symbols: ASCII, Latin, Hebrew, Arabic, Indic, Ethiopic, general, East Asian,
            // fullwidth, and emoji.
            '\0'..='\u{bf}'
            | '×'
            | '÷'
            | '\u{5c0}'
            | '\u{5c3}'
            | '\u{5f3}'..='\u{5f4}'
            | '\u{600}'..='\u{61f}'
            | '\u{66a}'..='\u{66d}'
            | '\u{6d4}'
            | '\u{964}'..='\u{965}'
            | '\u{1361}'..='\u{1368}'
            | '\u{2010}'..='\u{2bff}'
            | '\u{2e00}'..='\u{2e7f}'
            | '\u{3000}'..='\u{3004}'
            | '\u{3008}'..='\u{3020}'
            | '\u{ff00}'..='\u{ff0f}'
            | '\u{ff1a}'..='\u{ff20}'
            | '\u{fffd}'
            | '\u{1f000}'..='\u{1faff}' => Self::Between(Gap::Break),
            _ => Self::Letter,
        }
    }
}

/// Appends a letter to a word in normalised form.
pub(super) fn push_folded(word: &mut String, letter: char) {
    let folded = match letter {
        'A'..='Z' => letter.to_ascii_lowercase(),
        'À'..='Å' | 'à'..='å' | 'Ā'..='ą' | 'Ǎ' | 'ǎ' | 'Ạ'..='ặ' => 'a',
        'Ç' | 'ç' | 'Ć'..='č' => 'c',
        'Ð' | 'ð' | 'Ď'..='đ' => 'd',
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' | 'Ẹ'..='ệ' => 'e',
        'Ĝ'..='ģ' | 'Ǧ' | 'ǧ' => 'g',
        'Ĥ'..='ħ' => 'h',
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' | 'Ǐ' | 'ǐ' | 'Ỉ'..='ị' => 'i',
        'Ĵ' | 'ĵ' => 'j',
        'Ķ'..='ĸ' => 'k',
        'Ĺ'..='ł' => 'l',
        'Ñ' | 'ñ' | 'Ń'..='ŋ' => 'n',
        'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' | 'Ō'..='ő' | 'Ơ' | 'ơ' | 'Ǒ' | 'ǒ' | 'Ọ'..='ợ' => {
            'o'
        }
        'Ŕ'..='ř' => 'r',
        'Ś'..='š' | 'Ș' | 'ș' => 's',
        'Ţ'..='ŧ' | 'Ț' | 'ț' => 't',
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' | 'Ư' | 'ư' | 'Ǔ' | 'ǔ' | 'Ụ'..='ự' => 'u',
        'Ŵ' | 'ŵ' | 'Ẁ'..='ẅ' => 'w',
        'Ý' | 'ý' | 'ÿ' | 'Ŷ'..='Ÿ' | 'Ỳ'..='ỹ' => 'y',
        'Ź'..='ž' => 'z',
        'Æ' | 'æ' => return word.push_str("ae"),
        'Œ' | 'œ' => return word.push_str("oe"),
        'ẞ' | 'ß' => return word.push_str("ss"),
        'Þ' | 'þ' => return word.push_str("th"),
        // Letters that are often typed without their diacritic.
        'Ё' | 'ё' => 'е',
        'Й' | 'й' => 'и',
        'Ї' | 'ї' => 'і',
        // Greek and Cyrillic capitals. Most other scripts have no case.
        'ς' => 'σ',
        'Α'..='Ω' | 'А'..='Я' => moved(letter, 32),
        'Ѐ'..='Џ' => moved(letter, 80),
        'Ґ' => 'ґ',
        // Digits: Arabic, Persian and Urdu, Hindi, Bengali, fullwidth.
        '٠'..='٩' => digit_after('٠', letter),
        '۰'..='۹' => digit_after('۰', letter),
        '०'..='९' => digit_after('०', letter),
        '০'..='৯' => digit_after('০', letter),
        '０'..='９' => digit_after('０', letter),
        _ => letter,
    };
    word.push(folded);
}

/// Returns the character `places` code points after `letter`.
fn moved(letter: char, places: u32) -> char {
    char::from_u32(u32::from(letter) + places).unwrap_or(letter)
}

fn digit_after(zero: char, digit: char) -> char {
    char::from_digit(u32::from(digit) - u32::from(zero), 10).unwrap_or(digit)
}

#[cfg(test)]
mod tests {
    use super::{CharClass, Gap, push_folded};

    fn folded(text: &str) -> String {
        let mut word = String::new();
        text.chars()
            .for_each(|letter| push_folded(&mut word, letter));
        word
    }

    #[test]
    fn latin_letters_lose_their_accents_and_their_case() {
        for (written, compared) in [
            ("CAFÉ", "cafe"),
            ("Zażółć gęślą JAŹŃ", "zazolc gesla jazn"),
            ("Straße", "strasse"),
            ("Ærø", "aero"),
            ("Þórður", "thordur"),
            ("İstanbul ığdır", "istanbul igdir"),
            ("ȘȚșț", "stst"),
            ("Giúp đỡ phụ nữ", "giup do phu nu"),
            ("ŵŷ", "wy"),
        ] {
            assert_eq!(folded(written), compared);
        }
    }

    #[test]
    fn each_accented_letter_of_latin_becomes_plain_ones() {
        for letter in ('À'..='ž').chain('Ẁ'..='ẅ').chain('Ạ'..='ỹ') {
            let plain = folded(&letter.to_string());
            let is_plain = plain.bytes().all(|byte| byte.is_ascii_lowercase());
            let is_rare = matches!(letter, '×' | '÷' | 'Ĳ' | 'ĳ');
            assert!(is_plain || is_rare, "{letter} is {plain}");
        }
    }

    #[test]
    fn other_scripts_are_kept_but_for_case() {
        assert_eq!(folded("ПОМОЩЬ"), "помощь");
        assert_eq!(folded("ΚΑΛΗΜΕΡΑΣ"), folded("καλημερας"));
        for text in ["مدد", "সাহায্য", "मदद", "帮助"] {
            assert_eq!(folded(text), text);
            let roles = text.chars().map(CharClass::of);
            assert!(
                roles.into_iter().all(|role| role == CharClass::Letter),
                "{text}"
            );
        }
    }

    #[test]
    fn digits_of_other_scripts_are_digits() {
        for text in ["٩٩٩", "۹۹۹", "९९९", "৯৯৯", "９９９"] {
            assert_eq!(folded(text), "999");
        }
    }

    #[test]
    fn punctuation_of_any_script_ends_a_word() {
        for mark in ".,;:!?/@\u{a0}—“”…·¿،؛؟۔।😀🏳".chars() {
            assert!(
                matches!(CharClass::of(mark), CharClass::Between(_)),
                "{mark}"
            );
        }
        assert!(Gap::Hyphen < Gap::Space && Gap::Space < Gap::Break);
    }
}
