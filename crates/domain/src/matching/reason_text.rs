//! Text of the match reasons.

use super::{Place, Reason};
use crate::props::{Props, props};

props! {
    /// Templates of the match reasons, in one language.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct ReasonText {
        /// It is a route to 999.
        pub danger: String,
        /// It works mainly where the person is; `{place}`.
        pub local: String,
        /// It works in the country, or in the whole United Kingdom; `{place}`.
        pub works: String,
        /// Official pages there signpost to it; `{place}`.
        pub signposted: String,
        /// It does not state where it works.
        pub unknown: String,
        /// The service specialises in this kind of perpetrator; `{perpetrator}`.
        pub specialism: String,
        /// Labels of the answers to the second question, in the order of
        /// [`PerpetratorRelation::ALL`](crate::service::PerpetratorRelation::ALL).
        pub perpetrator_relations: Vec<String>,
        /// Reasons for each contact mode, in the order of [`ContactMode::ALL`](crate::service::ContactMode::ALL).
        pub contact_mode_reasons: Vec<String>,
        /// Labels of the answers to the third question, in the order of [`ContactMode::ALL`](crate::service::ContactMode::ALL).
        pub contact_modes: Vec<String>,
    }
}

impl ReasonText {
    /// Formats a reason; `place` returns the name of a place.
    #[must_use]
    pub fn reason(&self, reason: Reason, place: impl Fn(Place) -> String) -> String {
        let name = |names: &[String], at: usize| names.get(at).cloned().unwrap_or_default();
        match reason {
            Reason::Danger => self.danger.clone(),
            Reason::Local(here) => self.local.replace("{place}", &place(here)),
            Reason::Works(region) => {
                let here = place(Place::Country(region));
                self.works.replace("{place}", &here)
            }
            Reason::Signposted(region) => {
                let here = place(Place::Country(region));
                self.signposted.replace("{place}", &here)
            }
            Reason::PlaceUnknown => self.unknown.clone(),
            Reason::Specialism(perpetrator) => {
                let perpetrator = name(&self.perpetrator_relations, perpetrator as usize);
                self.specialism.replace("{perpetrator}", &perpetrator)
            }
            Reason::Mode(contact_mode) => name(&self.contact_mode_reasons, contact_mode as usize),
        }
    }
}
