//! Contacts of a service.

use serde::{Deserialize, Serialize};

use crate::address::{EmailAddress, PostalAddress, WebAddress};
use crate::number::{DialNumber, RelayNumber, TextNumber};

/// A contact of a service. The kinds follow HSDS `phone.type` (from RFC 6350) where it has one: a relay call is its
/// `textphone`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contact {
    /// A voice call.
    Call(DialNumber),
    /// A text message.
    Text(TextNumber),
    /// A call through Relay UK, which speaks what one side types.
    Relay(RelayNumber),
    /// E-mail.
    Email(EmailAddress),
    /// A web page of the service: site, chat, form or sign-language video.
    Web(WebContact),
    /// An address to visit.
    Visit(PostalAddress),
}

/// The trace of a contact on the phone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trace {
    /// An entry in the call log.
    Call,
    /// A thread of messages.
    Text,
    /// An e-mail in the account.
    Email,
}

impl Trace {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Call, Self::Text, Self::Email];
}

impl Contact {
    /// Returns its trace on the phone. `None` for a web page, whose trace is described beside its link.
    #[must_use]
    pub const fn trace(&self) -> Option<Trace> {
        match self {
            Self::Call(_) | Self::Relay(_) => Some(Trace::Call),
            Self::Text(_) => Some(Trace::Text),
            Self::Email(_) => Some(Trace::Email),
            Self::Web(_) | Self::Visit(_) => None,
        }
    }

    /// Whether a person answers, at set times.
    #[must_use]
    pub const fn is_staffed(&self) -> bool {
        match self {
            Self::Call(_) | Self::Text(_) | Self::Relay(_) | Self::Visit(_) => true,
            Self::Web(page) => matches!(page.kind, WebKind::Chat | WebKind::BslVideo),
            Self::Email(_) => false,
        }
    }
}

/// A web page of the service, which opens in a new tab.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebContact {
    /// What a person does there.
    pub kind: WebKind,
    /// Its address.
    pub address: WebAddress,
}

/// What a person does on a service's page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WebKind {
    /// Read.
    Site,
    /// Live chat with a person.
    Chat,
    /// Send a report or a question.
    Form,
    /// Sign with an interpreter.
    BslVideo,
}

impl WebKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Site, Self::Chat, Self::Form, Self::BslVideo];
}
