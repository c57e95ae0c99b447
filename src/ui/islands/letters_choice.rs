//! The size of the letters, for this visit, or kept if the person says so.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::domain::preferences::{Letters, Preferences};
use crate::platform::preferences;

/// The words of the choice.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct LettersWords {
    /// The question.
    pub title: String,
    /// What keeping it means.
    pub keep: String,
    /// What is said once it is kept.
    pub kept: String,
    /// What is said when the browser keeps nothing.
    pub not_kept: String,
    /// The sizes and their names, smallest first.
    pub sizes: Vec<(Letters, String)>,
}

/// Whether the choice outlives the visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Keeping {
    /// Only until the page is left: how every visit starts.
    No,
    /// On this phone.
    Yes,
    /// Asked for, but the browser refused.
    Refused,
}

/// What has been chosen.
#[derive(Debug, Clone, Copy)]
struct Choice {
    letters: RwSignal<Letters>,
    keeping: RwSignal<Keeping>,
}

impl Choice {
    fn new() -> Self {
        Self {
            letters: RwSignal::new(Letters::default()),
            keeping: RwSignal::new(Keeping::No),
        }
    }

    fn recall(self) {
        if let Some(kept) = preferences::kept() {
            self.letters.set(kept.letters);
            self.keeping.set(Keeping::Yes);
        }
    }

    fn choose(self, letters: Letters) {
        self.letters.set(letters);
        preferences::apply(Preferences { letters });
        if self.keeping.get_untracked() == Keeping::Yes {
            self.keep();
        }
    }

    fn keep(self) {
        let letters = self.letters.get_untracked();
        let kept = preferences::keep(Preferences { letters });
        self.keeping
            .set(if kept { Keeping::Yes } else { Keeping::Refused });
    }

    fn keep_or_forget(self) {
        if self.keeping.get_untracked() == Keeping::Yes {
            preferences::forget();
            self.keeping.set(Keeping::No);
        } else {
            self.keep();
        }
    }
}

/// The choice of letters.
#[island]
pub fn LettersChoice(
    /// Its words.
    words: LettersWords,
) -> impl IntoView {
    let ready = RwSignal::new(false);
    let choice = Choice::new();
    Effect::new(move |_| {
        choice.recall();
        ready.set(true);
    });
    let size = move |(size, name): (Letters, String)| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    class="choice__box"
                    name="size"
                    autocomplete="off"
                    prop:checked=move || choice.letters.get() == size
                    on:change=move |_| choice.choose(size)
                />
                <span>{name}</span>
            </label>
        }
    };
    let said = move || match choice.keeping.get() {
        Keeping::No => String::new(),
        Keeping::Yes => words.kept.clone(),
        Keeping::Refused => words.not_kept.clone(),
    };
    view! {
        <fieldset class="choices needs-app" disabled=move || !ready.get()>
            <legend class="choices__title">{words.title}</legend>
            {words.sizes.into_iter().map(size).collect_view()}
            <label class="choice">
                <input
                    type="checkbox"
                    class="choice__box"
                    autocomplete="off"
                    prop:checked=move || choice.keeping.get() == Keeping::Yes
                    on:change=move |_| choice.keep_or_forget()
                />
                <span>{words.keep}</span>
            </label>
            <p class="choices__said" role="status">{said}</p>
        </fieldset>
    }
}
