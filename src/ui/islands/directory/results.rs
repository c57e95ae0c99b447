//! The services found, as a list above all services, whose cards stay where they are.

use leptos::prelude::*;

use super::search_state::{SearchResult, SearchState};
use crate::platform::services::{copy_contact, name, open_card};

/// Renders the results; hidden while there are none.
pub(super) fn results(title: String, more: String, state: SearchState) -> impl IntoView {
    let rows = move || {
        let shown = state.shown.get();
        let results = state
            .results
            .with(|all| all.iter().take(shown).cloned().collect::<Vec<_>>());
        let rows = results.into_iter().map(|result| row(result, state));
        rows.collect_view()
    };
    let left = move || {
        let found = state.results.with(Vec::len);
        found.saturating_sub(state.shown.get())
    };
    view! {
        <section class="services" data-found hidden=move || state.results.with(Vec::is_empty)>
            <h3 class="services__title" tabindex="-1">{title}</h3>
            <ul class="results">{rows}</ul>
            <button
                type="button"
                class="button"
                hidden=move || left() == 0
                on:click=move |_| state.show_more()
            >
                {move || more.replace("{count}", &left().to_string())}
            </button>
        </section>
    }
}

/// Renders a service: a link to its card, why it matches, whether it is open, and its first contact. The rest is on
/// the card.
fn row(result: SearchResult, state: SearchState) -> impl IntoView {
    let SearchResult {
        service,
        reason,
        contact_mode,
    } = result;
    view! {
        <li class="result">
            <button type="button" class="result__name" on:click=move |_| open_card(service)>
                {name(service)}
            </button>
            <p class="result__why">{reason}</p>
            <p class="now">{move || state.open_status(service)}</p>
            <div use:copy_contact=(service, contact_mode)></div>
        </li>
    }
}
