//! A field for running text.

use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;

/// A text area that the browser neither remembers, completes, corrects, checks nor translates: some browsers send text
/// to a server for that.
#[component]
pub(crate) fn TextArea(
    /// Its id.
    id: &'static str,
    /// Ids of its label.
    labelled_by: &'static str,
    /// Ids of its description, separated by spaces.
    #[prop(default = "")]
    described_by: &'static str,
    /// Lines that are shown.
    rows: u32,
    /// Whether its content was refused.
    #[prop(into, default = Signal::stored(false))]
    is_invalid: Signal<bool>,
    /// Its content.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the new content.
    on_input: impl Fn(String) + 'static,
) -> impl IntoView {
    view! {
        <textarea
            id=id
            class="field__box"
            rows=rows
            aria-labelledby=labelled_by
            aria-describedby=(!described_by.is_empty()).then_some(described_by)
            aria-invalid=move || is_invalid.get().then_some("true")
            autocomplete="off"
            {..custom_attribute("autocorrect", "off")}
            autocapitalize="sentences"
            spellcheck="false"
            translate="no"
            prop:value=move || value.get()
            on:input=move |event| on_input(event_target_value(&event))
        ></textarea>
    }
}
