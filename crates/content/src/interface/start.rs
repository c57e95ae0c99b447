//! Text of the start view, and of the owner.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use domain::view::View;

/// Text of the start view.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StartText {
    /// Label of 999.
    pub danger: String,
    /// What to do when speaking is not safe.
    pub silent: String,
    /// Label of the local service's row; `{place}` and `{name}`.
    pub near: String,
    /// Summary of the silent contact options.
    pub quiet: String,
    /// One line about it.
    pub quiet_line: String,
    /// Lead-in of the note about traces.
    pub note_title: String,
    /// The note about traces on other devices.
    pub note: String,
    /// Heading of the first steps.
    pub first_title: String,
    /// Note about their order.
    pub first_note: String,
    /// The first steps, by the view with details: every one of [`StartText::FIRST`].
    pub first: BTreeMap<View, ActionText>,
    /// When the numbers were checked; `{date}` is the oldest check.
    pub checked: String,
    /// Notice about what does not work until the app runs.
    pub waiting: String,
}

impl StartText {
    /// The views with details of the first steps, in the order of the founding advice: tell someone, call, report,
    /// write it down, do not reply.
    pub const FIRST: [View; 5] = [
        View::Others,
        View::Helplines,
        View::Report,
        View::Diary,
        View::Plan,
    ];
}

/// A first step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActionText {
    /// The step, as the text of the link to its view.
    pub action: String,
    /// One line about it.
    pub more: String,
}

/// Text about the owner of the site (`[owner]` of `site.toml`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnerText {
    /// The heading.
    pub title: String,
    /// Who runs it; `{name}`.
    pub named: String,
    /// Lead-in of the contact for reporting mistakes.
    pub mistake: String,
    /// Who reviewed it and when; `{who}` and `{date}`.
    pub reviewed: String,
    /// That it was not reviewed.
    pub not_reviewed: String,
    /// Notice that no owner is named.
    pub unnamed: String,
}
