//! Writing an entry.

use leptos::prelude::*;

use crate::block::{buttons, error, heading, hint, list, nothing, small, title, when};
use crate::button::button;
use crate::field::TextArea;
use crate::state::{Screen, State};
use browser::focus::focus_next;
use diary::{Account, Question};

/// The account in her own words, the answers so far, and what can be added.
pub(crate) fn compose(state: State) -> AnyView {
    let words = &state.words.compose;
    let message = RwSignal::new(String::new());
    let save = move |_| {
        if state.save().is_err() {
            message.set(words.empty.clone());
            focus_next("#form-what");
        }
    };
    let entries = state.diary.with_untracked(|diary| diary.entries().len());
    let is_open = state.is_open.get_untracked();
    let (memory, label) = if is_open {
        (&state.words.kept.memory, &state.words.kept.save)
    } else {
        (&words.memory, &words.save)
    };
    let mut ways = vec![
        button(label, "save", save),
        button(&words.details, "details", move |_| {
            state.show(Screen::Ask(Question::When));
        }),
    ];
    if entries > 0 || is_open {
        ways.push(button(&words.cancel, "entries", move |_| {
            state.show(Screen::Entries);
        }));
    } else {
        ways.push(button(&state.words.unlock.offer, "open", move |_| {
            state.show(Screen::Unlock);
        }));
    }
    // The ground rules, before the first entry.
    let rules = if entries == 0 {
        list(&words.rules)
    } else {
        nothing()
    };
    vec![
        title(&words.title),
        small(memory),
        rules,
        hint(&words.hint),
        what(state, message),
        error(message),
        when(move || answers(state)),
        buttons(ways),
        more(state),
    ]
    .into_any()
}

/// The field for what happened. `message` says what is wrong with it.
fn what(state: State, message: RwSignal<String>) -> AnyView {
    view! {
        <TextArea
            id="form-what"
            labelled_by="form-title"
            described_by="form-hint form-error"
            rows=5
            is_invalid=Signal::derive(move || !message.get().is_empty())
            value=Signal::derive(move || state.draft.get().what)
            on_input=move |text| {
                message.set(String::new());
                state.draft.update(|draft| draft.what = text);
            }
        />
    }
    .into_any()
}

/// The answers so far, each with a button to answer anew.
fn answers(state: State) -> AnyView {
    let draft = state.draft.get();
    let mut rows = Vec::new();
    for (question, answer) in draft.answers() {
        let label = state.words.question(question).label;
        let change = state.words.compose.change.replace("{question}", &label);
        let change = button(&change, "", move |_| state.show(Screen::Ask(question)));
        let answer = state.answer_text(answer);
        let row = view! {
            <div class="example__row">
                <dt>{label}</dt>
                <dd>
                    <p class="form__text" translate="no">{answer}</p>
                    {change}
                </dd>
            </div>
        };
        rows.push(row.into_any());
    }
    if rows.is_empty() {
        return nothing();
    }
    vec![
        heading(&state.words.compose.answers),
        view! { <dl class="example__rows">{rows}</dl> }.into_any(),
    ]
    .into_any()
}

/// A collapsed list of every question without an answer.
fn more(state: State) -> AnyView {
    let unanswered = |draft: &Account| {
        Question::ALL
            .into_iter()
            .filter(|question| draft.answer_to(*question).is_none())
            .map(|question| {
                let ask = state.words.question(question).ask;
                button(&ask, "", move |_| state.show(Screen::Ask(question)))
            })
            .collect::<Vec<_>>()
    };
    let questions = state.draft.with_untracked(unanswered);
    view! {
        <details class="finder__choose">
            <summary class="finder__summary">{state.words.compose.more.clone()}</summary>
            <div class="finder__body picks__rows">{questions}</div>
        </details>
    }
    .into_any()
}
