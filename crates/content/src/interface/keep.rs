//! Text of the page that sets up the offline copy.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use decoys::Decoy;

/// `[keep]` of `interface.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeepText {
    /// The heading.
    pub title: String,
    /// Its purpose, in a sentence.
    pub lead: String,
    /// Note about private windows.
    pub private: String,
    /// Heading of the traces.
    pub before_title: String,
    /// Traces that a copy leaves.
    pub before: Vec<String>,
    /// Who should not set up a copy.
    pub before_note: String,
    /// Notice: this browser does not support it.
    pub unable: String,
    /// Notice: this page is in a frame.
    pub framed: String,
    /// Notice: the site shares its origin with other pages.
    pub shared: String,
    /// Notice: the host does not send the policy.
    pub host: String,
    /// Heading of the decoys.
    pub look_title: String,
    /// Note about choosing a decoy.
    pub look_note: String,
    /// Name of each decoy, and how the page opens from it.
    pub looks: BTreeMap<Decoy, LookText>,
    /// Heading of the passcode.
    pub code_title: String,
    /// Introduces a ready-made passcode.
    pub code_ready: String,
    /// Label of the button for another ready-made passcode.
    pub another: String,
    /// Label of the passcode field.
    pub code_label: String,
    /// Note about choosing a passcode.
    pub code_note: String,
    /// Label of the button that stores the copy.
    pub keep_it: String,
    /// Status: in progress.
    pub working: String,
    /// Error: the passcode is malformed.
    pub say_code: String,
    /// Error: the passcode is a date.
    pub say_date: String,
    /// Error: the passcode repeats itself.
    pub say_repeat: String,
    /// Error: the passcode is a row of digits or numbers.
    pub say_row: String,
    /// Error: the passcode is a shape on the keys.
    pub say_shape: String,
    /// Error: the passcode is a well-known number.
    pub say_known: String,
    /// Error: no storage space.
    pub say_full: String,
    /// Error: the hash of a file does not match.
    pub say_files: String,
    /// Error: the network failed.
    pub say_network: String,
    /// Error: the browser refused.
    pub say_failed: String,
    /// Heading of the remaining steps.
    pub done_title: String,
    /// Remaining steps.
    pub done: Vec<String>,
    /// Heading of how to open the copy.
    pub opens_title: String,
    /// When the copy returns to the decoy.
    pub returns: String,
    /// Label of the button that opens the decoy.
    pub go: String,
    /// Heading of the steps for systems where a tab shares no storage with the home screen.
    pub tab_title: String,
    /// Those steps.
    pub tab: Vec<String>,
    /// Why.
    pub tab_note: String,
    /// Heading in the opened copy.
    pub kept_title: String,
    /// Status: the copy is stored.
    pub kept: String,
    /// Heading of removal.
    pub remove_title: String,
    /// Note about removal: that anyone can do it, and that the page does not tell whether there is a copy.
    pub remove_note: String,
    /// Label of the button that removes the copy.
    pub remove_copy: String,
    /// What removing the copy does.
    pub remove_copy_note: String,
    /// Label of the button that removes everything.
    pub remove_all: String,
    /// What removing everything does.
    pub remove_all_note: String,
    /// Label of the button that confirms removal.
    pub sure: String,
    /// Status: the copy was removed.
    pub gone: String,
    /// Status: everything was removed.
    pub removed: String,
    /// Status: something could not be removed.
    pub left: String,
    /// Heading of what a page cannot remove.
    pub remains_title: String,
    /// What a page cannot remove.
    pub remains: Vec<String>,
    /// Label of the link back.
    pub back: String,
    /// Destination of an offline copy's exit, in place of a host name.
    pub leads_to: String,
}

/// Text of a decoy on the set-up page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LookText {
    /// Its name.
    pub name: String,
    /// How the page behind it opens.
    pub opens: String,
}
