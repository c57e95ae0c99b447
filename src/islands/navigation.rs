//! Navigation: shows one view at a time, and goes back to the start.
//!
//! It changes neither the URL nor the history, so a whole visit is one history entry.

use leptos::prelude::*;

use super::IslandProps;
use browser::views::{self, Arrival};
use domain::props::{Props, props};
use domain::view::View;

props! {
    /// Labels of the navigation.
    #[derive(Debug, Clone, Default, PartialEq, Eq)]
    pub struct NavLabels {
        /// Accessible name of the landmark.
        pub landmark: String,
        /// Label of the button back to the start.
        pub back: String,
        /// Label of the button to the search.
        pub search: String,
        /// Title of each view, in the order of [`View::ALL`].
        pub titles: Vec<String>,
    }
}

/// The list of views and the buttons to the start and the search. Hidden until hydrated.
#[island]
pub fn Navigation() -> impl IntoView {
    let words = NavLabels::from_lines(&IslandProps::of("nav")).unwrap_or_default();
    let ready = RwSignal::new(false);
    let at = RwSignal::new(View::Start);
    let go = move |view: View, arrival: Arrival| {
        if at.get_untracked() != view {
            views::show(view, at.get_untracked(), arrival);
            at.set(view);
        }
    };
    Effect::new(move |_| {
        views::attach_handlers(go);
        ready.set(true);
    });
    let list = View::ALL.into_iter().zip(words.titles);
    let list = list.map(move |(view, title)| {
        view! {
            <li class="nav__item">
                <button
                    type="button"
                    class="nav__button"
                    disabled=move || !ready.get()
                    aria-current=move || (at.get() == view).then_some("true")
                    on:click=move |_| go(view, Arrival::Chosen)
                >
                    {title}
                </button>
            </li>
        }
    });
    view! {
        <nav class="nav" aria-label=words.landmark>
            <button
                type="button"
                class="nav__back"
                disabled=move || !ready.get()
                on:click=move |_| go(View::Start, Arrival::Returned)
            >
                {words.back}
            </button>
            <button
                type="button"
                class="nav__search"
                disabled=move || !ready.get()
                data-to=View::Helplines.code().to_string()
                data-search=""
            >
                {words.search}
            </button>
            <ul class="nav__list">{list.collect_view()}</ul>
        </nav>
    }
}
