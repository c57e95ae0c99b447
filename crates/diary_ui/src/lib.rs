//! The screens on which a person writes down what happened. What is written is in memory until the page is left; it can
//! be kept on the phone, sealed by the worker of `browser::vault`.
//!
//! [`Screens`] shows one of them at a time: writing, a question, what has been written. `diary` has the rules,
//! `diary::text` the words.

#![cfg(target_arch = "wasm32")]

mod ask;
mod before;
mod block;
mod button;
mod compose;
mod entries;
mod field;
mod icons;
mod keeping;
mod passphrase;
mod state;
mod unlock;

use leptos::prelude::*;

use browser::vault::Vault;
use browser::{idle, leaving};
use diary::text::ScreensText;
use state::{Screen, State};

/// All screens.
#[component]
pub fn Screens(
    /// The words, which last as long as the page.
    words: &'static ScreensText,
    /// The worker of what is kept.
    vault: Vault,
) -> impl IntoView {
    let worker = vault.clone();
    let state = State::new(words, vault);
    leaving::at_once(move || worker.lock());
    leaving::on_leaving(move || state.reset());
    idle::every_second(move |seconds, is_hidden| state.tick(seconds, is_hidden));
    view! {
        <p class="small" role="status" tabindex="-1">{move || state.status.get()}</p>
        <div class="block__body flow" data-concealed=move || state.is_hidden.get().then_some("")>
            {move || match state.screen.get() {
                Screen::Compose => compose::compose(state),
                Screen::Ask(question) => ask::ask(state, question),
                Screen::Entries => entries::entries(state),
                Screen::Before => before::before(state),
                Screen::Passphrase => passphrase::passphrase(state),
                Screen::Unlock => unlock::unlock(state),
            }}
        </div>
    }
}
