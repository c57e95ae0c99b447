//! The charity's configuration: `site.toml`.

use std::sync::Arc;

use jiff::civil::Date;

use crate::address::{EmailAddress, WebAddress};
use crate::freshness::FreshnessLimits;
use crate::place::PoliceArea;

/// Configuration of a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// Title in the browser's tab, the history and the home screen. It must not disclose the subject.
    pub title: PublicTitle,
    /// URL of the site: `https` and a host, ending in `/`.
    pub address: WebAddress,
    /// Police area that the site is for: its local services are first.
    pub area: Arc<PoliceArea>,
    /// Destinations of the exit; the first is the default.
    pub exits: ExitList,
    /// The languages to build, by the name of their folder in `content/`; the first is the main one.
    pub languages: Vec<String>,
    /// Maximum ages of facts.
    pub freshness: FreshnessLimits,
    /// Owner of the site. A site without one says so.
    pub owner: Option<Owner>,
}

/// Owner of a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    /// The name, as a reader would know it.
    pub name: String,
    /// Contact for reporting mistakes.
    pub contact: OwnerContact,
    /// Who reviewed this copy, and when, if anyone did.
    pub review: Option<Review>,
}

/// How to reach the owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OwnerContact {
    /// By email.
    Email(EmailAddress),
    /// On a page of theirs.
    Page(WebAddress),
}

/// A review of a copy by a person who knows the subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// Who reviewed it.
    pub by: String,
    /// When.
    pub on: Date,
}

/// A title that may be seen by anyone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicTitle(String);

/// Failure to validate a title that other people may see.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PublicTitleError {
    /// Empty, or longer than a tab shows.
    #[error("the title needs 1 to 30 characters on one line")]
    Length,
    /// It contains a word that discloses the subject.
    #[error("“{0}” would tell anyone who sees this phone what the page is about")]
    Reveals(String),
}

/// Parts of words that disclose the subject, in lower case.
///
/// A phone shows titles and addresses in tabs, histories, suggestions and lists of apps.
const REVEALING: [&str; 28] = [
    "stalk",
    "harass",
    "abuse",
    "abusi",
    "violen",
    "victim",
    "survivor",
    "helpline",
    "help-line",
    "police",
    "999",
    "diary",
    "safety",
    "safer",
    "refuge",
    "exit",
    "sidedoor",
    "side-door",
    "domestic",
    "assault",
    "evidence",
    "sunflower",
    "coerci",
    "trauma",
    "disguis",
    "decoy",
    "secret",
    "panic",
];

/// The first part of a revealing word in `text`, or `None`.
#[must_use]
pub fn revealing_word(text: &str) -> Option<&'static str> {
    let lower = text.to_lowercase();
    REVEALING.into_iter().find(|word| lower.contains(word))
}

impl PublicTitle {
    /// Reads a title.
    ///
    /// # Errors
    ///
    /// Returns a [`PublicTitleError`] if the title is empty, too long or reveals the subject.
    pub fn parse(text: &str) -> Result<Self, PublicTitleError> {
        let length = text.trim().chars().count();
        if !(1..=30).contains(&length) || text.trim() != text || text.contains(char::is_control) {
            return Err(PublicTitleError::Length);
        }
        match revealing_word(text) {
            Some(word) => Err(PublicTitleError::Reveals(word.to_owned())),
            None => Ok(Self(text.to_owned())),
        }
    }

    /// The title.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A destination of the exit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExitDestination {
    /// What a person calls it when choosing.
    pub name: String,
    /// Where it is.
    pub address: WebAddress,
}

/// At least one destination.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExitList {
    first: ExitDestination,
    others: Vec<ExitDestination>,
}

/// Why the destinations cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ExitListError {
    /// There is none.
    #[error("at least one exit destination is needed")]
    Empty,
    /// It is the page's own host, so Back and the history would show this page again.
    #[error("{0} is the site's own host: leaving must lead somewhere else")]
    OwnHost(String),
    /// It is a search, which would show a query.
    #[error("{0} looks like a search; choose an ordinary page such as a weather forecast")]
    Search(String),
}

impl ExitList {
    /// Checks destinations against the site's own address.
    ///
    /// # Errors
    ///
    /// Returns an [`ExitListError`] if there is none, or one that would not be a way out.
    pub fn new(
        destinations: Vec<ExitDestination>,
        own: &WebAddress,
    ) -> Result<Self, ExitListError> {
        for destination in &destinations {
            let address = &destination.address;
            if address.host() == own.host() {
                return Err(ExitListError::OwnHost(address.host().to_owned()));
            }
            if address.as_str().contains("/search") || address.as_str().contains("?q=") {
                return Err(ExitListError::Search(address.as_str().to_owned()));
            }
        }
        let mut destinations = destinations.into_iter();
        let first = destinations.next().ok_or(ExitListError::Empty)?;
        Ok(Self {
            first,
            others: destinations.collect(),
        })
    }

    /// The destination used unless a person chooses another.
    #[must_use]
    pub const fn first(&self) -> &ExitDestination {
        &self.first
    }

    /// Every destination, the first one first.
    pub fn iter(&self) -> impl Iterator<Item = &ExitDestination> {
        std::iter::once(&self.first).chain(&self.others)
    }
}

#[cfg(test)]
mod tests {
    use super::{ExitDestination, ExitList, ExitListError, PublicTitle, PublicTitleError};
    use crate::address::WebAddress;

    fn to(address: &str) -> ExitDestination {
        ExitDestination {
            name: "Weather".into(),
            address: WebAddress::parse(address).unwrap(),
        }
    }

    #[test]
    fn a_title_that_gives_the_subject_away_is_refused() {
        assert!(PublicTitle::parse("Information").is_ok());
        for title in [
            "Stalking help",
            "My DIARY",
            "Safer Places",
            "Anti-harassment",
            "Sidedoor",
        ] {
            assert!(
                matches!(PublicTitle::parse(title), Err(PublicTitleError::Reveals(_))),
                "{title}"
            );
        }
        for title in [
            "",
            " ",
            " Information",
            "a\nb",
            "A title that is much too long for a tab",
        ] {
            assert_eq!(
                PublicTitle::parse(title),
                Err(PublicTitleError::Length),
                "{title:?}"
            );
        }
    }

    #[test]
    fn the_exit_leads_to_an_ordinary_page_elsewhere() {
        let own = WebAddress::parse("https://information.example/").unwrap();
        let weather = "https://www.example.org/weather";
        let list = ExitList::new(vec![to(weather), to("https://news.example/")], &own).unwrap();
        assert_eq!(list.first().address.as_str(), weather);
        assert_eq!(list.iter().count(), 2);
        assert_eq!(ExitList::new(vec![], &own), Err(ExitListError::Empty));
        assert!(matches!(
            ExitList::new(vec![to("https://information.example/weather")], &own),
            Err(ExitListError::OwnHost(_))
        ));
        for search in [
            "https://www.example.org/search",
            "https://www.example.org/?q=x",
        ] {
            assert!(matches!(
                ExitList::new(vec![to(search)], &own),
                Err(ExitListError::Search(_))
            ));
        }
    }
}
