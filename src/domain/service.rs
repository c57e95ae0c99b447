//! Services a person can turn to, and how to reach them.
//!
//! Names follow Open Referral's Human Services Data Specification (service, contact, assurance)
//! and schema.org (opening hours).

use jiff::civil::{Date, Time, Weekday};
use serde::{Deserialize, Serialize};

use crate::domain::number::{DialNumber, TextNumber};

/// One service: a helpline, an emergency route, an advocate or a website.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Service {
    /// The name of its file in `content/helplines/`.
    pub id: String,
    /// What it calls itself.
    pub name: String,
    /// Who runs it.
    pub run_by: String,
    /// The heading it stands under.
    pub group: Group,
    /// Its place under that heading, smallest first.
    pub order: u16,
    /// Where it works. Empty when the service does not say.
    pub areas: Vec<Area>,
    /// The ways to reach it, the best first.
    pub contacts: Vec<Contact>,
    /// When it answers.
    pub hours: Hours,
    /// Who says so, and when that was checked.
    pub assurance: Assurance,
    /// What a reader is told about it.
    pub words: ServiceWords,
}

impl Service {
    /// Whether somebody answers at set times. A website or a form has no such hours.
    #[must_use]
    pub fn somebody_answers(&self) -> bool {
        self.contacts.iter().any(|contact| match contact {
            Contact::Call(_) | Contact::Text(_) => true,
            Contact::Web(page) => matches!(page.kind, WebKind::Chat | WebKind::BslVideo),
            Contact::Email(_) => false,
        })
    }

    /// The number to call, if it can be called.
    #[must_use]
    pub fn call(&self) -> Option<&DialNumber> {
        self.contacts.iter().find_map(|contact| match contact {
            Contact::Call(number) => Some(number),
            _ => None,
        })
    }
}

/// The headings of the list, in the order in which they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// 999 and the ways to reach it without speaking.
    Emergency,
    /// Specialists in stalking.
    Stalking,
    /// Services of the area that the site is for.
    Local,
    /// Telling the police when nothing is happening right now.
    Police,
    /// Lines of the four nations that answer day and night.
    Nations,
    /// Somebody to talk to.
    Support,
}

impl Group {
    /// Every group, in the order of the page.
    pub const ALL: [Self; 6] = [
        Self::Emergency,
        Self::Stalking,
        Self::Local,
        Self::Police,
        Self::Nations,
        Self::Support,
    ];
}

/// Where a service works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Area {
    /// The whole United Kingdom.
    Uk,
    /// England.
    England,
    /// Wales.
    Wales,
    /// Scotland.
    Scotland,
    /// Northern Ireland.
    NorthernIreland,
    /// The county of Hertfordshire.
    Hertfordshire,
}

impl Area {
    /// Every area.
    pub const ALL: [Self; 6] = [
        Self::Uk,
        Self::England,
        Self::Wales,
        Self::Scotland,
        Self::NorthernIreland,
        Self::Hertfordshire,
    ];
}

/// One way to reach a service. The kinds follow HSDS `phone.type` (from RFC 6350) where it has one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contact {
    /// A voice call.
    Call(DialNumber),
    /// A text message.
    Text(TextNumber),
    /// E-mail.
    Email(EmailAddress),
    /// A page of the service's own: its site, chat, form or sign-language video.
    Web(WebContact),
}

/// A page of the service's own, which opens in a new tab.
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
    /// Write with somebody live.
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

/// An address on the web: `https`, with a host and nothing hidden in front of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebAddress(String);

/// Why a text is not a web address that may be published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WebAddressError {
    /// Not `https`.
    #[error("a web address here starts with https://")]
    NotHttps,
    /// No host, or one that could hide something.
    #[error(
        "the address needs a plain host name such as www.example.org, with no user name or port"
    )]
    Host,
    /// A character that has to be escaped first.
    #[error("the address may hold only printable ASCII without spaces, quotes or angle brackets")]
    Characters,
}

impl WebAddress {
    /// Reads an address.
    ///
    /// # Errors
    ///
    /// Returns a [`WebAddressError`] for anything but `https://host/…`.
    pub fn parse(text: &str) -> Result<Self, WebAddressError> {
        let rest = text
            .strip_prefix("https://")
            .ok_or(WebAddressError::NotHttps)?;
        let plain =
            |c: char| c.is_ascii_graphic() && !matches!(c, '"' | '\'' | '<' | '>' | '`' | '\\');
        if !text.chars().all(plain) {
            return Err(WebAddressError::Characters);
        }
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let labels: Vec<&str> = host.split('.').collect();
        let label_is_fine = |label: &&str| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        };
        if labels.len() < 2 || !labels.iter().all(label_is_fine) {
            return Err(WebAddressError::Host);
        }
        Ok(Self(text.to_owned()))
    }

    /// The whole address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host name, which a reader is shown beside the link because it will stand in a history.
    #[must_use]
    pub fn host(&self) -> &str {
        let rest = self.0.strip_prefix("https://").unwrap_or(&self.0);
        rest.split(['/', '?', '#']).next().unwrap_or(rest)
    }
}

/// An e-mail address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmailAddress(String);

