//! The ways in which a person can get in touch.

use serde::{Deserialize, Serialize};

use super::{Contact, Group, Interpreters, LanguageTag, Service, WebKind};

/// How a person can get in touch safely.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ContactMode {
    /// By voice.
    Aloud,
    /// By text message.
    Text,
    /// By typing: chat, form, e-mail, relay call.
    Typing,
    /// In British Sign Language.
    Sign,
    /// In a language other than English, with an interpreter.
    Language,
    /// Not now: something to read, or to write and have answered later.
    Later,
}

impl ContactMode {
    /// Every contact mode, in the order of the answers.
    pub const ALL: [Self; 6] = [
        Self::Aloud,
        Self::Text,
        Self::Typing,
        Self::Sign,
        Self::Language,
        Self::Later,
    ];

    /// The contact modes that cannot be overheard.
    pub const WITHOUT_A_VOICE: [Self; 3] = [Self::Text, Self::Typing, Self::Sign];

    /// Returns the contact modes of a service: those of its contacts and languages, and those it lists. A route to
    /// 999 that lists some is for silent calls.
    #[must_use]
    pub fn of(service: &Service) -> Vec<Self> {
        let is_silent = service.group == Group::Emergency && !service.contact_modes.is_empty();
        let mut ways = service.contact_modes.clone();
        for contact in &service.contacts {
            match contact {
                Contact::Call(_) if is_silent => {}
                Contact::Call(_) | Contact::Visit(_) => ways.push(Self::Aloud),
                Contact::Text(_) => ways.push(Self::Text),
                Contact::Relay(_) => ways.push(Self::Typing),
                Contact::Email(_) => ways.extend([Self::Typing, Self::Later]),
                Contact::Web(page) => match page.kind {
                    WebKind::Site => ways.push(Self::Later),
                    WebKind::Chat => ways.push(Self::Typing),
                    WebKind::Form => ways.extend([Self::Typing, Self::Later]),
                    WebKind::BslVideo => ways.push(Self::Sign),
                },
            }
        }
        // Welsh does not count as another language: it is no help to a person who speaks neither. Only an interpreter
        // counts.
        let signs = |tag: &LanguageTag| tag.as_str() == LanguageTag::BSL;
        if service.languages.own.iter().any(signs) {
            ways.push(Self::Sign);
        }
        if service.languages.interpreters == Interpreters::OnRequest {
            ways.push(Self::Language);
        }
        // A person who cannot get in touch now is not sent to 999.
        ways.retain(|way| service.group != Group::Emergency || *way != Self::Later);
        ways.sort_unstable();
        ways.dedup();
        ways
    }
}
