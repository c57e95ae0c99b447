//! A button.

use leptos::prelude::*;

/// A button with a name for style and tests. `act` gets the number of the click, of which a double one has two: the second
/// is for the screen before. The types of label and handler are erased: with those of each button the WASM is larger.
pub(crate) fn button(
    label: &str,
    name: &'static str,
    act: impl Fn(i32) + Send + 'static,
) -> AnyView {
    button_of(label, "", name, act)
}

/// A button of something that a screen shows several times: `of` says of which, to screen readers only.
pub(crate) fn button_of(
    label: &str,
    of: &str,
    name: &'static str,
    act: impl Fn(i32) + Send + 'static,
) -> AnyView {
    erased(label.to_owned(), of.to_owned(), name, Box::new(act))
}

fn erased(label: String, of: String, name: &'static str, act: Box<dyn Fn(i32) + Send>) -> AnyView {
    let of = if of.is_empty() {
        ().into_any()
    } else {
        view! { <span class="visually-hidden">{": "}{of}</span> }.into_any()
    };
    view! {
        <button
            type="button"
            class="button"
            data-form=name
            data-print=(name == "print").then_some("")
            on:click=move |event| act(event.detail())
        >
            {label}
            {of}
        </button>
    }
    .into_any()
}
