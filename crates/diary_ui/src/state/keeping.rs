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
        spawn_local(async move {
            match vault.save(&self.snapshot(), erase).await {
                Ok(percent) => {
                    self.is_unsaved.set(false);
                    if percent >= NEARLY_FULL {
                        self.announce(&words.nearly_full);
                    } else if is_announced {
                        self.announce(&words.saved);
                    }
                }
                // Locked meanwhile: the screens are empty.
                Err(fault) if fault == "locked" => {}
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

    /// What is saved.
    pub(crate) fn snapshot(self) -> Vec<u8> {
        self.whole().to_bytes()
    }

    /// Shows what was opened. What was written before, for this visit, is added to it.
    pub(crate) fn restore(self, opened: Snapshot) {
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
            self.persist(false, true);
        }
    }

    /// Locks what is open. The screens are emptied at once; the worker with the key ends once everything is saved. If it
    /// cannot be saved, it is shown again.
    pub(crate) fn lock(self) {
        let (vault, words) = (self.vault(), &self.words.kept);
        let snapshot = self.whole();
        self.reset();
        self.show(Screen::Unlock);
        self.announce(&words.locked);
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
        if is_hidden != self.is_hidden.get_untracked() {
            self.is_hidden.set(is_hidden);
        }
        if !self.is_open.get_untracked() {
            return;
        }
        // What could not be saved is on the screen only.
        if idle >= LOCK_AFTER && !self.is_unsaved.get_untracked() {
            return self.lock();
        }
        if let Some(seconds) = self.unsaved_for.get_value() {
            if idle >= PAUSE || is_hidden || seconds >= LONGEST_UNSAVED {
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
