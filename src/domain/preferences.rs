//! The few choices that a person may decide to keep on the phone.
//!
//! Nothing here says what the page is about: a size, a number, a word.

use serde::{Deserialize, Serialize};

/// What a person chose. What is left as it was is not written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Preferences {
    /// How large the letters are.
    pub letters: Letters,
    /// Where the exit leads.
    #[serde(default, skip_serializing_if = "is_usual")]
    pub way: Way,
    /// What is shown to whoever comes back to the page.
    #[serde(default, skip_serializing_if = "is_usual")]
    pub back: Back,
    /// Which keys leave.
    #[serde(default, skip_serializing_if = "is_usual")]
    pub keys: Keys,
}

fn is_usual<T: Default + PartialEq>(choice: &T) -> bool {
    *choice == T::default()
}

/// How large the letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Letters {
    /// As the browser has them.
    #[default]
    Usual,
    /// A quarter larger.
    Large,
    /// Half as large again.
    Largest,
}

impl Letters {
    /// Every size, smallest first.
    pub const ALL: [Self; 3] = [Self::Usual, Self::Large, Self::Largest];

    /// The value that the style sheet knows this size by.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Usual => "usual",
            Self::Large => "large",
            Self::Largest => "largest",
        }
    }
}

/// Where the exit leads: a place in the charity's list (`site.toml`), the first being 0.
///
/// A place that the list no longer has is the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Way(pub u8);

/// What is shown to whoever comes back to the page from another tab, another app or a locked screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Back {
    /// The page.
    #[default]
    Page,
    /// The cover.
    Cover,
}

impl Back {
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

/// Which keys leave. Somebody whose screen reader has commands with Shift may want it for them alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Keys {
    /// Escape, and Shift three times.
    #[default]
    Both,
    /// Escape.
    Escape,
}

impl Keys {
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
    use super::{Back, Keys, Letters, Preferences, Way};

    #[test]
    fn only_what_was_changed_is_written_and_what_older_pages_kept_is_read() {
        let larger = Preferences {
            letters: Letters::Large,
            ..Preferences::default()
        };
        let all = Preferences {
            way: Way(1),
            back: Back::Cover,
            keys: Keys::Escape,
            ..larger
        };
        for (kept, text) in [
            (larger, r#"{"letters":"large"}"#),
            (
                all,
                r#"{"letters":"large","way":1,"back":"cover","keys":"escape"}"#,
            ),
        ] {
            assert_eq!(serde_json::to_string(&kept).unwrap(), text);
            assert_eq!(serde_json::from_str::<Preferences>(text).unwrap(), kept);
        }
        for damaged in [
            r#"{"letters":"huge"}"#,
            r#"{"letters":"large","way":-1}"#,
            "{}",
        ] {
            assert!(
                serde_json::from_str::<Preferences>(damaged).is_err(),
                "{damaged}"
            );
        }
    }
}
