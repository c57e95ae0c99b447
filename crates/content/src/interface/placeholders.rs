//! Texts with placeholders.

use super::InterfaceText;

/// Table, key, text, and the required placeholders, separated by spaces.
pub(super) type Placeholder<'a> = (&'static str, &'static str, &'a str, &'static str);

impl InterfaceText {
    /// Lists every text with placeholders.
    pub(super) fn placeholders(&self) -> Vec<Placeholder<'_>> {
        [self.round_services(), self.round_finding(), self.of_now()].concat()
    }

    fn round_services(&self) -> Vec<Placeholder<'_>> {
        let (exit, service) = (&self.exit, &self.service);
        let checked = "{date} {newest} {next} {sources}";
        vec![
            ("exit", "explained", &exit.explained, "{host}"),
            ("exit", "without_script", &exit.without_script, "{host}"),
            ("start", "checked", &self.start.checked, "{date}"),
            ("start", "near", &self.start.near, "{place} {name}"),
            ("card", "silent", &self.card.silent, "{number}"),
            ("card", "explained", &self.card.explained, "{place}"),
            ("service", "check_first", &service.check_first, "{date}"),
            ("service", "opens", &service.opens, "{host}"),
            ("service", "checked", &service.checked, checked),
            ("service", "newest", &service.newest, "{date}"),
            ("service", "more", &service.more, "{name}"),
            ("owner", "named", &self.owner.named, "{name}"),
            ("owner", "reviewed", &self.owner.reviewed, "{who} {date}"),
            ("service", "other_ways", &service.other_ways, "{ways}"),
            ("service", "bill_claimed", &service.bill_claimed, "{source}"),
            ("service", "speaks", &service.speaks, "{languages}"),
            ("guide", "term", &self.guide.term, "{term}"),
            ("guide", "checked", &self.guide.checked, checked),
            ("guide", "easy", &self.guide.easy, "{title}"),
        ]
    }

    fn round_finding(&self) -> Vec<Placeholder<'_>> {
        let (directory, reasons) = (&self.directory, &self.directory.reasons);
        let local = self.groups.get(&domain::service::Group::Local);
        vec![
            (
                "groups",
                "local",
                local.map_or("{place}", String::as_str),
                "{place}",
            ),
            ("directory", "found", &directory.found, "{count}"),
            (
                "directory",
                "found_to_read",
                &directory.found_to_read,
                "{count}",
            ),
            ("directory", "fit", &directory.fit, "{count}"),
            ("directory", "more", &directory.more, "{count}"),
            ("directory", "near_found", &directory.near_found, "{count}"),
            ("directory", "near_guess", &directory.near_guess, "{count}"),
            ("directory", "force", &directory.force, "{place} {force}"),
            ("directory.reasons", "local", &reasons.local, "{place}"),
            ("directory.reasons", "works", &reasons.works, "{place}"),
            (
                "directory.reasons",
                "pointed_to",
                &reasons.pointed_to,
                "{place}",
            ),
            (
                "directory.reasons",
                "knows",
                &reasons.knows,
                "{perpetrator}",
            ),
        ]
    }

    fn of_now(&self) -> Vec<Placeholder<'_>> {
        let now = &self.now;
        vec![
            ("now", "open", &now.open, "{when}"),
            ("now", "open_single", &now.open_single, "{when}"),
            ("now", "closed", &now.closed, "{when}"),
            ("now", "closed_single", &now.closed_single, "{when}"),
            ("now", "differ_open", &now.differ_open, "{when}"),
            ("now", "may_be_open", &now.may_be_open, "{when}"),
            ("now", "may_be_closed", &now.may_be_closed, "{when}"),
            ("now", "differ_closed", &now.differ_closed, "{when}"),
            ("now", "morning", &now.morning, "{time}"),
            ("now", "afternoon", &now.afternoon, "{time}"),
            ("now", "holiday", &now.holiday, "{day}"),
            ("now", "other_day", &now.other_day, "{day} {time}"),
        ]
    }
}
