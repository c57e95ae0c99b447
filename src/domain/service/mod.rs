//! Services a person can turn to, and how to reach them.
//!
//! Names follow Open Referral's Human Services Data Specification, HSDS (service, contact, language,
//! service area, assured date), and schema.org (opening hours, audience).

mod assurance;
mod contact;
mod hours;
mod terms;

use serde::{Deserialize, Serialize};

pub use assurance::{Assurance, Confidence, Source};
pub use contact::{Contact, Trace, WebContact, WebKind};
pub use hours::{Agreement, DisputedHours, Hours, OnBankHolidays, Period};
pub use terms::{
    Audience, Bill, Cost, Interpreters, LanguageTag, LanguageTagError, Languages,
    PerpetratorRelation,
};

use crate::domain::matching::ContactMode;
use crate::domain::number::DialNumber;
use crate::domain::place::Area;

/// One service: a helpline, an emergency route, an advocate or a website.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Service {
    /// The name of its file in `content/helplines/`.
    pub id: String,
    /// What it calls itself.
    pub name: String,
    /// Who runs it.
    pub organization: String,
    /// The heading it stands under.
    pub group: Group,
    /// Its place under that heading, smallest first.
    pub order: u16,
    /// Whether it is in the list of services. One that is not is only where guidance names it: a service for
    /// people who are worried about how they act has no place among those for people who are stalked.
    pub listed: bool,
    /// Where it works (HSDS `service_area`). Empty when the service does not say.
    pub areas: Vec<Area>,
    /// Where official pages point to it although it works mainly elsewhere.
    pub signposted_in: Vec<Area>,
    /// Whom it is for, if not for anybody (schema.org `audience`, HSDS `eligibility_description`).
    pub audience: Vec<Audience>,
    /// Who does the harm that it knows about, if not just anybody.
    pub perpetrator_relations: Vec<PerpetratorRelation>,
    /// The ways to reach it, the best first.
    pub contacts: Vec<Contact>,
    /// Ways to talk that its contacts do not show: a silent call, a text after registering.
    pub contact_modes: Vec<ContactMode>,
    /// When it answers.
    pub hours: Hours,
    /// The languages it works in.
    pub languages: Languages,
    /// What reaching it costs.
    pub cost: Cost,
    /// What it says itself about telephone bills.
    pub bill: Bill,
    /// Who says so, and when that was checked.
    pub assurance: Assurance,
    /// What a reader is told about it.
    pub words: ServiceDescription,
}

impl Service {
    /// Whether somebody answers at set times. A website or a form has no such hours.
    #[must_use]
    pub fn is_staffed(&self) -> bool {
        self.contacts.iter().any(Contact::is_staffed)
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
    /// Services of one place: first those of the place that the site is for, then the others.
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

/// What a reader is told about a service, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceDescription {
    /// Whom it is for.
    #[serde(rename = "for_whom")]
    pub eligibility: String,
    /// When it answers, as a sentence.
    #[serde(default)]
    pub hours: Option<String>,
    /// The usual hours in a few words, for the service's row on the start. Without them `hours` is there.
    #[serde(default)]
    pub brief: Option<String>,
    /// What a contact leaves behind, where that is not what its kinds of contact leave anyway.
    #[serde(default)]
    #[serde(rename = "leaves")]
    pub traces: Option<String>,
    /// What happens when somebody calls: who answers, what they ask, what they keep.
    #[serde(default)]
    pub call: Vec<String>,
    /// Other words that people look for it by. They are searched, not shown.
    #[serde(default)]
    pub search: Vec<String>,
    /// Phrases of despair. A search that holds one shows this service before every other.
    #[serde(default)]
    pub crisis: Vec<String>,
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
