//! Why a service is among those that fit, in words.

use super::{Place, Reason};

/// The words of the reasons, in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReasonText {
    /// It is a way to reach 999.
    pub danger: String,
    /// It works above all where the person is; `{place}`.
    pub local: String,
    /// It works in the country, or in all of them; `{place}`.
    pub works: String,
    /// Official pages there point to it; `{place}`.
    pub signposted: String,
    /// It does not say where it works.
    pub unknown: String,
    /// The service specialises in this kind of perpetrator; `{perpetrator}`.
    pub specialism: String,
    /// The answers to the second question, in the order of [`Doer::ALL`](crate::domain::service::Doer::ALL).
    pub perpetrator_relations: Vec<String>,
    /// That it can be talked to that way, in the order of [`Talk::ALL`](super::Talk::ALL).
    pub contact_mode_reasons: Vec<String>,
    /// The answers to the third question, in the order of [`Talk::ALL`](super::Talk::ALL).
    pub contact_modes: Vec<String>,
}

impl ReasonText {
    /// Why a service is there; `place` says what a place is called.
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
