//! The settings: for this visit, or saved if the person says so.

use leptos::prelude::*;

use super::IslandProps;
use browser::preferences;
use domain::preferences::{ExitChoice, ExitKeys, Preferences, ReturnView, TextSize};
use domain::props::{Props, props};

props! {
    /// A setting with its options.
    #[derive(Debug, Clone, Default, PartialEq, Eq)]
    pub struct Question {
        /// Title of the setting.
        pub title: String,
        /// Labels of the options, in the order of their enum.
        pub answers: Vec<String>,
    }
}

props! {
    /// Text of the settings.
    #[derive(Debug, Clone, Default, PartialEq, Eq)]
    pub struct SettingsText {
        /// Text size.
        pub letters: Question,
        /// Destination of the exit.
        pub way: Question,
        /// What is shown on return to the page.
        pub back: Question,
        /// Keys that trigger the exit.
        pub keys: Question,
        /// What saving the settings means.
        pub keep: String,
        /// Status: saved.
        pub kept: String,
        /// Status: deleted.
        pub forgotten: String,
        /// Status: the browser refused to save.
        pub not_kept: String,
    }
}

/// Whether the settings outlive the visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Persistence {
    /// Not saved: the default of every visit.
    No,
    /// Deleted.
    Forgotten,
    /// Saved on this phone.
    Yes,
    /// The browser refused to save.
    Refused,
}

/// Current values of the settings.
#[derive(Debug, Clone, Copy)]
struct SettingsState {
    preferences: RwSignal<Preferences>,
    persistence: RwSignal<Persistence>,
}

impl SettingsState {
    fn restore(self) {
        if let Some(kept) = preferences::load() {
            self.preferences.set(kept);
            self.persistence.set(Persistence::Yes);
        }
    }

    fn choose(self, change: impl FnOnce(&mut Preferences)) {
        self.preferences.update(change);
        preferences::apply(self.preferences.get_untracked());
        if self.persistence.get_untracked() == Persistence::Yes {
            self.keep();
        }
    }

    fn keep(self) {
        let kept = preferences::save(self.preferences.get_untracked());
        self.persistence.set(if kept {
            Persistence::Yes
        } else {
            Persistence::Refused
        });
    }

    fn toggle_persistence(self) {
        if self.persistence.get_untracked() == Persistence::Yes {
            preferences::clear();
            self.persistence.set(Persistence::Forgotten);
        } else {
            self.keep();
        }
    }
}

/// The settings panel.
#[island]
pub fn Settings() -> impl IntoView {
    let words = SettingsText::from_lines(&IslandProps::of("settings")).unwrap_or_default();
    let ready = RwSignal::new(false);
    let state = SettingsState {
        preferences: RwSignal::new(Preferences::default()),
        persistence: RwSignal::new(Persistence::No),
    };
    Effect::new(move |_| {
        state.restore();
        ready.set(true);
    });
    let status = move || match state.persistence.get() {
        Persistence::No => String::new(),
        Persistence::Forgotten => words.forgotten.clone(),
        Persistence::Yes => words.kept.clone(),
        Persistence::Refused => words.not_kept.clone(),
    };
    let off = Signal::derive(move || !ready.get());
    let ways = (0..).map(ExitChoice);
    let letters = group(words.letters, TextSize::ALL, "size", off, state, |p| {
        &mut p.letters
    });
    let way = group(words.way, ways, "way", off, state, |p| &mut p.way);
    let back = group(words.back, ReturnView::ALL, "back", off, state, |p| {
        &mut p.back
    });
    let keys = group(words.keys, ExitKeys::ALL, "keys", off, state, |p| {
        &mut p.keys
    });
    view! {
        <div class="needs-app">
            {letters}
            {way}
            {back}
            {keys}
            <div class="choices">
                <label class="choice">
                    <input
                        type="checkbox"
                        class="choice__box"
                        disabled=off
                        autocomplete="off"
                        prop:checked=move || state.persistence.get() == Persistence::Yes
                        on:change=move |_| state.toggle_persistence()
                    />
                    <span>{words.keep}</span>
                </label>
                <p class="choices__status" role="status">{status}</p>
            </div>
        </div>
    }
}

/// Renders one setting as a radio group; an option applies at once.
fn group<T: Copy + PartialEq + Send + Sync + 'static>(
    question: Question,
    values: impl IntoIterator<Item = T>,
    name: &'static str,
    off: Signal<bool>,
    state: SettingsState,
    field: fn(&mut Preferences) -> &mut T,
) -> impl IntoView {
    let answer = move |(value, words): (T, String)| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    class="choice__box"
                    name=name
                    autocomplete="off"
                    prop:checked=move || *field(&mut state.preferences.get()) == value
                    on:change=move |_| state.choose(|all| *field(all) = value)
                />
                <span>{words}</span>
            </label>
        }
    };
    let answers = values.into_iter().zip(question.answers);
    view! {
        <fieldset class="choices" disabled=off>
            <legend class="choices__title">{question.title}</legend>
            {answers.map(answer).collect_view()}
        </fieldset>
    }
}
