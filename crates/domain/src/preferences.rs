//! The settings that a person may save on the phone.
//!
//! Their stored form reveals nothing about the page: a size, a number, a word.

use serde::{Deserialize, Serialize};

/// The settings.
///
/// ```
/// use domain::preferences::{Preferences, TextSize};
///
/// let large = Preferences { letters: TextSize::Large, ..Preferences::default() };
/// assert_eq!(large.text(), "letters=large way=0 back=page keys=both");
/// // What is unknown is ignored, so that one damaged word costs no other.
/// assert_eq!(Preferences::read("letters=large keys=both way=?"), Some(large));
/// assert_eq!(Preferences::read("{}"), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Preferences {
    /// Text size.
    pub letters: TextSize,
    /// Destination of the exit.
    pub way: ExitChoice,
    /// What is shown on return to the page.
    pub back: ReturnView,
    /// Keys that trigger the exit.
    pub keys: ExitKeys,
}

impl Preferences {
    /// Serialises to words: `letters=large way=1 back=page keys=both`.
    #[must_use]
    pub fn text(self) -> String {
        format!(
            "letters={} way={} back={} keys={}",
            self.letters.as_str(),
            self.way.0,
            self.back.as_str(),
            self.keys.as_str()
        )
    }

    /// Parses the output of [`Self::text`], in any order. Unknown words are ignored; without any known word the result
    /// is `None`. `early.js` parses the same.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut all = Self::default();
        let known = text.split(' ').filter_map(|word| {
            let (name, value) = word.split_once('=')?;
            all.set(name, value)
        });
        (known.count() > 0).then_some(all)
    }

    fn set(&mut self, name: &str, value: &str) -> Option<()> {
        match name {
            "letters" => self.letters = named(TextSize::ALL, TextSize::as_str, value)?,
            "way" => {
                let &[digit @ b'0'..=b'9'] = value.as_bytes() else {
                    return None;
                };
                self.way = ExitChoice(digit - b'0');
            }
            "back" => self.back = named(ReturnView::ALL, ReturnView::as_str, value)?,
            "keys" => self.keys = named(ExitKeys::ALL, ExitKeys::as_str, value)?,
            _ => return None,
        }
        Some(())
    }
}

fn named<T: Copy, const N: usize>(
    all: [T; N],
    name: fn(T) -> &'static str,
    wanted: &str,
) -> Option<T> {
    all.into_iter().find(|one| name(*one) == wanted)
}

/// Text size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TextSize {
    /// The browser's size.
    #[default]
    Usual,
    /// A quarter larger.
    Large,
    /// Half as large again.
    Largest,
}

impl TextSize {
    /// Every size, smallest first.
    pub const ALL: [Self; 3] = [Self::Usual, Self::Large, Self::Largest];

    /// Returns the value for the style sheet.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Usual => "usual",
            Self::Large => "large",
            Self::Largest => "largest",
        }
    }
}

/// Destination of the exit: an index into the charity's list (`site.toml`), from 0.
///
/// An index beyond the list means the first. Only the first ten can be saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ExitChoice(pub u8);

/// What is shown on return to the page from another tab, another app or a locked screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ReturnView {
    /// The page.
    #[default]
    Page,
    /// The cover.
    Cover,
}

impl ReturnView {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Page, Self::Cover];

    /// The value that the exit's script knows it by.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Cover => "cover",
        }
    }
}

/// Keys that trigger the exit. A person whose screen reader has commands with Shift may want Shift for those only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ExitKeys {
    /// Escape, and Shift three times.
    #[default]
    Both,
    /// Escape.
    Escape,
}

impl ExitKeys {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Both, Self::Escape];

    /// The value that the exit's script knows it by.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Both => "both",
            Self::Escape => "escape",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ExitChoice, ExitKeys, Preferences, ReturnView, TextSize};
    use proptest::prelude::*;

    const ALL: Preferences = Preferences {
        letters: TextSize::Large,
        way: ExitChoice(1),
        back: ReturnView::Cover,
        keys: ExitKeys::Escape,
    };

    #[test]
    fn what_is_written_is_read_in_any_order_and_unknown_words_are_passed_over() {
        let text = "letters=large way=1 back=cover keys=escape";
        assert_eq!(ALL.text(), text);
        let larger = Preferences {
            letters: TextSize::Large,
            ..Preferences::default()
        };
        for (text, kept) in [
            (text, ALL),
            ("keys=escape back=cover way=1 letters=large", ALL),
            ("letters=large", larger),
            (
                " letters=huge more=1  letters=large way=12 back keys=",
                larger,
            ),
            ("letters=largest letters=large", larger),
            ("way=0", Preferences::default()),
        ] {
            assert_eq!(Preferences::read(text), Some(kept), "{text}");
        }
    }

    #[test]
    fn without_a_known_word_nothing_is_kept() {
        for damaged in [
            "",
            "letters",
            "letters=huge",
            "letters=large=",
            "LETTERS=large",
            "letters=large,way=1",
            "way=-1",
            "way=256",
            r#"{"letters":"large"}"#,
        ] {
            assert_eq!(Preferences::read(damaged), None, "{damaged}");
        }
    }

    #[test]
    fn the_first_script_knows_the_same_words() {
        let script = include_str!(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../scripts/loader/early.js"
        ));
        for (name, values) in [
            ("letters", TextSize::ALL.map(TextSize::as_str).as_slice()),
            ("back", &ReturnView::ALL.map(ReturnView::as_str)),
            ("keys", &ExitKeys::ALL.map(ExitKeys::as_str)),
        ] {
            let known = format!("{name}=(?:{})", values.join("|"));
            assert!(script.contains(&known), "{known}");
        }
        assert!(script.contains(&format!("'{}'", crate::storage_keys::PREFERENCES)));
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,60}") {
            let _ = Preferences::read(&text);
        }
    }
}
