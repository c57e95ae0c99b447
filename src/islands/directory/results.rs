//! The services found, as a list above all services, whose cards stay where they are.

use leptos::prelude::*;

use super::search_state::SearchState;

/// Renders the list, which `browser::services` fills, and the button that shows more.
pub(super) fn results(title: String, more: String, state: SearchState) -> impl IntoView {
    let left = state.left;
    view! {
        <section class="services needs-script" data-found hidden>
            <h3 class="services__title" tabindex="-1">{title}</h3>
            <ul class="results"></ul>
            <button
                type="button"
                class="button"
                hidden=move || left.get() == 0
                on:click=move |_| state.show_more()
            >
                {move || more.replace("{count}", &left.get().to_string())}
            </button>
        </section>
    }
}
