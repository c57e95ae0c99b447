//! Before a diary is kept: what to know, with a choice at the end.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::block::{buttons, heading, list, nothing, small, title, when};
use crate::button::button;
use crate::state::{Screen, State};
use browser::focus::focus_next;
use diary::text::{OBSTACLES, text_of};

/// What to know before a diary is kept, with a choice at the end.
pub(crate) fn before(state: State) -> AnyView {
    let words = &state.words.before;
    let obstacle = RwSignal::new(None::<String>);
    let is_private = RwSignal::new(false);
    let vault = state.vault();
    spawn_local(async move { obstacle.set(Some(vault.obstacle().await)) });
    let stop = move || button(&words.stop, "stop", move |_| state.show(Screen::Entries));
    let choice = move || {
        let Some(obstacle) = obstacle.get() else {
            return nothing();
        };
        if let Some(reason) = text_of(&obstacle, &OBSTACLES, &words.obstacles) {
            return vec![small(reason), list(&words.instead), buttons(vec![stop()])].into_any();
        }
        if is_private.get() {
            return vec![small(&words.private_says), buttons(vec![stop()])].into_any();
        }
        let ways = vec![
            button(&words.ordinary, "ordinary", move |_| {
                state.show(Screen::Passphrase);
            }),
            button(&words.private, "private", move |_| {
                is_private.set(true);
                focus_next("[data-screens] [data-form=stop]");
            }),
            stop(),
        ];
        vec![heading(&words.private_ask), buttons(ways)].into_any()
    };
    vec![
        title(&words.title),
        heading(&words.not_here_title),
        list(&words.not_here),
        heading(&words.instead_title),
        list(&words.instead),
        heading(&words.truths_title),
        list(&words.truths),
        when(choice),
    ]
    .into_any()
}
