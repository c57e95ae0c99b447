//! Terms of a service: audience, languages, cost.

use serde::{Deserialize, Serialize};

use super::assurance::Source;

/// A group of people that a service is for (schema.org `audience`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// Women.
    Women,
    /// Men.
    Men,
    /// Lesbian, gay, bisexual, trans and other people.
    Lgbt,
    /// Children and young people.
    Young,
    /// Older people.
    Older,
    /// Deaf people, and people who find it hard to hear or to speak.
    Deaf,
    /// Black, minoritised and migrant people.
    Minoritised,
    /// People who speak Welsh.
    WelshSpeakers,
    /// People who worry about another person.
    Worried,
}

/// Relation of the perpetrator to the victim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PerpetratorRelation {
    /// A partner or former partner.
    Partner,
    /// A member of the family.
    Family,
    /// An acquaintance: a friend, a neighbour, a colleague.
    Known,
    /// A stranger, or an unknown person.
    Stranger,
    /// A person known only online.
    Online,
}

impl PerpetratorRelation {
    /// Every relation, in the order of the answers.
    pub const ALL: [Self; 5] = [
        Self::Partner,
        Self::Family,
        Self::Known,
        Self::Stranger,
        Self::Online,
    ];
}

/// The languages of a service (HSDS `language`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Languages {
    /// Languages that its staff speak or sign, except English.
    pub own: Vec<LanguageTag>,
    /// Availability of interpreters.
    pub interpreters: Interpreters,
}

/// Availability of interpreters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Interpreters {
    /// On request.
    OnRequest,
    /// No source that could be published says.
    #[default]
    NotStated,
}

/// The tag of a language: two or three letters of ISO 639, as BCP 47 uses them. British Sign
/// Language is `bfi`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LanguageTag(String);

/// The text is not the tag of a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "a language is two or three small letters such as cy for Welsh or bfi for British Sign Language"
)]
pub struct LanguageTagError;

impl LanguageTag {
    /// British Sign Language.
    pub const BSL: &'static str = "bfi";

    /// Reads a tag.
    ///
    /// # Errors
    ///
    /// [`LanguageTagError`] for anything but two or three small letters.
    pub fn parse(text: &str) -> Result<Self, LanguageTagError> {
        let letters = text.bytes().all(|byte| byte.is_ascii_lowercase());
        if letters && (2..=3).contains(&text.len()) {
            Ok(Self(text.to_owned()))
        } else {
            Err(LanguageTagError)
        }
    }

    /// The tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Cost of contacting a service (HSDS `cost_option`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cost {
    /// Nothing.
    Free,
    /// A call costs nothing; a text may.
    FreeToCall,
    /// Nothing with most companies, as far as sources tell.
    UsuallyFree,
    /// What a call to a landline or to 03 costs.
    Charged,
    /// No source that could be published says.
    #[default]
    NotStated,
}

impl Cost {
    /// Every value that has a text.
    pub const STATED: [Self; 4] = [
        Self::Free,
        Self::FreeToCall,
        Self::UsuallyFree,
        Self::Charged,
    ];
}

/// A service's own claim about phone bills. Claims by others are not accepted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Bill {
    /// It says that a call should not show, and where it says so.
    ShouldNotShow(Source),
    /// It says nothing.
    #[default]
    NotStated,
}

#[cfg(test)]
mod tests {
    use super::LanguageTag;

    #[test]
    fn a_language_has_the_letters_of_iso_639() {
        for fine in ["en", "cy", LanguageTag::BSL] {
            assert_eq!(LanguageTag::parse(fine).unwrap().as_str(), fine);
        }
        for wrong in ["", "e", "Welsh", "EN", "engl", "e1", "en-GB"] {
            LanguageTag::parse(wrong).unwrap_err();
        }
    }
}
