//! Words of the screens on which a diary is kept, opened, locked and checked.

use domain::props;
use domain::props::Props;
use serde::{Deserialize, Serialize};

props! {
    /// `[before]`.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(deny_unknown_fields)]
    pub struct BeforeText {
        /// Button: keep what was written.
        pub offer: String,
        /// Heading.
        pub title: String,
        /// Heading of the reasons against it.
        pub not_here_title: String,
        /// When not to keep a diary on this phone.
        pub not_here: Vec<String>,
        /// Heading of what she can do instead.
        pub instead_title: String,
        /// What she can do instead.
        pub instead: Vec<String>,
        /// Heading of what to know.
        pub truths_title: String,
        /// What to know before it is kept.
        pub truths: Vec<String>,
        /// Question: whether the window is private.
        pub private_ask: String,
        /// Button: it is not; go on.
        pub ordinary: String,
        /// Button: it is.
        pub private: String,
        /// What to do then.
        pub private_says: String,
        /// Button: do not keep it.
        pub stop: String,
        /// Why nothing can be kept here, for each obstacle in the order of [`OBSTACLES`].
        pub obstacles: Vec<String>,
    }
}

props! {
    /// `[passphrase]`.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(deny_unknown_fields)]
    pub struct PassphraseText {
        /// Heading.
        pub title: String,
        /// What to do with the words.
        pub lead: String,
        /// Button: make another passphrase.
        pub another: String,
        /// Label of the field, in which the words are typed from sight.
        pub label: String,
        /// Button: keep the diary.
        pub create: String,
        /// Button: choose a passphrase of her own.
        pub own: String,
        /// What a passphrase of her own has to be.
        pub own_lead: String,
        /// Label of the field for it.
        pub own_label: String,
        /// Error: what was typed is not what is shown.
        pub mismatch: String,
        /// Beside the field: the key is being derived.
        pub working: String,
        /// Status: it is kept.
        pub done: String,
        /// Why a passphrase is refused, for each weakness in the order of [`WEAKNESSES`].
        pub weaknesses: Vec<String>,
    }
}

props! {
    /// `[unlock]`.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(deny_unknown_fields)]
    pub struct UnlockText {
        /// Button: open what is kept.
        pub offer: String,
        /// Heading.
        pub title: String,
        /// Hint of the field.
        pub hint: String,
        /// Button: open.
        pub open: String,
        /// Button: back to writing.
        pub back: String,
        /// Status: what was damaged, in the order of [`DAMAGE`].
        pub damage: Vec<String>,
        /// Button: remove everything that is kept.
        pub remove: String,
        /// Question before it is removed.
        pub remove_sure: String,
        /// Status: it is removed.
        pub removed: String,
    }
}

props! {
    /// `[kept]`.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(deny_unknown_fields)]
    pub struct KeptText {
        /// That what is written is kept, in short.
        pub memory: String,
        /// Button: save.
        pub save: String,
        /// Status: it is being saved.
        pub saving: String,
        /// Status: it is saved.
        pub saved: String,
        /// Status: it is not saved; `{reason}`.
        pub not_saved: String,
        /// Button: save it again.
        pub retry: String,
        /// Status: the place is nearly full.
        pub nearly_full: String,
        /// Button: lock.
        pub lock: String,
        /// Status: it is locked.
        pub locked: String,
        /// Button: remove the diary.
        pub forget: String,
        /// Question before it is removed.
        pub forget_sure: String,
        /// Button: remove it.
        pub forget_yes: String,
        /// Button: leave it.
        pub forget_no: String,
        /// Status: it is removed.
        pub forgotten: String,
        /// What went wrong, for each fault in the order of [`FAULTS`].
        pub faults: Vec<String>,
        /// What went wrong, for any other fault.
        pub failed: String,
    }
}

props! {
    /// `[chain]`.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(deny_unknown_fields)]
    pub struct ChainText {
        /// Button: check the chain.
        pub check: String,
        /// Status: nothing was changed; `{head}`.
        pub intact: String,
        /// Status: something was changed; `{number}` of the entry.
        pub changed: String,
        /// What the check proves and what not.
        pub limits: String,
    }
}

/// Why nothing can be kept, as `scripts/vault/client.js` names it.
pub const OBSTACLES: [&str; 5] = ["unable", "framed", "tab", "host", "offline"];

/// Why a passphrase is weak, as `vault::passphrase` names it.
pub const WEAKNESSES: [&str; 5] = ["short", "repeat", "row", "digits", "known"];

/// What was damaged when a diary was opened, as docs/keys.md names it.
pub const DAMAGE: [&str; 3] = ["repaired", "lost", "unknown"];

/// Faults of the worker that have words of their own, as docs/keys.md names them.
pub const FAULTS: [&str; 8] = [
    "wrong", "exists", "full", "too-long", "changed", "damaged", "memory", "newer",
];

/// The text of a name: `texts` has one for each of `names`, in their order.
#[must_use]
pub fn text_of<'a>(name: &str, names: &[&str], texts: &'a [String]) -> Option<&'a str> {
    let place = names.iter().position(|known| *known == name)?;
    texts.get(place).map(String::as_str)
}
