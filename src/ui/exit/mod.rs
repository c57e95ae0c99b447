//! The way out.
//!
//! It is a plain link first, so it works with nothing loaded. [`SCRIPT`] stands inline in the head
//! of the page, before all else, and makes it faster: the page is covered when the control is
//! pressed, and left by `location.replace`. The script needs no WASM, no storage and no network,
//! and nothing of ours can stop it. It also covers the page whenever the page was not opened
//! afresh. The WASM knows nothing of any of this.

use leptos::prelude::*;

use crate::ui::PageContext;

/// The script that stands in the head of the page.
pub const SCRIPT: &str = include_str!("exit.js");

/// The exit: the first landmark, and the first stop of the Tab key.
#[component]
pub(super) fn Exit() -> impl IntoView {
    let PageContext { edition, site } = PageContext::get();
    let text = edition.text.exit.clone();
    view! {
        <nav class="exit" aria-label=text.landmark>
            <a
                class="exit__link"
                data-exit
                href=site.exits.first().address.as_str().to_owned()
                rel="noreferrer"
                draggable="false"
            >
                {text.label}
                <kbd class="exit__key">{text.key}</kbd>
            </a>
        </nav>
    }
}
