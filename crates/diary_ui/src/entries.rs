//! What has been written: each entry can be added to, shown large, printed and removed.

use leptos::prelude::*;

use crate::button::button;

use crate::field::TextArea;
use crate::state::{Asked, Screen, State, now};
use diary::{Account, Addition, Entry};

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
            {button(&words.another, "another", move |_| state.show(Screen::Compose))}
        </p>
        {entries}
        <p class="small">{words.memory.as_str()}</p>
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
    let number = entry.number();
    let is_large = RwSignal::new(false);
    let body = match (entry.account(), entry.removed()) {
        (Some(account), _) => {
            let tools =
                view! { <Tools state number=entry.number() title=title.clone() is_large /> };
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
            <h4 class="picks__title" tabindex="-1" id=format!("form-entry-{number}")>
                {title}
            </h4>
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
                <dd class="form__text" translate="no">{text}</dd>
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
        <p class="form__text" translate="no">{account.what}</p>
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
    /// Heading of the entry.
    title: String,
    /// Whether the entry is shown in large letters.
    is_large: RwSignal<bool>,
) -> impl IntoView {
    let words = &state.words.entries;
    // A screen reader lists the buttons of all entries.
    let name = move |label: &'static str| {
        view! { {label} <span class="visually-hidden">{format!(": {title}")}</span> }
    };
    view! {
        <p class="picks__rows">
            <button
                type="button"
                class="button"
                data-form="add"
                on:click=move |_| state.ask_about(Asked::Add(number), "#form-addition")
            >
                {name(&words.add)}
            </button>
            <button
                type="button"
                class="button"
                data-form="large"
                aria-pressed=move || is_large.get().to_string()
                on:click=move |_| is_large.update(|large| *large = !*large)
            >
                {name(&words.large)}
            </button>
            <button type="button" class="button" data-print>
                {name(&words.print)}
            </button>
            <button
                type="button"
                class="button"
                data-form="remove"
                on:click=move |_| state.ask_about(Asked::Remove(number), "[data-form=leave]")
            >
                {name(&words.remove)}
            </button>
        </p>
        {move || match state.asked.get() {
            Some(Asked::Add(of)) if of == number => view! { <Add state number /> }.into_any(),
            Some(Asked::Remove(of)) if of == number => view! { <Remove state number /> }.into_any(),
            _ => ().into_any(),
        }}
    }
}

/// The field for an addition. What is typed stays until it is saved, whatever else is pressed.
#[component]
fn Add(
    /// State of the screens.
    state: State,
    /// Number of the entry.
    number: u32,
) -> impl IntoView {
    let words = &state.words.entries;
    view! {
        <div class="flow form__tools">
            <div class="field">
                <span class="field__label" id="form-addition-label">
                    {words.add_label.as_str()}
                </span>
                <TextArea
                    id="form-addition"
                    labelled_by="form-addition-label"
                    rows=3
                    value=Signal::derive(move || state.addition(number))
                    on_input=move |typed| state.set_addition(number, typed)
                />
            </div>
            <p>
                {button(&words.add_save, "add-save", move |_| state.add(number))}
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
) -> impl IntoView {
    let words = &state.words.entries;
    let remove = move |_| {
        let at = now();
        state.close_question(number);
        if let Some(Ok(())) = state.diary.try_update(|diary| diary.remove(number, at)) {
            state.announce(&words.remove_done);
        }
    };
    view! {
        <div class="note form__tools">
            <p>{words.remove_sure.as_str()}</p>
            <p class="picks__rows">
                {button(&words.remove_no, "leave", move |_| state.close_question(number))}
                {button(&words.remove_yes, "remove-yes", remove)}
            </p>
        </div>
    }
}
