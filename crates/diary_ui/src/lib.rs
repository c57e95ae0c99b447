//! The screens on which a person writes down what happened. They hold what is written in memory until the page is left.
//!
//! [`Screens`] shows one of them at a time: writing, a question, what has been written. `diary` has the rules,
//! `diary::text` the words.

mod ask;
mod button;
mod compose;
mod entries;
mod field;
mod icons;
mod state;

use leptos::prelude::*;

use browser::leaving;
use diary::text::ScreensText;
use state::{Screen, State};

/// All screens.
#[component]
pub fn Screens(
    /// The words, which last as long as the page.
    words: &'static ScreensText,
) -> impl IntoView {
    let state = State::new(words);
    leaving::on_leaving(move || state.reset());
    view! {
        <p class="small" role="status">{move || state.status.get()}</p>
        {move || match state.screen.get() {
            Screen::Compose => view! { <compose::Compose state /> }.into_any(),
            Screen::Ask(question) => view! { <ask::Ask state question /> }.into_any(),
            Screen::Entries => view! { <entries::Entries state /> }.into_any(),
        }}
    }
}
