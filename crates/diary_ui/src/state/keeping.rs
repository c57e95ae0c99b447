//! What is kept: saving, opening, locking and removing it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Screen, State, now};
use browser::random::salt;
use diary::Snapshot;
use diary::text::{FAULTS, text_of};

/// Seconds without a key or a pointer before what is open is locked.
const LOCK_AFTER: f64 = 120.0;
/// Seconds without a key or a pointer before a draft is saved.
const PAUSE: f64 = 2.0;
/// Seconds after which a draft is saved while she goes on typing.
const LONGEST_UNSAVED: u32 = 15;
/// From this many per cent on, it is said that the place is nearly full (docs/vault-format.md).
const NEARLY_FULL: u32 = 80;

impl State {
    /// Saves what is open, or says what there is to say where nothing is kept. `erase`: so that nothing of the save
    /// before is left.
    pub(crate) fn changed(self, for_this_visit: &str, erase: bool) {
        if self.is_open.get_untracked() {
            self.announce(&self.words.kept.saving);
            self.persist(erase, true);
        } else {
            self.announce(for_this_visit);
        }
    }

    /// Saves what is open. “Saved” is said after it was read back.
    pub(crate) fn persist(self, erase: bool, is_announced: bool) {
        let vault = self.vault();
        let words = &self.words.kept;
        self.unsaved_for.set_value(None);
        let erase = erase || self.is_to_erase.get_value();
        self.is_to_erase.set_value(erase);
        let snapshot = self.snapshot();
        spawn_local(async move {
            match vault.save(&snapshot, erase).await {
                Ok(percent) => {
                    let is_announced = is_announced || self.is_unsaved.get_untracked();
                    self.saved.set_value(snapshot);
                    self.is_to_erase.set_value(false);
                    self.is_unsaved.set(false);
                    if percent >= NEARLY_FULL {
                        self.announce(&words.nearly_full);
                    } else if is_announced {
                        self.announce(&words.saved);
                    }
                }
                // Locked meanwhile: the screens are empty.
                Err(fault) if fault == "locked" && !self.is_open.get_untracked() => {}
                Err(fault) => self.not_saved(&fault),
            }
        });
    }

    /// Everything that was written, and what is being written.
    fn whole(self) -> Snapshot {
        Snapshot {
            diary: self.diary.get_untracked(),
            draft: self.draft.get_untracked(),
            additions: self.additions.get_untracked(),
        }
    }

    /// Remembers what was saved last.
    pub(crate) fn set_saved(self, snapshot: Vec<u8>) {
        self.saved.set_value(snapshot);
    }

    /// What is saved.
    pub(crate) fn snapshot(self) -> Vec<u8> {
        self.whole().to_bytes()
    }

    /// Shows what was opened. What was written before, for this visit, is added to it.
    pub(crate) fn restore(self, opened: Snapshot) {
        self.saved.set_value(opened.to_bytes());
        let written = self.whole();
        let is_new = written != Snapshot::default();
        let opened = opened.with(written, now(), salt());
        let to = if opened.draft.is_empty() {
            Screen::Entries
        } else {
            Screen::Compose
        };
        self.diary.set(opened.diary);
        self.draft.set(opened.draft);
        self.additions.set(opened.additions);
        self.is_open.set(true);
        self.show(to);
        if is_new {
            self.persist(false, false);
        }
    }

    /// Locks what is open. The screens are emptied at once; the worker with the key ends once everything is saved. If it
    /// cannot be saved, it is shown again.
    pub(crate) fn lock(self) {
        self.lock_into(Screen::Unlock);
        self.announce(&self.words.kept.locked);
    }

    fn lock_into(self, screen: Screen) {
        let vault = self.vault();
        let snapshot = self.whole();
        let is_saved = self.saved.get_value() == snapshot.to_bytes();
        self.reset();
        self.show(screen);
        if is_saved {
            return vault.lock();
        }
        spawn_local(async move {
            match vault.save(&snapshot.to_bytes(), false).await {
                Ok(_) => vault.lock(),
                Err(fault) if fault == "locked" => {}
                Err(fault) => {
                    self.restore(snapshot);
                    self.not_saved(&fault);
                }
            }
        });
    }

    /// Says why what is open is not saved.
    fn not_saved(self, fault: &str) {
        self.is_unsaved.set(true);
        let reason = self.fault_text(fault);
        self.announce(&self.words.kept.not_saved.replace("{reason}", &reason));
    }

    /// Called about once a second: saves a draft when she pauses, and locks when she is gone.
    pub(crate) fn tick(self, idle: f64, is_hidden: bool) {
        let is_left = self.is_open.get_untracked() && idle >= LOCK_AFTER;
        // What could not be saved is on the screen only: it is concealed until she touches the page.
        let is_unsaved = self.is_unsaved.get_untracked();
        let is_hidden = is_hidden || (is_left && is_unsaved);
        if is_hidden != self.is_hidden.get_untracked() {
            self.is_hidden.set(is_hidden);
        }
        if !self.is_open.get_untracked() {
            return;
        }
        if is_left && !is_unsaved {
            // As if nothing had been open: another person may find the phone.
            return self.lock_into(Screen::Compose);
        }
        if let Some(seconds) = self.unsaved_for.get_value() {
            if self.saved.get_value() == self.snapshot() {
                self.unsaved_for.set_value(None);
            } else if idle >= PAUSE || is_hidden || seconds >= LONGEST_UNSAVED {
                self.persist(false, false);
            } else {
                self.unsaved_for.set_value(Some(seconds + 1));
            }
        }
    }

    /// Removes what is open from the phone.
    pub(crate) fn forget(self) {
        let vault = self.vault();
        spawn_local(async move {
            match vault.forget().await {
                Ok(()) => {
                    vault.lock();
                    self.reset();
                    self.show(Screen::Compose);
                    self.announce(&self.words.kept.forgotten);
                }
                Err(fault) => self.announce(&self.fault_text(&fault)),
            }
        });
    }

    /// The words for a fault.
    pub(crate) fn fault_text(self, fault: &str) -> String {
        let words = &self.words.kept;
        text_of(fault, &FAULTS, &words.faults)
            .unwrap_or(&words.failed)
            .to_owned()
    }
}
