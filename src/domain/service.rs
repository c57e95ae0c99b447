//! Services a person can turn to, and how to reach them.
//!
//! Names follow Open Referral's Human Services Data Specification (service, contact, assurance)
//! and schema.org (opening hours).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::domain::address::{EmailAddress, WebAddress};
use crate::domain::number::{DialNumber, TextNumber};
use crate::domain::opening::{TimeOfDay, Weekday};

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
    /// Lines of the four nations that answer day and night, for when the specialists do not.
    Nations,
    /// Services of the area that the site is for.
    Local,
    /// Telling the police when nothing is happening right now.
    Police,
    /// Somebody to talk to.
    Support,
}

impl Group {
    /// Every group, in the order of the page.
    pub const ALL: [Self; 6] = [
        Self::Emergency,
        Self::Stalking,
        Self::Nations,
        Self::Local,
        Self::Police,
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

/// When a service answers. Times are local times in Europe/London.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hours {
    /// Day and night, every day.
    Always {
        /// How far the sources agree.
        agreement: Agreement,
        /// Whether that goes for bank holidays too, or nobody says. It is never closed on them.
        bank_holidays: OnBankHolidays,
    },
    /// A weekly timetable. Where sources disagree it holds only the hours that all of them share.
    Weekly {
        /// The times of every week, in order.
        periods: Vec<Period>,
        /// How far the sources agree.
        agreement: Agreement,
        /// What happens on bank holidays.
        bank_holidays: OnBankHolidays,
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

/// What a service does on the bank holidays of the nations where it works, and on 25 and 26 December
/// and 1 January (schema.org `specialOpeningHoursSpecification`, as far as sources tell).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OnBankHolidays {
    /// It keeps its usual hours.
    Open,
    /// It is closed.
    Closed,
    /// No source that could be published says.
    #[default]
    Unknown,
}

/// One stretch of a week in which a service answers (schema.org `OpeningHoursSpecification`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The day on which it opens (`dayOfWeek`).
    pub day: Weekday,
    /// The first minute.
    pub opens: TimeOfDay,
    /// The first minute after it, on the same day; 24:00 for the end of the day.
    pub closes: TimeOfDay,
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
    /// Some of it is common sense that no expert has read yet. No number and no law rests on that.
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
    use super::Group;

    #[test]
    fn the_page_shows_groups_in_the_order_in_which_services_are_sorted() {
        assert!(Group::ALL.is_sorted());
    }

    #[test]
    fn whoever_meets_a_closed_line_finds_the_ones_that_answer_at_night_next() {
        let order = Group::ALL.map(|group| group == Group::Stalking || group == Group::Nations);
        assert_eq!(order, [false, true, true, false, false, false]);
        assert!(Group::Stalking < Group::Nations);
    }
}