/// The text is not one plain e-mail address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an e-mail address looks like name@example.org")]
pub struct EmailAddressError;

impl EmailAddress {
    /// Reads an address of the plain kind: one `@`, letters, digits and `._+-`.
    ///
    /// # Errors
    ///
    /// Returns [`EmailAddressError`] for everything else, quoted local parts included.
    pub fn parse(text: &str) -> Result<Self, EmailAddressError> {
        let (name, host) = text.split_once('@').ok_or(EmailAddressError)?;
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '+' | '-');
        let fine = !name.is_empty() && name.chars().all(plain);
        if fine && WebAddress::parse(&format!("https://{host}")).is_ok_and(|web| web.host() == host)
        {
            Ok(Self(text.to_owned()))
        } else {
            Err(EmailAddressError)
        }
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A `mailto:` address (RFC 6068) without subject or text.
    #[must_use]
    pub fn mailto_uri(&self) -> String {
        format!("mailto:{}", self.0)
    }
}

/// When a service answers. Times are local times in Europe/London.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hours {
    /// Day and night, every day.
    Always(Agreement),
    /// A weekly timetable. Where sources disagree it holds only the hours that all of them share.
    Weekly {
        /// The times of every week, in order.
        periods: Vec<Period>,
        /// How far the sources agree.
        agreement: Agreement,
    },
    /// The service does not say, or no source was found.
    NotStated,
}

/// How far sources agree on a service's hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Agreement {
    /// The service's own page, or two sources of their own, say the same.
    Confirmed,
    /// Only one source says so.
    Single,
    /// Sources say different things.
    Disagree,
}

/// One stretch of a week in which a service answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The day on which it opens.
    pub day: Weekday,
    /// The first minute.
    pub opens: Time,
    /// The first minute after it, on the same day.
    pub closes: Time,
}

/// Who says so, and when that was last checked (HSDS `assured_date`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assurance {
    /// The day on which the facts were last compared with their sources.
    pub checked: Date,
    /// The day by which they have to be compared again.
    pub next_check: Date,
    /// How sure the facts are.
    pub confidence: Confidence,
    /// Where they come from.
    pub sources: Vec<Source>,
}

/// How sure a published fact is. What is less sure than this is not published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// The organisation's own page, or two sources of their own, agree.
    Confirmed,
    /// One secondary source.
    Single,
    /// Common sense, not yet read by an expert. Never a number, never law.
    Advice,
}

/// Where a fact comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Who published it.
    pub name: String,
    /// When, as far as the source says.
    pub date: String,
}

/// What a reader is told about a service, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceWords {
    /// Whom it is for.
    pub for_whom: String,
    /// When it answers, as a sentence.
    #[serde(default)]
    pub hours: Option<String>,
    /// What a contact leaves behind on the phone or the bill.
    #[serde(default)]
    pub leaves: Option<String>,
    /// What it costs.
    #[serde(default)]
    pub cost: Option<String>,
    /// What to do, step by step, where pressing a link is not enough.
    #[serde(default)]
    pub steps: Vec<String>,
    /// What else to know.
    #[serde(default)]
    pub notes: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::{EmailAddress, WebAddress, WebAddressError};
    use proptest::prelude::*;

    #[test]
    fn a_web_address_shows_its_host() {
        let address = WebAddress::parse("https://www.herts.police.uk/report?x=1").unwrap();
        assert_eq!(address.host(), "www.herts.police.uk");
    }

    #[test]
    fn an_address_that_could_mislead_is_refused() {
        let cases = [
            ("http://example.org/", WebAddressError::NotHttps),
            ("javascript:alert(1)", WebAddressError::NotHttps),
            ("https://user@example.org/", WebAddressError::Host),
            ("https://example.org:8443/", WebAddressError::Host),
            ("https://localhost/", WebAddressError::Host),
            ("https://EXAMPLE.org/", WebAddressError::Host),
            ("https://example..org/", WebAddressError::Host),
            ("https:///path", WebAddressError::Host),
            ("https://example.org/a b", WebAddressError::Characters),
            ("https://example.org/\"onx", WebAddressError::Characters),
            ("https://exämple.org/", WebAddressError::Characters),
        ];
        for (text, expected) in cases {
            assert_eq!(WebAddress::parse(text), Err(expected), "{text:?}");
        }
    }

    #[test]
    fn an_email_address_is_one_plain_address() {
        assert_eq!(
            EmailAddress::parse("help@example.org")
                .unwrap()
                .mailto_uri(),
            "mailto:help@example.org"
        );
        for text in [
            "",
            "help",
            "@example.org",
            "help@",
            "a@b@c.org",
            "a b@c.org",
            "a@c",
            "a@c.org?subject=x",
            "a@c.org/x",
        ] {
            assert!(EmailAddress::parse(text).is_err(), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn no_accepted_address_can_leave_its_attribute(text in "https://\\PC{0,30}") {
            if let Ok(address) = WebAddress::parse(&text) {
                prop_assert!(!address.as_str().contains(['"', '<', '>', ' ', '\'']));
                prop_assert!(!address.host().is_empty());
            }
        }
    }
}
