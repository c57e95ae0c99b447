//! The three questions, one at a time. An answer updates the results at once and opens the next question; each
//! question can be skipped and reopened.

use leptos::prelude::*;

use super::search_state::SearchState;

/// Renders a question; `rows` are its answers. Shown while it is the current step; afterwards it shows the
/// selected answer and a button that reopens it.
pub(super) fn question(
    number: usize,
    rows: Vec<String>,
    off: Signal<bool>,
    state: SearchState,
) -> impl IntoView + use<> {
    let (title, skip, change) = state.with(|all| {
        let title = all.labels.questions.get(number).cloned();
        (
            title.unwrap_or_default(),
            all.labels.skip.clone(),
            all.labels.change.clone(),
        )
    });
    let is_asked = move || state.step.get() == number;
    let is_over = move || state.step.get() > number;
    let choices = rows.into_iter().map(Some).chain([None]).enumerate();
    let buttons = choices.map(move |(row, words)| {
        let value = words.is_some().then_some(row);
        view! {
            <button
                type="button"
                class="button pick"
                aria-pressed=move || if value.is_some() && state.selected_row(number) == value { "true" } else { "false" }
                on:click=move |_| state.answer(number, value)
            >
                {words.unwrap_or_else(|| skip.clone())}
            </button>
        }
    });
    view! {
        <fieldset class="picks" data-question=number disabled=off hidden=move || !is_asked()>
            <legend class="picks__title" tabindex="-1">{title.clone()}</legend>
            <div class="picks__rows">{buttons.collect_view()}</div>
        </fieldset>
        <p class="picked" hidden=move || !is_over()>
            <span>{title.clone()} " " <b>{move || state.answer_label(number)}</b></span>
            <button type="button" class="button" on:click=move |_| state.open_question(number)>
                {change} <span class="visually-hidden">": " {title}</span>
            </button>
        </p>
    }
}
