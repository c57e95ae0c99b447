//! The views of the page, as a closed list.
//!
//! A view has a code for the URL fragment (`/#3`). The code is a plain number, because a word would remain in the
//! phone's history. The list is closed: a URL can only open one of these views and carry nothing else.

use serde::{Deserialize, Serialize};

/// A view of the page. The order of the variants is the order on the page.
///
/// ```
/// use domain::view::View;
///
/// assert_eq!(View::from_fragment("#3"), Some(View::Diary));
/// assert_eq!(View::Diary.code(), 3);
/// assert_eq!(View::from_fragment("#diary"), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum View {
    /// The start: the number to call in danger and the main helpline.
    Start,
    /// What stalking is, and the signs that mean danger now.
    Stalking,
    /// Every helpline and service.
    Helplines,
    /// Telling the police: how, in which words, and what may come of it.
    Report,
    /// What a diary is for, what to write and where to keep it.
    Diary,
    /// A plan for staying safer.
    Plan,
    /// Phones, accounts and tracking tags.
    Phone,
    /// Orders and crimes.
    Law,
    /// How a person may feel, and what helps.
    Feelings,
    /// For people under 18, or not much older.
    Young,
    /// For friends, family, workplaces and schools.
    Others,
    /// What this page is, what it knows and what it cannot do.
    About,
}

impl View {
    /// Every view, in the order of the page.
    pub const ALL: [Self; 12] = [
        Self::Start,
        Self::Stalking,
        Self::Helplines,
        Self::Report,
        Self::Diary,
        Self::Plan,
        Self::Phone,
        Self::Law,
        Self::Feelings,
        Self::Young,
        Self::Others,
        Self::About,
    ];

    /// Returns the code of this view in URLs and markup, from 1. It never changes, so that an old link still opens the
    /// same view.
    #[must_use]
    pub const fn code(self) -> u8 {
        match self {
            Self::Start => 1,
            Self::Helplines => 2,
            Self::Diary => 3,
            Self::Stalking => 4,
            Self::Phone => 5,
            Self::Law => 6,
            Self::Plan => 7,
            Self::About => 8,
            Self::Report => 9,
            Self::Feelings => 10,
            Self::Young => 11,
            Self::Others => 12,
        }
    }

    /// Returns the view with this code, or `None` for an unknown one.
    #[must_use]
    pub fn from_code(code: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.code() == code)
    }

    /// Parses a URL fragment (`#3`).
    ///
    /// Accepts only the exact forms `#1` to `#12`; everything else is `None`.
    #[must_use]
    pub fn from_fragment(fragment: &str) -> Option<Self> {
        let code = fragment.strip_prefix('#')?;
        let is_plain = code.starts_with(|first| matches!(first, '1'..='9'));
        Self::from_code(code.parse().ok().filter(|_| is_plain)?)
    }

    /// Returns the name of this view in content files: a folder of `content/en/` and a link target.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Helplines => "helplines",
            Self::Diary => "diary",
            Self::Stalking => "stalking",
            Self::Report => "report",
            Self::Law => "law",
            Self::Phone => "phone",
            Self::Plan => "plan",
            Self::Feelings => "feelings",
            Self::Young => "young",
            Self::Others => "others",
            Self::About => "about",
        }
    }

    /// Returns the view with this name in content files.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::View;
    use proptest::prelude::*;

    #[test]
    fn every_view_is_found_by_its_code_and_by_its_name() {
        for view in View::ALL {
            assert_eq!(View::from_code(view.code()), Some(view));
            assert_eq!(View::from_name(view.name()), Some(view));
            assert_eq!(
                View::from_fragment(&format!("#{}", view.code())),
                Some(view)
            );
        }
    }

    #[test]
    fn a_fragment_that_is_not_a_code_opens_nothing() {
        for fragment in [
            "", "#", "1", "#0", "#13", "#120", "#300", "#03", "#+3", "#3x", "# 3", "#diary", "##3",
            "#３",
        ] {
            assert_eq!(View::from_fragment(fragment), None, "{fragment:?}");
        }
    }

    proptest! {
        #[test]
        fn no_fragment_at_all_opens_more_than_the_closed_list(fragment in ".{0,12}") {
            let known = View::ALL.map(|view| format!("#{}", view.code()));
            prop_assert_eq!(View::from_fragment(&fragment).is_some(), known.contains(&fragment));
        }
    }
}
