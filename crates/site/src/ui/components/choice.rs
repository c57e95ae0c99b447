//! Checkboxes and radio buttons in guides. Native inputs and the style sheet do all of it: it works without
//! script, nothing is counted, and the browser does not restore it (`autocomplete="off"`).

use leptos::prelude::*;

use super::guide::inline;
use crate::ui::PageContext;
use domain::guide::Text;

/// Renders a checklist.
pub(super) fn boxes(items: &[Text]) -> AnyView {
    let rows = items.iter().map(|item| {
        view! {
            <li class="box">
                <label class="choice">
                    <input type="checkbox" class="choice__box" autocomplete="off" />
                    <span>{inline(item)}</span>
                </label>
            </li>
        }
    });
    view! { <ul class="boxes">{rows.collect_view()}</ul> }.into_any()
}

/// Renders the checkbox that hides every unticked item.
pub(super) fn only_ticked() -> impl IntoView {
    let words = PageContext::get().edition.text.guide.only.clone();
    view! {
        <label class="choice">
            <input type="checkbox" class="choice__box" autocomplete="off" data-only />
            <span>{words}</span>
        </label>
    }
}

/// Renders a question whose answers select what is shown. `guide` is the guide's index, which makes the inputs'
/// names unique.
pub(super) fn choice(guide: usize, question: &Text, several: bool, answers: &[String]) -> AnyView {
    let text = PageContext::get().edition.text.guide.clone();
    let name = format!("pick-{guide}");
    let kind = if several { "checkbox" } else { "radio" };
    let row = |(place, words): (usize, String)| {
        let is_all = place == 0;
        view! {
            <label class="choice">
                <input type=kind class="choice__box" name=name.clone() value=place autocomplete="off" data-pick checked=is_all />
                <span>{words}</span>
            </label>
        }
    };
    // Checkboxes can be cleared; a radio group cannot, so it has an option for “all”.
    let all = (!several).then_some((0, text.all));
    let rows = all
        .into_iter()
        .chain((1..).zip(answers.iter().cloned()))
        .map(row);
    view! {
        <fieldset class="choices">
            <legend class="choices__title">{inline(question)}</legend>
            {rows.collect_view()}
            {several.then(|| view! { <p class="small">{text.choose}</p> })}
        </fieldset>
    }
    .into_any()
}
