//! The harmless page that hides this one.
//!
//! It is complete, made up, and shares no style with the rest. It has one way back, which a person
//! is told beforehand and a stranger would not try: pressing the name of the dish three times.

use leptos::prelude::*;

use crate::ui::PageContext;

/// The cover. The exit's script shows it; without script it is never shown.
#[component]
pub(super) fn Cover() -> impl IntoView {
    let text = PageContext::get().edition.text.cover.clone();
    let list = |lines: Vec<String>| {
        lines
            .into_iter()
            .map(|line| view! { <li>{line}</li> })
            .collect_view()
    };
    view! {
        <div class="cover">
            <div class="cover__head">
                <b class="cover__site">{text.site}</b>
                <span class="cover__motto">{text.motto}</span>
            </div>
            <div class="cover__body">
                <p class="cover__title">
                    <a class="cover__name" data-return href="#">{text.title}</a>
                </p>
                <p>{text.intro}</p>
                <ul class="cover__facts">{list(text.facts)}</ul>
                <div class="cover__columns">
                    <div class="cover__needs">
                        <p class="cover__heading">{text.needs_title}</p>
                        <ul>{list(text.needs)}</ul>
                    </div>
                    <div>
                        <p class="cover__heading">{text.method_title}</p>
                        <ol>{list(text.method)}</ol>
                    </div>
                </div>
                <p class="cover__tip">{text.tip}</p>
            </div>
        </div>
    }
}
