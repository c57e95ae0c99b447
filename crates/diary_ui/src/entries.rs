//! What has been written: each entry can be added to, shown large, printed and removed.

use leptos::prelude::*;

use crate::block::{buttons, nothing, small, title, when};
use crate::button::{button, button_of};
use crate::field::TextArea;
use crate::keeping::keeping;
use crate::state::{Asked, STATUS, Screen, State, now};
use browser::focus::focus_next;
use diary::Entry;

/// The list of entries, the newest first.
pub(crate) fn entries(state: State) -> AnyView {
    let words = &state.words.entries;
    let cards = move || {
        let diary = state.diary.get();
        let mut cards: Vec<AnyView> = Vec::new();
        for entry in diary.entries().iter().rev() {
            cards.push(card(state, entry));
        }
        cards.into_any()
    };
    vec![
        title(&words.title),
        buttons(vec![button(&words.another, "another", move |_| {
            state.show(Screen::Compose);
        })]),
        when(move || keeping(state)),
        when(cards),
        button(&state.words.chain.check, "check", move |_| {
            state.check();
            focus_next(STATUS);
        }),
        small(&state.words.chain.limits),
    ]
    .into_any()
}

/// An entry.
fn card(state: State, entry: &Entry<'_>) -> AnyView {
    let words = &state.words.entries;
    let number = entry.number();
    let title = words.entry.replace("{number}", &number.to_string());
    let is_large = RwSignal::new(false);
    let body = match entry.removed() {
        Some(at) => {
            let text = words.removed.replace("{when}", &state.moment_text(at));
            view! { <p>{text}</p> }.into_any()
        }
        None => vec![
            text_of(state, entry),
            tools(state, number, &title, is_large),
            when(move || match state.asked.get() {
                Some(Asked::Add(of)) if of == number => add(state, number),
                Some(Asked::Remove(of)) if of == number => remove(state, number),
                _ => nothing(),
            }),
        ]
        .into_any(),
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
    .into_any()
}

/// The text of an entry with its answers and additions.
fn text_of(state: State, entry: &Entry<'_>) -> AnyView {
    let words = &state.words.entries;
    let Some(account) = entry.account() else {
        return nothing();
    };
    let mut rows = Vec::new();
    for (question, answer) in account.answers() {
        let label = state.words.question(question).label;
        rows.push(row(label, state.answer_text(answer)));
    }
    let written = state.moment_text(entry.written());
    rows.push(row(words.written.clone(), written));
    for addition in entry.additions() {
        let when = state.moment_text(addition.written);
        let label = words.added.replace("{when}", &when);
        rows.push(row(label, addition.text.to_owned()));
    }
    view! {
        <p class="form__text" translate="no">{account.what.clone()}</p>
        <dl class="example__rows">{rows}</dl>
    }
    .into_any()
}

fn row(label: String, text: String) -> AnyView {
    view! {
        <div class="example__row">
            <dt>{label}</dt>
            <dd class="form__text" translate="no">{text}</dd>
        </div>
    }
    .into_any()
}

/// The buttons of an entry.
fn tools(state: State, number: u32, title: &str, is_large: RwSignal<bool>) -> AnyView {
    let words = &state.words.entries;
    let large = view! {
        <button
            type="button"
            class="button"
            data-form="large"
            aria-pressed=move || is_large.get().to_string()
            on:click=move |_| is_large.update(|large| *large = !*large)
        >
            {words.large.clone()}
            <span class="visually-hidden">{": "}{title.to_owned()}</span>
        </button>
    };
    buttons(vec![
        button_of(&words.add, title, "add", move |_| {
            state.ask_about(Asked::Add(number), "#form-addition");
        }),
        large.into_any(),
        button_of(&words.print, title, "print", |_| {}),
        button_of(&words.remove, title, "remove", move |_| {
            state.ask_about(Asked::Remove(number), "[data-form=leave]");
        }),
    ])
}

/// The field for an addition. What is typed stays until it is saved, whatever else is pressed.
fn add(state: State, number: u32) -> AnyView {
    let words = &state.words.entries;
    let save = button(&words.add_save, "add-save", move |_| state.add(number));
    view! {
        <div class="flow form__tools">
            <div class="field">
                <span class="field__label" id="form-addition-label">
                    {words.add_label.clone()}
                </span>
                <TextArea
                    id="form-addition"
                    labelled_by="form-addition-label"
                    rows=3
                    value=Signal::derive(move || state.addition(number))
                    on_input=move |typed| state.set_addition(number, typed)
                />
            </div>
            {buttons(vec![save])}
        </div>
    }
    .into_any()
}

/// The question before an entry is removed.
fn remove(state: State, number: u32) -> AnyView {
    let words = &state.words.entries;
    let leave = button(&words.remove_no, "leave", move |_| {
        state.close_question(number);
    });
    let remove = button(&words.remove_yes, "remove-yes", move |_| {
        let at = now();
        state.close_question(number);
        if let Some(Ok(())) = state.diary.try_update(|diary| diary.remove(number, at)) {
            state.changed(&words.remove_done, true);
        }
    });
    view! {
        <div class="note form__tools">
            {small(&words.remove_sure)}
            {buttons(vec![leave, remove])}
        </div>
    }
    .into_any()
}
