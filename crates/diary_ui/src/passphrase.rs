//! The passphrase of a new diary: ready-made and typed once from sight, or her own.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::block::{buttons, error, hint, nothing, small, title, when};
use crate::button::button;
use crate::field::TextArea;
use crate::state::{Screen, State};
use browser::focus::focus_next;
use diary::text::{PassphraseText, WEAKNESSES, text_of};

/// The field for a passphrase.
pub(crate) const FIELD: &str = "#form-passphrase";

#[derive(Clone, Copy)]
struct Form {
    state: State,
    words: &'static PassphraseText,
    /// The ready-made passphrase; empty until it is made.
    ready: RwSignal<String>,
    /// Whether she chooses her own.
    is_own: RwSignal<bool>,
    typed: RwSignal<String>,
    /// What is wrong, or that a key is being derived.
    error: RwSignal<String>,
}

/// The words, a field to type them into, and the button that keeps the diary.
pub(crate) fn passphrase(state: State) -> AnyView {
    let words = &state.words.passphrase;
    let form = Form {
        state,
        words,
        ready: RwSignal::new(String::new()),
        is_own: RwSignal::new(false),
        typed: RwSignal::new(String::new()),
        error: RwSignal::new(String::new()),
    };
    form.suggest();
    let label = move || {
        hint(if form.is_own.get() {
            &words.own_label
        } else {
            &words.label
        })
    };
    let stop = button(&state.words.before.stop, "stop", move |_| {
        // While it is being kept, it is too late.
        if !state.is_busy.get_untracked() {
            state.show(Screen::Entries);
        }
    });
    vec![
        title(&words.title),
        when(move || form.shown()),
        when(label),
        secret(form.typed),
        error(form.error),
        buttons(vec![
            button(&words.create, "create", move |clicks| form.create(clicks)),
            when(move || form.own()),
            stop,
        ]),
    ]
    .into_any()
}

impl Form {
    /// Makes a passphrase and shows it.
    fn suggest(self) {
        let vault = self.state.vault();
        spawn_local(async move {
            match vault.suggest().await {
                Ok(words) => self.ready.set(words),
                Err(fault) => self.error.set(self.state.fault_text(&fault)),
            }
        });
    }

    /// The words of the ready-made passphrase, or what her own has to be.
    fn shown(self) -> AnyView {
        if self.is_own.get() {
            return small(&self.words.own_lead);
        }
        let words = self.ready.get();
        let words: Vec<_> = words
            .split_whitespace()
            .map(|word| view! { <li>{word.to_owned()}</li> })
            .collect();
        let another = button(&self.words.another, "another-passphrase", move |_| {
            self.suggest();
        });
        vec![
            small(&self.words.lead),
            view! { <ol class="list form__words" translate="no">{words}</ol> }.into_any(),
            buttons(vec![another]),
        ]
        .into_any()
    }

    /// The button for a passphrase of her own.
    fn own(self) -> AnyView {
        if self.is_own.get() {
            return nothing();
        }
        button(&self.words.own, "own", move |_| {
            self.is_own.set(true);
            self.typed.set(String::new());
            focus_next(FIELD);
        })
    }

    /// Keeps the diary, if the passphrase is the one that is shown, or her own and hard to guess.
    fn create(self, clicks: i32) {
        let state = self.state;
        if clicks > 1 || state.is_busy.get_untracked() {
            return;
        }
        let typed = self.typed.get_untracked();
        let is_own = self.is_own.get_untracked();
        if !is_own && !is_same(&typed, &self.ready.get_untracked()) {
            return self.refuse(&self.words.mismatch);
        }
        self.error.set(self.words.working.clone());
        state.is_busy.set(true);
        let vault = state.vault();
        spawn_local(async move {
            let mut created = Ok(());
            if is_own {
                created = vault.judge(&typed).await;
            }
            if created.is_ok() {
                let snapshot = state.snapshot();
                created = vault.create(&typed, &snapshot).await;
                state.set_saved(snapshot);
            }
            state.is_busy.set(false);
            match created {
                Ok(()) => {
                    state.is_open.set(true);
                    state.show(Screen::Entries);
                    state.announce(&self.words.done);
                }
                Err(fault) => {
                    let weakness = text_of(&fault, &WEAKNESSES, &self.words.weaknesses);
                    self.refuse(weakness.unwrap_or(&state.fault_text(&fault)));
                }
            }
        });
    }

    /// Says what is wrong, with the focus on the field.
    fn refuse(self, reason: &str) {
        self.error.set(reason.to_owned());
        focus_next(FIELD);
    }
}

/// The field for a passphrase: running text, which no browser offers to save, as it would a password.
pub(crate) fn secret(typed: RwSignal<String>) -> AnyView {
    view! {
        <TextArea
            id="form-passphrase"
            labelled_by="form-hint"
            described_by="form-error"
            rows=2
            value=typed
            on_input=move |text| typed.set(text)
        />
    }
    .into_any()
}

/// Whether the words are the same, however they are spaced and capitalised.
fn is_same(typed: &str, ready: &str) -> bool {
    let typed = typed.split_whitespace().map(str::to_ascii_lowercase);
    !ready.is_empty() && typed.eq(ready.split(' ').map(str::to_owned))
}
