//! The blocks that screens are made of. Their types are erased: with those of each use the WASM is larger.

use leptos::prelude::*;

/// The heading of a screen, which has the focus when the screen opens, and names its field.
pub(crate) fn title(text: &str) -> AnyView {
    let text = text.to_owned();
    view! { <h3 class="picks__title" tabindex="-1" data-screen id="form-title">{text}</h3> }
        .into_any()
}

/// The heading of a part of a screen.
pub(crate) fn heading(text: &str) -> AnyView {
    let text = text.to_owned();
    view! { <h4 class="picks__title">{text}</h4> }.into_any()
}

/// A paragraph in the size of notes.
pub(crate) fn small(text: &str) -> AnyView {
    let text = text.to_owned();
    view! { <p class="small">{text}</p> }.into_any()
}

/// The paragraph that describes the field of a screen.
pub(crate) fn hint(text: &str) -> AnyView {
    let text = text.to_owned();
    view! { <p class="small" id="form-hint">{text}</p> }.into_any()
}

/// A list.
pub(crate) fn list(items: &[String]) -> AnyView {
    let items: Vec<_> = items
        .iter()
        .map(|item| view! { <li>{item.clone()}</li> })
        .collect();
    view! { <ul class="list small">{items}</ul> }.into_any()
}

/// Buttons, in rows.
pub(crate) fn buttons(all: Vec<AnyView>) -> AnyView {
    view! { <p class="picks__rows">{all}</p> }.into_any()
}

/// What is wrong with the field of a screen, read out when it changes.
pub(crate) fn error(message: RwSignal<String>) -> AnyView {
    view! {
        <p id="form-error" role="alert">
            <strong>{move || message.get()}</strong>
        </p>
    }
    .into_any()
}

/// What depends on a signal.
pub(crate) fn when(show: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let show: Box<dyn Fn() -> AnyView + Send> = Box::new(show);
    (move || show()).into_any()
}

/// Nothing.
pub(crate) fn nothing() -> AnyView {
    ().into_any()
}
