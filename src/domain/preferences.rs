//! The settings that a person may save on the phone.
//!
//! Their stored form reveals nothing about the page: a size, a number, a word.

use serde::{Deserialize, Serialize};

/// The settings.
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
    /// Serialises to JSON. Defaults are omitted.
    #[must_use]
    pub fn text(self) -> String {
        let mut text = format!("{{\"letters\":\"{}\"", self.letters.as_str());
        if self.way != ExitChoice::default() {
            text.push_str(WAY);
            text.push_str(&self.way.0.to_string());
        }
        if self.back == ReturnView::Cover {
            text.push_str(BACK);
        }
        if self.keys == ExitKeys::Escape {
            text.push_str(KEYS);
        }
        text.push('}');
        text
    }

    /// Parses the output of [`Self::text`]. `None` for anything else: it was not saved by this page.
    ///
    /// Hand-written, because a JSON parser would be a tenth of the app's size.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let rest = text.strip_prefix("{\"letters\":\"")?;
        let (letters, mut rest) = rest.split_once('"')?;
        let mut all = Self {
            letters: TextSize::ALL
                .into_iter()
                .find(|size| size.as_str() == letters)?,
            ..Self::default()
        };
        if let Some(way) = rest.strip_prefix(WAY) {
            let end = way
                .find(|letter: char| !letter.is_ascii_digit())
                .unwrap_or(way.len());
            let (digits, after) = way.split_at(end);
            all.way = ExitChoice(digits.parse().ok()?);
            rest = after;
        }
        if let Some(after) = rest.strip_prefix(BACK) {
            all.back = ReturnView::Cover;
            rest = after;
        }
        if let Some(after) = rest.strip_prefix(KEYS) {
            all.keys = ExitKeys::Escape;
            rest = after;
        }
        (rest == "}").then_some(all)
    }
}

/// JSON before the index of the exit destination.
const WAY: &str = ",\"way\":";
/// JSON of the only non-default return view.
const BACK: &str = ",\"back\":\"cover\"";
/// JSON of the only non-default exit keys.
const KEYS: &str = ",\"keys\":\"escape\"";

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
/// An index beyond the list means the first.
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

    #[test]
    fn only_what_was_changed_is_written_and_what_older_pages_kept_is_read() {
        let larger = Preferences {
            letters: TextSize::Large,
            ..Preferences::default()
        };
        let all = Preferences {
            way: ExitChoice(1),
            back: ReturnView::Cover,
            keys: ExitKeys::Escape,
            ..larger
        };
        for (kept, text) in [
            (larger, r#"{"letters":"large"}"#),
            (
                all,
                r#"{"letters":"large","way":1,"back":"cover","keys":"escape"}"#,
            ),
        ] {
            assert_eq!(kept.text(), text);
            assert_eq!(Preferences::read(text), Some(kept));
        }
        for damaged in [
            r#"{"letters":"huge"}"#,
            r#"{"letters":"large","way":-1}"#,
            r#"{"letters":"large","way":}"#,
            r#"{"letters":"large","way":256}"#,
            r#"{"letters":"large","keys":"escape","back":"cover"}"#,
            r#"{"letters":"large"} "#,
            r#"{"letters":"large""#,
            "{}",
            "",
        ] {
            assert_eq!(Preferences::read(damaged), None, "{damaged}");
        }
    }
}
