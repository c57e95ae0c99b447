//! The words of the page on which a person keeps it on the phone.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::decoys::Decoy;

/// `[keep]` of `interface.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeepText {
    /// The heading.
    pub title: String,
    /// What it is for, in one breath.
    pub lead: String,
    /// What a private window does.
    pub private: String,
    /// Above what it leaves behind.
    pub before_title: String,
    /// What it leaves behind.
    pub before: Vec<String>,
    /// Who had better not.
    pub before_note: String,
    /// This browser cannot.
    pub unable: String,
    /// Above the tools.
    pub look_title: String,
    /// What to know before choosing one.
    pub look_note: String,
    /// What each tool is called, and how it opens.
    pub looks: BTreeMap<Decoy, LookText>,
    /// Above the code.
    pub code_title: String,
    /// The field of the code.
    pub code_label: String,
    /// What to know before choosing one.
    pub code_note: String,
    /// The button that keeps it.
    pub keep_it: String,
    /// It takes a moment.
    pub working: String,
    /// The code has not the right form.
    pub say_code: String,
    /// The code is one of the first that anyone tries.
    pub say_plain: String,
    /// The phone has no room.
    pub say_full: String,
    /// Other files arrived than were built.
    pub say_files: String,
    /// They did not arrive.
    pub say_network: String,
    /// The browser refused.
    pub say_failed: String,
    /// Above what is left to do.
    pub done_title: String,
    /// What is left to do.
    pub done: Vec<String>,
    /// Above how it opens.
    pub opens_title: String,
    /// When it goes back to the tool.
    pub returns: String,
    /// The button that leads to the tool.
    pub go: String,
    /// Above the steps where a tab shares nothing with the home screen.
    pub tab_title: String,
    /// Those steps.
    pub tab: Vec<String>,
    /// Why.
    pub tab_note: String,
    /// Above what is said once it is kept.
    pub kept_title: String,
    /// What is kept.
    pub kept: String,
    /// Above removing.
    pub remove_title: String,
    /// What removing does.
    pub remove_note: String,
    /// The button.
    pub remove: String,
    /// The second button.
    pub sure: String,
    /// Nothing is left.
    pub removed: String,
    /// Something is left.
    pub left: String,
    /// Above what no page can remove.
    pub remains_title: String,
    /// What no page can remove.
    pub remains: Vec<String>,
    /// The way back.
    pub back: String,
    /// What the exit of a kept copy leads to, in the place of a host.
    pub leads_to: String,
}

/// What a tool is called where it is chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LookText {
    /// Its name.
    pub name: String,
    /// How what lies behind it opens.
    pub opens: String,
}
