//! Who has to be asked again, and in which order.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::domain::build_date::BuildDate;
use crate::domain::freshness::FreshnessLimits;
use crate::domain::service::{Assurance, Group, Service};

/// What stands on a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DueFilter {
    /// Every service.
    All,
    /// What has to be checked now or within so many days.
    Within(u16),
}

/// The groups in the order of the harm if they are wrong: what is called in danger, whoever knows about
/// stalking, then whoever is near. A service of the nations has others beside it.
const BY_HARM: [Group; 6] = [
    Group::Emergency,
    Group::Stalking,
    Group::Local,
    Group::Nations,
    Group::Police,
    Group::Support,
];

/// A service that has to be asked.
#[derive(Debug, Clone, Copy)]
pub(super) struct Due<'a> {
    /// The service.
    pub(super) service: &'a Service,
    /// Whether its time has passed already.
    pub(super) overdue: bool,
}

/// Whether something is due on a day, and if it is, whether its time has passed.
pub(super) fn when(
    assurance: &Assurance,
    today: BuildDate,
    limits: FreshnessLimits,
    which: DueFilter,
) -> Option<bool> {
    let last = last_day(assurance, limits);
    let overdue = last < today.date();
    let soon = match which {
        DueFilter::All => true,
        DueFilter::Within(days) => last <= today.date().saturating_add(i64::from(days).days()),
    };
    soon.then_some(overdue)
}

/// The day by which it has to be asked: its own, or the last before a build warns.
fn last_day(assurance: &Assurance, limits: FreshnessLimits) -> Date {
    let warned = i64::from(limits.warn_after()).days();
    let limit = assurance.checked.saturating_add(warned);
    assurance.next_check.min(limit)
}

/// The services that are due, the most harmful ones first, and among them what has waited longest.
pub(super) fn services<'a>(
    services: impl Iterator<Item = &'a Service>,
    today: BuildDate,
    limits: FreshnessLimits,
    which: DueFilter,
) -> Vec<Due<'a>> {
    let mut due: Vec<Due<'_>> = services
        .filter_map(|service| {
            let overdue = when(&service.assurance, today, limits, which)?;
            Some(Due { service, overdue })
        })
        .collect();
    due.sort_by_key(|due| {
        let group = due.service.group;
        let harm = BY_HARM.iter().position(|known| *known == group);
        let last = last_day(&due.service.assurance, limits);
        // What is in no place would be forgotten at the end: it comes first.
        (harm, last, due.service.order)
    });
    due
}

#[cfg(test)]
mod tests {
    use super::{BY_HARM, Group};

    #[test]
    fn every_group_has_a_place_in_the_order() {
        for group in Group::ALL {
            let found = BY_HARM.iter().filter(|known| **known == group).count();
            assert_eq!(found, 1, "{group:?}");
        }
    }
}
