//! What has been written: each entry can be added to, shown large, printed and removed.

use leptos::prelude::*;

use crate::field::TextArea;
use crate::state::{Screen, State, now};
use browser::focus::focus_next;
use diary::{Account, Addition, Entry};

/// What is asked about an entry in place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Question {
    None,
    Add,
    Remove,
}

/// The list of entries, the newest first.
#[component]
pub(crate) fn Entries(
    /// State of the screens.
    state: State,
) -> impl IntoView {
    let words = &state.words.entries;
    let entries = move || {
        let entries = state.diary.get().entries().to_vec();
        let entries = entries.into_iter().rev();
        entries
            .map(|entry| view! { <EntryCard state entry /> })
            .collect_view()
    };
    view! {
        <h3 class="picks__title" tabindex="-1" data-screen>{words.title.as_str()}</h3>
        <p class="picks__rows">
            <button
                type="button"
                class="button"
                data-form="another"
                on:click=move |_| state.show(Screen::Compose)
            >
                {words.another.as_str()}
            </button>
        </p>
        {entries}
        <p class="small">{state.words.compose.memory.as_str()}</p>
    }
}

/// An entry.
#[component]
fn EntryCard(
    /// State of the screens.
    state: State,
    /// The entry.
    entry: Entry,
) -> impl IntoView {
    let words = &state.words.entries;
    let title = words.entry.replace("{number}", &entry.number().to_string());
    let is_large = RwSignal::new(false);
    let body = match (entry.account(), entry.removed()) {
        (Some(account), _) => {
            let tools = view! { <Tools state number=entry.number() is_large /> };
            view! { <EntryBody state account=account.clone() entry=entry.clone() />{tools} }
                .into_any()
        }
        (None, Some(at)) => {
            view! { <p>{words.removed.replace("{when}", &state.moment_text(at))}</p> }.into_any()
        }
        (None, None) => ().into_any(),
    };
    view! {
        <article
            class="example flow"
            data-printable
            data-large=move || is_large.get().then_some("")
        >
            <h4 class="picks__title">{title}</h4>
            {body}
        </article>
    }
}

/// The text of an entry with its answers and additions.
#[component]
fn EntryBody(
    /// State of the screens.
    state: State,
    /// The account.
    account: Account,
    /// The entry.
    entry: Entry,
) -> impl IntoView {
    let words = &state.words.entries;
    let row = |label: String, text: String| {
        view! {
            <div class="example__row">
                <dt>{label}</dt>
                <dd class="form__text">{text}</dd>
            </div>
        }
    };
    let answers: Vec<_> = account
        .answers()
        .map(|(question, answer)| {
            row(
                state.words.question(question).label,
                state.answer_text(answer),
            )
        })
        .collect();
    let written = row(words.written.clone(), state.moment_text(entry.written()));
    let addition = |addition: &Addition| {
        row(
            words
                .added
                .replace("{when}", &state.moment_text(addition.written)),
            addition.text.clone(),
        )
    };
    let additions: Vec<_> = entry.additions().iter().map(addition).collect();
    view! {
        <p class="form__text">{account.what}</p>
        <dl class="example__rows">{answers}{written}{additions}</dl>
    }
}

/// The buttons of an entry, and what they ask.
#[component]
fn Tools(
    /// State of the screens.
    state: State,
    /// Number of the entry.
    number: u32,
    /// Whether the entry is shown in large letters.
    is_large: RwSignal<bool>,
) -> impl IntoView {
    let words = &state.words.entries;
    let asked = RwSignal::new(Question::None);
    let ask = move |question: Question, field: &'static str| {
        asked.set(question);
        focus_next(field);
    };
    view! {
        <p class="picks__rows">
            <button type="button" class="button" data-form="add" on:click=move |_| ask(Question::Add, "#form-addition")>
                {words.add.as_str()}
            </button>
            <button
                type="button"
                class="button"
                data-form="large"
                aria-pressed=move || is_large.get().to_string()
                on:click=move |_| is_large.update(|large| *large = !*large)
            >
                {words.large.as_str()}
            </button>
            <button type="button" class="button" data-print>{words.print.as_str()}</button>
            <button type="button" class="button" data-form="remove" on:click=move |_| ask(Question::Remove, "[data-form=keep]")>
                {words.remove.as_str()}
            </button>
        </p>
        {move || match asked.get() {
            Question::None => ().into_any(),
            Question::Add => view! { <Add state number asked /> }.into_any(),
            Question::Remove => view! { <Remove state number asked /> }.into_any(),
        }}
    }
}

/// The field for an addition.
#[component]
fn Add(
    /// State of the screens.
    state: State,
    /// Number of the entry.
    number: u32,
    /// What is asked.
    asked: RwSignal<Question>,
) -> impl IntoView {
    let words = &state.words.entries;
    let text = RwSignal::new(String::new());
    let save = move |_| {
        let (text, written) = (text.get_untracked(), now());
        let added = state
            .diary
            .try_update(|diary| diary.add(number, &text, written));
        if matches!(added, Some(Ok(()))) {
            state.announce(&words.add_saved);
            focus_next(crate::state::TITLE);
        } else {
            asked.set(Question::None);
        }
    };
    view! {
        <div class="flow form__tools">
            <div class="field">
                <span class="field__label" id="form-addition-label">{words.add_label.as_str()}</span>
                <TextArea
                    id="form-addition"
                    labelled_by="form-addition-label"
                    rows=3
                    value=text
                    on_input=move |typed| text.set(typed)
                />
            </div>
            <p>
                <button type="button" class="button" data-form="add-save" on:click=save>{words.add_save.as_str()}</button>
            </p>
        </div>
    }
}

/// The question before an entry is removed.
#[component]
fn Remove(
    /// State of the screens.
    state: State,
    /// Number of the entry.
    number: u32,
    /// What is asked.
    asked: RwSignal<Question>,
) -> impl IntoView {
    let words = &state.words.entries;
    let remove = move |_| {
        let at = now();
        if let Some(Ok(())) = state.diary.try_update(|diary| diary.remove(number, at)) {
            state.announce(&words.remove_done);
        }
        focus_next(crate::state::TITLE);
    };
    let keep = move |_| {
        asked.set(Question::None);
        focus_next(crate::state::TITLE);
    };
    view! {
        <div class="note form__tools">
            <p>{words.remove_sure.as_str()}</p>
            <p class="picks__rows">
                <button type="button" class="button" data-form="keep" on:click=keep>{words.remove_no.as_str()}</button>
                <button type="button" class="button" data-form="remove-yes" on:click=remove>
                    {words.remove_yes.as_str()}
                </button>
            </p>
        </div>
    }
}
