//! The words of the start, and of who runs the page.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::view::View;

/// The words of the start.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StartText {
    /// Above the number for danger.
    pub danger: String,
    /// What to do when speaking is not safe.
    pub silent: String,
    /// What the row of a near service is called; `{place}` and `{name}`.
    pub near: String,
    /// What opens the ways for a caller who cannot speak.
    pub quiet: String,
    /// One line about it.
    pub quiet_line: String,
    /// The opening words of the note about traces.
    pub note_title: String,
    /// The note about traces on other devices.
    pub note: String,
    /// The heading of what to do first.
    pub first_title: String,
    /// One line about the order of it.
    pub first_note: String,
    /// What to do first, by the view that says more about it: every one of [`StartText::FIRST`].
    pub first: BTreeMap<View, ActionText>,
    /// When the numbers were checked; `{date}` is the oldest check.
    pub checked: String,
    /// What does not work until the app part is running.
    pub waiting: String,
}

impl StartText {
    /// The views that say more about what to do first, in the order of the founding advice: tell someone,
    /// call, report, write it down, do not reply.
    pub const FIRST: [View; 5] = [
        View::Others,
        View::Helplines,
        View::Report,
        View::Diary,
        View::Plan,
    ];
}

/// Something to do, and one line about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActionText {
    /// What to do, as the words of the link that leads to more about it.
    pub action: String,
    /// One line about it.
    pub more: String,
}

/// Who runs a copy of the page (`[owner]` of `site.toml`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnerText {
    /// The heading.
    pub title: String,
    /// Who runs it; `{name}`.
    pub named: String,
    /// Before the way to tell them of a mistake.
    pub mistake: String,
    /// Who reviewed it and when; `{who}` and `{date}`.
    pub reviewed: String,
    /// That it was not reviewed.
    pub not_reviewed: String,
    /// That a copy names no owner.
    pub unnamed: String,
}
