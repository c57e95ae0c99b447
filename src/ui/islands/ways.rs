//! Moving about: one part shown at a time, and the way back to the start.
//!
//! Nothing here touches the address or the history, so a phone keeps one line for a whole visit.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::domain::view::View;
use crate::platform::views::{self, Arrival};

/// A view and what it is called.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Part {
    /// The view.
    pub view: View,
    /// Its name.
    pub title: String,
}

/// The list of views and the way back. Hidden until it can do what it says.
#[island]
pub fn Ways(
    /// What a screen reader calls the list.
    landmark: String,
    /// The way back to the start.
    back: String,
    /// Every view.
    parts: Vec<Part>,
) -> impl IntoView {
    let ready = RwSignal::new(false);
    let at = RwSignal::new(View::Start);
    let go = move |view: View, arrival: Arrival| {
        if at.get_untracked() != view {
            views::show(view, at.get_untracked(), arrival);
            at.set(view);
        }
    };
    Effect::new(move |_| {
        views::take_over(go);
        ready.set(true);
    });
    let list = parts.into_iter().map(move |part| {
        let view = part.view;
        view! {
            <li class="ways__item">
                <button
                    type="button"
                    class="ways__button"
                    disabled=move || !ready.get()
                    aria-current=move || (at.get() == view).then_some("true")
                    on:click=move |_| go(view, Arrival::Chosen)
                >
                    {part.title}
                </button>
            </li>
        }
    });
    view! {
        <nav class="ways" aria-label=landmark>
            <button
                type="button"
                class="ways__back"
                disabled=move || !ready.get()
                on:click=move |_| go(View::Start, Arrival::Returned)
            >
                {back}
            </button>
            <ul class="ways__list">{list.collect_view()}</ul>
        </nav>
    }
}
