//! Sentences about a service, composed from its data and the text of a language.

use super::Edition;
use domain::place::Area;
use domain::service::{Bill, ContactMode, Cost, Group, Service, Trace};

impl Edition {
    /// Returns the index of a service in the list, which is its id in the page.
    #[must_use]
    pub fn index_of(&self, service: &Service) -> Option<usize> {
        self.services
            .iter()
            .position(|other| other.id == service.id)
    }

    /// Returns the name of an area.
    #[must_use]
    pub fn area(&self, area: &Area) -> String {
        match area {
            Area::Region(region) => self.text.areas.get(region).cloned().unwrap_or_default(),
            Area::Police(area) => area.name.clone(),
        }
    }

    /// Describes the traces of a service's contacts, and its other contact modes. A route to 999 has only its own text:
    /// nothing may delay that call.
    #[must_use]
    pub fn trace_note(&self, service: &Service) -> Option<String> {
        let text = &self.text.service;
        if service.group == Group::Emergency
            || service.contacts.iter().all(|it| it.trace().is_none())
        {
            return service.words.traces.clone();
        }
        let mut lines = vec![self.all_traces(service)];
        if service.call().is_some() {
            let ways = ContactMode::of(service);
            let others: Vec<String> = ContactMode::WITHOUT_A_VOICE
                .iter()
                .filter(|talk| ways.contains(talk))
                .filter_map(|talk| text.ways.get(talk).cloned())
                .collect();
            lines.push(if others.is_empty() {
                text.no_other_way.clone()
            } else {
                text.other_ways.replace("{ways}", &others.join(", "))
            });
        }
        Some(lines.join(" "))
    }

    /// Describes the traces that a service's contacts leave on the phone.
    #[must_use]
    pub fn all_traces(&self, service: &Service) -> String {
        if let Some(own) = &service.words.traces {
            return own.clone();
        }
        let left = |trace: &Trace| service.contacts.iter().any(|it| it.trace() == Some(*trace));
        let lines = Trace::ALL.into_iter().filter(left);
        let lines = lines.filter_map(|trace| self.text.service.leaves.get(&trace).cloned());
        lines.collect::<Vec<_>>().join(" ")
    }

    /// Describes the cost and what a bill shows, as far as sources state it.
    #[must_use]
    pub fn costs(&self, service: &Service) -> Option<String> {
        let text = &self.text.service;
        let rings = service
            .contacts
            .iter()
            .any(|it| matches!(it.trace(), Some(Trace::Call | Trace::Text)));
        let bill = match &service.bill {
            Bill::ShouldNotShow(source) => {
                let source = format!("{}, {}", source.name, source.date);
                Some(text.bill_claimed.replace("{source}", &source))
            }
            // A charged number says so already.
            Bill::NotStated
                if service.cost == Cost::Charged || service.group == Group::Emergency =>
            {
                None
            }
            Bill::NotStated => rings.then(|| text.bill_unknown.clone()),
        };
        let lines: Vec<String> = [text.cost.get(&service.cost).cloned(), bill]
            .into_iter()
            .flatten()
            .collect();
        (!lines.is_empty()).then(|| lines.join(" "))
    }
}
