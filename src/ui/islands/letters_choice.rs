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

/// The choice of letters.
#[island]
pub fn LettersChoice(
    /// Its words.
    words: LettersWords,
) -> impl IntoView {
    let ready = RwSignal::new(false);
    let letters = RwSignal::new(Letters::default());
    let keeping = RwSignal::new(Keeping::No);
    Effect::new(move |_| {
        if let Some(kept) = preferences::kept() {
            letters.set(kept.letters);
            keeping.set(Keeping::Yes);
        }
        ready.set(true);
    });
    let store = move || {
        let kept = preferences::keep(Preferences { letters: letters.get_untracked() });
        keeping.set(if kept { Keeping::Yes } else { Keeping::Refused });
    };
    let choose = move |size: Letters| {
        letters.set(size);
        preferences::apply(Preferences { letters: size });
        if keeping.get_untracked() == Keeping::Yes {
            store();
        }
    };
    let toggle = move |_| {
        if keeping.get_untracked() == Keeping::Yes {
            preferences::forget();
            keeping.set(Keeping::No);
        } else {
            store();
        }
    };
    let sizes = words.sizes.into_iter().map(move |(size, name)| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    class="choice__box"
                    name="size"
                    autocomplete="off"
                    prop:checked=move || letters.get() == size
                    on:change=move |_| choose(size)
                />
                <span>{name}</span>
            </label>
        }
    });
    let said = move || match keeping.get() {
        Keeping::No => String::new(),
        Keeping::Yes => words.kept.clone(),
        Keeping::Refused => words.not_kept.clone(),
    };
    view! {
        <fieldset class="choices needs-app" disabled=move || !ready.get()>
            <legend class="choices__title">{words.title}</legend>
            {sizes.collect_view()}
            <label class="choice">
                <input
                    type="checkbox"
                    class="choice__box"
                    autocomplete="off"
                    prop:checked=move || keeping.get() == Keeping::Yes
                    on:change=toggle
                />
                <span>{words.keep}</span>
            </label>
            <p class="choices__said" role="status">{said}</p>
        </fieldset>
    }
}
