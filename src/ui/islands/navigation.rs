//! Navigation: shows one view at a time, and goes back to the start.
//!
//! It changes neither the URL nor the history, so a whole visit is one history entry.

use leptos::prelude::*;

use super::IslandProps;
use crate::domain::view::View;
use crate::platform::views::{self, Arrival};

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

impl NavLabels {
    /// Serialises the labels, one per line.
    #[must_use]
    pub fn to_lines(&self) -> String {
        let first = [&self.landmark, &self.back, &self.search];
        let lines = first.into_iter().chain(&self.titles);
        lines.cloned().collect::<Vec<_>>().join("\n")
    }

    /// Parses the output of [`Self::to_lines`]. A missing line becomes an empty label.
    #[must_use]
    pub fn from_lines(lines: &str) -> Self {
        let mut lines = lines.split('\n').map(str::to_owned);
        let mut next = || lines.next().unwrap_or_default();
        Self {
            landmark: next(),
            back: next(),
            search: next(),
            titles: lines.collect(),
        }
    }
}

/// The list of views and the buttons to the start and the search. Hidden until hydrated.
#[island]
pub fn Navigation() -> impl IntoView {
    let words = NavLabels::from_lines(&IslandProps::of("ways"));
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
            <li class="ways__item">
                <button
                    type="button"
                    class="ways__button"
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
        <nav class="ways" aria-label=words.landmark>
            <button
                type="button"
                class="ways__back"
                disabled=move || !ready.get()
                on:click=move |_| go(View::Start, Arrival::Returned)
            >
                {words.back}
            </button>
            <button
                type="button"
                class="ways__search"
                disabled=move || !ready.get()
                data-to=View::Helplines.code().to_string()
                data-search=""
            >
                {words.search}
            </button>
            <ul class="ways__list">{list.collect_view()}</ul>
        </nav>
    }
}

#[cfg(test)]
mod tests {
    use super::NavLabels;

    #[test]
    fn words_come_back_from_their_lines() {
        let words = NavLabels {
            landmark: "Parts".into(),
            back: "Back".into(),
            search: "Search".into(),
            titles: vec!["Now".into(), "List".into()],
        };
        assert_eq!(NavLabels::from_lines(&words.to_lines()), words);
    }
}
