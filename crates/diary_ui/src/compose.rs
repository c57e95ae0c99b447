//! Writing an entry.

use leptos::prelude::*;

use crate::button::button;

use crate::field::TextArea;
use crate::state::{Screen, State};
use browser::focus::focus_next;
use diary::{Account, Question};

/// The account in her own words, the answers so far, and what can be added.
#[component]
pub(crate) fn Compose(
    /// State of the screens.
    state: State,
) -> impl IntoView {
    let words = &state.words.compose;
    let is_missing = RwSignal::new(false);
    let save = move |_| {
        if state.save().is_err() {
            is_missing.set(true);
            focus_next("#form-what");
        }
    };
    let has_entries = move || !state.diary.get().entries().is_empty();
    view! {
        <h3 class="picks__title" tabindex="-1" data-screen id="form-title">{words.title.as_str()}</h3>
        <p class="small">{words.memory.as_str()}</p>
        <Rules state />
        <p class="small" id="form-hint">{words.hint.as_str()}</p>
        <TextArea
            id="form-what"
            labelled_by="form-title"
            described_by="form-hint form-error"
            rows=5
            is_invalid=is_missing
            value=Signal::derive(move || state.draft.get().what)
            on_input=move |text| {
                is_missing.set(false);
                state.draft.update(|draft| draft.what = text);
            }
        />
        <p id="form-error" role="alert">
            {move || is_missing.get().then(|| view! { <strong>{words.empty.as_str()}</strong> })}
        </p>
        <Answers state />
        <p class="picks__rows">
            {button(&words.save, "save", save)}
            {button(&words.details, "details", move |_| state.show(Screen::Ask(Question::When)))}
            {move || has_entries().then(|| button(&words.cancel, "", move |_| state.show(Screen::Entries)))}
        </p>
        <More state />
    }
}

/// The ground rules, before the first entry.
#[component]
fn Rules(
    /// State of the screens.
    state: State,
) -> impl IntoView {
    let is_first = state.diary.get_untracked().entries().is_empty();
    let rules = state.words.compose.rules.iter();
    is_first.then(|| {
        let rules = rules.map(|rule| view! { <li>{rule.as_str()}</li> });
        view! { <ul class="list small">{rules.collect_view()}</ul> }
    })
}

/// The answers so far, each with a button to answer anew.
#[component]
fn Answers(
    /// State of the screens.
    state: State,
) -> impl IntoView {
    let row = move |draft: &Account, question: Question| {
        let answer = state.answer_text(draft.answer_to(question)?);
        let label = state.words.question(question).label;
        let change = state.words.compose.change.replace("{question}", &label);
        Some(view! {
            <div class="example__row">
                <dt>{label}</dt>
                <dd>
                    <p class="form__text" translate="no">{answer}</p>
                    {button(change, "", move |_| state.show(Screen::Ask(question)))}
                </dd>
            </div>
        })
    };
    move || {
        let draft = state.draft.get();
        let rows: Vec<_> = Question::ALL
            .into_iter()
            .filter_map(|question| row(&draft, question))
            .collect();
        (!rows.is_empty()).then(|| {
            view! {
                <h4 class="picks__title">{state.words.compose.answers.as_str()}</h4>
                <dl class="example__rows">{rows}</dl>
            }
        })
    }
}

/// A collapsed list of every question without an answer.
#[component]
fn More(
    /// State of the screens.
    state: State,
) -> impl IntoView {
    let open = move |question: Question| {
        view! {
            {button(state.words.question(question).ask, "", move |_| state.show(Screen::Ask(question)))}
        }
    };
    let questions = move || {
        let draft = state.draft.get();
        Question::ALL
            .into_iter()
            .filter(|question| draft.answer_to(*question).is_none())
            .map(open)
            .collect_view()
    };
    view! {
        <details class="finder__choose">
            <summary class="finder__summary">{state.words.compose.more.as_str()}</summary>
            <div class="finder__body picks__rows">{questions}</div>
        </details>
    }
}
