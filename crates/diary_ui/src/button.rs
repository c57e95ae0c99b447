//! A button.

use leptos::prelude::*;

/// A button with a name for style and tests. `act` gets the number of the click, of which a double one has two: the second
/// is for the screen before. The types of label and handler are erased: with those of each button the WASM is larger.
pub(crate) fn button(
    label: impl Into<String>,
    name: &'static str,
    act: impl Fn(i32) + Send + 'static,
) -> AnyView {
    erased(label.into(), name, Box::new(act))
}

fn erased(label: String, name: &'static str, act: Box<dyn Fn(i32) + Send>) -> AnyView {
    view! {
        <button type="button" class="button" data-form=name on:click=move |event| act(event.detail())>
            {label}
        </button>
    }
    .into_any()
}
