//! The three questions. An answer shows at once.

use leptos::prelude::*;

use super::finding::Finding;

/// One question: `rows` are its answers, after the one that takes it back.
pub(super) fn question(
    number: usize,
    rows: Vec<String>,
    off: Signal<bool>,
    finding: Finding,
) -> impl IntoView + use<> {
    let (title, any) = finding.with(|all| {
        let title = all.labels.questions.get(number).cloned();
        (title.unwrap_or_default(), all.labels.any.clone())
    });
    let choices = std::iter::once(any).chain(rows).enumerate();
    let rows = choices.map(move |(row, words)| {
        let value = row.checked_sub(1);
        view! {
            <label class="pick">
                <input
                    type="radio"
                    class="pick__box"
                    name=format!("q{number}")
                    autocomplete="off"
                    prop:checked=move || finding.given(number) == Some(value)
                    on:change=move |_| finding.answer(number, value)
                />
                <span>{words}</span>
            </label>
        }
    });
    view! {
        <fieldset class="picks" disabled=off>
            <legend class="picks__title">{title}</legend>
            {rows.collect_view()}
        </fieldset>
    }
}
