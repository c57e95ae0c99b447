//! The way out.
//!
//! It is a plain link first, so it works with nothing loaded. The scripts stand inline: the first in
//! the head of the page, before all else, those that leave too right behind the exit, the rest at the
//! end. Each has an element of its own, so that nothing that happens to one stops another:
//!
//! | script | does |
//! |---|---|
//! | `exit.js` | covers the page when the exit is pressed, leaves by `location.replace`, covers whatever was not opened afresh |
//! | `keys.js` | hears Escape, and Shift three times (`docs/exit.md`) |
//! | `traces.js` | empties fields, takes other open pages of ours along, forgets the opener |
//! | `place.js` | keeps the exit in sight |
//!
//! They need no WASM, no storage and no network, and nothing of ours can stop them. They speak to
//! each other by events on `window`: `leave` and `return` ask for it, `left` says that it is done.
//! The WASM knows nothing of any of this.

use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute as _};
use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;

use crate::ui::{PageContext, keep};

/// The scripts that leave: in the page, the first of them in its head, and in the drop-in.
pub const LEAVING: [&str; 3] = [
    include_str!("exit.js"),
    include_str!("keys.js"),
    include_str!("traces.js"),
];

/// What keeps the exit in sight. It stands at the end of the page, where it delays no word.
pub const PLACE: &str = include_str!("place.js");

/// The exit: the first landmark, and the first stop of the Tab key.
///
/// The first destination is the link's own; the others stand in `data-1`, `data-2` and so on.
#[component]
pub(super) fn Exit() -> impl IntoView {
    let PageContext {
        edition,
        site,
        kept,
        ..
    } = PageContext::get();
    let text = edition.text.exit.clone();
    let addresses: Vec<String> = if kept {
        vec![keep::AWAY.to_owned()]
    } else {
        let exits = site.exits.iter();
        exits.map(|exit| exit.address.as_str().to_owned()).collect()
    };
    let others: Vec<AnyAttribute> = addresses
        .iter()
        .enumerate()
        .skip(1)
        .map(|(place, address)| {
            custom_attribute(format!("data-{place}"), address.clone()).into_any_attr()
        })
        .collect();
    view! {
        <nav class="exit" aria-label=text.landmark popover="manual">
            <a
                class="exit__link"
                data-exit
                href=addresses.first().cloned()
                rel="noreferrer"
                draggable="false"
                aria-keyshortcuts="Escape"
                {..others}
            >
                {text.label}
                <kbd class="exit__key">{text.key}</kbd>
            </a>
            <span class="sr" role="status" data-once-more=text.once_more></span>
        </nav>
    }
}
