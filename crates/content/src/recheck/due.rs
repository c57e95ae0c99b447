//! Which services are due for a recheck, and in which order.

use jiff::ToSpan;
use jiff::civil::Date;

use domain::build_date::BuildDate;
use domain::freshness::FreshnessLimits;
use domain::service::{Assurance, Group, Service};

/// Which services a sheet lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DueFilter {
    /// Every service.
    All,
    /// Services that are due now or within this many days.
    Within(u16),
}

/// The groups in the order of harm if their facts are wrong: emergency, stalking specialists, then local services. A
/// service of the nations has alternatives beside it.
const BY_HARM: [Group; 6] = [
    Group::Emergency,
    Group::Stalking,
    Group::Local,
    Group::Nations,
    Group::Police,
    Group::Support,
];

/// A service that is due for a recheck.
#[derive(Debug, Clone, Copy)]
pub(super) struct Due<'a> {
    /// The service.
    pub(super) service: &'a Service,
    /// Whether it is overdue.
    pub(super) overdue: bool,
}

/// Returns whether a fact is due on a date, and if so, whether it is overdue.
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

/// Returns the deadline of a recheck: its next check, or the last date before a build warns.
fn last_day(assurance: &Assurance, limits: FreshnessLimits) -> Date {
    let warned = i64::from(limits.warn_after()).days();
    let limit = assurance.checked.saturating_add(warned);
    assurance.next_check.min(limit)
}

/// Returns the services that are due, by harm, then by deadline.
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
        // A group that is not listed sorts first: last, it would be overlooked.
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
