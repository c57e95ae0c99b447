//! Services and their contacts.
//!
//! Names follow Open Referral's Human Services Data Specification, HSDS (service, contact, language,
//! service area, assured date), and schema.org (opening hours, audience).

mod assurance;
mod contact;
mod contact_mode;
mod hours;
mod terms;

use serde::{Deserialize, Serialize};

pub use assurance::{Assurance, Confidence, Source};
pub use contact::{Contact, Trace, WebContact, WebKind};
pub use contact_mode::ContactMode;
pub use hours::{Agreement, DisputedHours, Hours, OnBankHolidays, Period};
pub use terms::{
    Audience, Bill, Cost, Interpreters, LanguageTag, LanguageTagError, Languages,
    PerpetratorRelation,
};

use crate::number::DialNumber;
use crate::place::Area;

/// One service: a helpline, an emergency route, an advocate or a website.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Service {
    /// File name in `content/helplines/`, without extension.
    pub id: String,
    /// Name of the service.
    pub name: String,
    /// Organization that runs it.
    pub organization: String,
    /// Group in the list.
    pub group: Group,
    /// Sort key within the group.
    pub order: u16,
    /// Whether it is in the list of services. An unlisted one appears only in guides that link to it: a service for
    /// people who are worried about their own behaviour does not belong among those for people who are stalked.
    pub listed: bool,
    /// Where it works (HSDS `service_area`). Empty when the service does not say.
    pub areas: Vec<Area>,
    /// Areas whose official pages signpost to it although it works mainly elsewhere.
    pub signposted_in: Vec<Area>,
    /// Groups of people that it is for; empty if it is for everyone (schema.org `audience`, HSDS
    /// `eligibility_description`).
    pub audience: Vec<Audience>,
    /// Perpetrator relations that it specialises in; empty for any.
    pub perpetrator_relations: Vec<PerpetratorRelation>,
    /// Contacts, the best first.
    pub contacts: Vec<Contact>,
    /// Contact modes that its contacts do not imply: a silent call, a text after registration.
    pub contact_modes: Vec<ContactMode>,
    /// When it answers.
    pub hours: Hours,
    /// The languages it works in.
    pub languages: Languages,
    /// What reaching it costs.
    pub cost: Cost,
    /// Its own claim about phone bills.
    pub bill: Bill,
    /// Sources, and the date of the check.
    pub assurance: Assurance,
    /// Text about it.
    pub words: ServiceDescription,
}

impl Service {
    /// Whether a person answers, at set times. A website or a form has no such hours.
    #[must_use]
    pub fn is_staffed(&self) -> bool {
        self.contacts.iter().any(Contact::is_staffed)
    }

    /// Returns the first number for voice calls, if there is one.
    #[must_use]
    pub fn call(&self) -> Option<&DialNumber> {
        self.contacts.iter().find_map(|contact| match contact {
            Contact::Call(number) => Some(number),
            _ => None,
        })
    }
}

/// Groups of the list, in the order of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// 999 and the ways to reach it without speaking.
    Emergency,
    /// Specialists in stalking.
    Stalking,
    /// Helplines of the four nations that are open day and night, for when the specialists are closed.
    Nations,
    /// Local services: those of the site's area first, then the others.
    Local,
    /// Telling the police when nothing is happening right now.
    Police,
    /// Emotional support.
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

/// Text about a service, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceDescription {
    /// Eligibility.
    #[serde(rename = "for_whom")]
    pub eligibility: String,
    /// Opening hours, as a sentence.
    #[serde(default)]
    pub hours: Option<String>,
    /// Usual hours in a few words, for the service's row on the start. Falls back to `hours`.
    #[serde(default)]
    pub brief: Option<String>,
    /// Traces, where they differ from the usual ones of its contacts.
    #[serde(default)]
    #[serde(rename = "leaves")]
    pub traces: Option<String>,
    /// What happens on a call: who answers, what they ask, what they record.
    #[serde(default)]
    pub call: Vec<String>,
    /// Search keywords. Indexed, not shown.
    #[serde(default)]
    pub search: Vec<String>,
    /// Crisis phrases. A search with one of them shows this service before every other.
    #[serde(default)]
    pub crisis: Vec<String>,
    /// Steps, where pressing a link is not enough.
    #[serde(default)]
    pub steps: Vec<String>,
    /// Notes.
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
