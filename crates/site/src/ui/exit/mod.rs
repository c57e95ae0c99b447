//! The exit.
//!
//! It is a plain link first, so it works with nothing loaded. The scripts are inline: the first in the head of
//! the page, before all others, the other scripts that leave right after the exit, the rest at the end. Each is
//! in a separate element, so that an exception in one does not stop another:
//!
//! | script | does |
//! |---|---|
//! | `exit.js` | covers the page when the exit is pressed, leaves by `location.replace`, covers whatever was not opened afresh |
//! | `keys.js` | listens for Escape, and Shift three times (`docs/exit.md`) |
//! | `traces.js` | clears fields, makes other open pages of ours leave, drops the opener |
//! | `place.js` | keeps the exit in the viewport |
//!
//! They need no WASM, no storage and no network, and no other code of ours can stop them. They communicate by
//! events on `window`: `x-page:leave` and `x-page:return` request it, `x-page:left` reports that it is done. The WASM has
//! no part in this.

use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute as _};
use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;

use crate::ui::{PageContext, keep};

/// The scripts that leave: in the page, where the first is in the head, and in the drop-in.
pub const LEAVING: [&str; 3] = [
    script!("exit/exit.js"),
    script!("exit/keys.js"),
    script!("exit/traces.js"),
];

/// Script that keeps the exit in the viewport; at the end of the page, where it does not delay rendering.
pub const PLACE: &str = script!("exit/place.js");

/// The exit: the first landmark and the first tab stop.
///
/// The first destination is the link's `href`; the others are in `data-1`, `data-2` and so on.
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
            <span class="visually-hidden" role="status" data-once-more=text.once_more></span>
        </nav>
    }
}
