//! Where a person begins to write something down. The screens are fetched when they are first opened
//! (`scripts/loader/write.js`).

use leptos::prelude::*;

use crate::ui::PageContext;

/// What it is for, the button, and the place of the screens.
#[component]
pub fn Write() -> impl IntoView {
    let text = PageContext::get().edition.text.write.clone();
    view! {
        <div class="block__body flow needs-script">
            <div class="flow" data-intro>
                <p>{text.lead}</p>
                <p>
                    <button type="button" class="button" data-write disabled>{text.open}</button>
                </p>
                <p role="status">
                    <span data-loading hidden>{text.loading}</span>
                    <span data-failed hidden>{text.failed}</span>
                </p>
            </div>
            <div class="block__body flow" data-screens></div>
        </div>
    }
}
