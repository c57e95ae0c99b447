//! Opening what is kept, and removing it without opening it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::block::{buttons, error, hint, small, title, when};
use crate::button::button;
use crate::passphrase::{FIELD, secret};
use crate::state::{Screen, State};
use browser::focus::focus_next;
use browser::vault::Unlocked;
use diary::Snapshot;
use diary::text::{DAMAGE, UnlockText, text_of};

#[derive(Clone, Copy)]
struct Form {
    state: State,
    words: &'static UnlockText,
    typed: RwSignal<String>,
    /// What is wrong, or that a key is being derived.
    error: RwSignal<String>,
    /// Whether it is asked if everything is to be removed.
    is_removing: RwSignal<bool>,
}

/// One field and a button. It is the same whether or not anything is kept.
pub(crate) fn unlock(state: State) -> AnyView {
    let words = &state.words.unlock;
    let form = Form {
        state,
        words,
        typed: RwSignal::new(String::new()),
        error: RwSignal::new(String::new()),
        is_removing: RwSignal::new(false),
    };
    vec![
        title(&words.title),
        hint(&words.hint),
        secret(form.typed),
        error(form.error),
        buttons(vec![
            button(&words.open, "unlock", move |clicks| form.open(clicks)),
            button(&words.back, "back", move |_| {
                if !state.is_busy.get_untracked() {
                    state.show(Screen::Compose);
                }
            }),
        ]),
        when(move || form.removal()),
    ]
    .into_any()
}

impl Form {
    fn open(self, clicks: i32) {
        let state = self.state;
        if clicks > 1 || state.is_busy.get_untracked() {
            return;
        }
        self.error.set(state.words.passphrase.working.clone());
        state.is_busy.set(true);
        let (vault, typed) = (state.vault(), self.typed.get_untracked());
        spawn_local(async move {
            let opened = vault.unlock(&typed).await;
            state.is_busy.set(false);
            let read = opened.and_then(|Unlocked { snapshot, damage }| {
                let snapshot = Snapshot::from_bytes(&snapshot);
                let snapshot = snapshot.map_err(|error| error.as_str().to_owned())?;
                Ok((snapshot, damage))
            });
            match read {
                Ok((snapshot, damage)) => {
                    state.restore(snapshot);
                    let damage = text_of(&damage, &DAMAGE, &self.words.damage);
                    state.announce(damage.unwrap_or_default());
                }
                Err(fault) => {
                    vault.lock();
                    self.fail(&fault);
                }
            }
        });
    }

    /// Says what went wrong, with the focus on the field.
    fn fail(self, fault: &str) {
        self.error.set(self.state.fault_text(fault));
        focus_next(FIELD);
    }

    /// The button that removes everything that is kept, or the question before.
    fn removal(self) -> AnyView {
        let kept = &self.state.words.kept;
        if !self.is_removing.get() {
            return buttons(vec![button(&self.words.remove, "remove-file", move |_| {
                self.is_removing.set(true);
                focus_next("[data-form=leave]");
            })]);
        }
        let leave = button(&kept.forget_no, "leave", move |_| {
            self.is_removing.set(false);
            focus_next("[data-form=remove-file]");
        });
        let remove = button(&kept.forget_yes, "remove-file-yes", move |_| self.remove());
        vec![small(&self.words.remove_sure), buttons(vec![leave, remove])].into_any()
    }

    fn remove(self) {
        if self.state.is_busy.get_untracked() {
            return;
        }
        let vault = self.state.vault();
        spawn_local(async move {
            match vault.remove_file().await {
                Ok(()) => {
                    self.is_removing.set(false);
                    self.state.announce(&self.words.removed);
                    focus_next("[data-form=remove-file]");
                }
                Err(fault) => self.fail(&fault),
            }
        });
    }
}
