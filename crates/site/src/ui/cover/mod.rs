//! The cover: the harmless page that hides this one.
//!
//! It is complete, fictional, and shares no style with the rest. It scrolls, and its links scroll within it. It
//! has one way back, which a person is told beforehand and a stranger would not try: pressing the name of the
//! dish three times. What looks like a link is a button, because a link can be opened in a new tab, and that
//! would load the page uncovered.

use leptos::prelude::*;

use crate::ui::PageContext;

/// Script that detects the way back: in the page and in the drop-in.
pub const WAY_BACK: &str = script!("cover/way_back.js");

/// Script for the rest of the cover; at the end of the page, where it does not delay rendering.
pub const SCRIPT: &str = script!("cover/cover.js");

/// The cover. Only the exit's script shows it.
#[component]
pub(super) fn Cover() -> impl IntoView {
    let text = PageContext::get().edition.text.cover.clone();
    let list = |lines: Vec<String>| {
        lines
            .into_iter()
            .map(|line| view! { <li>{line}</li> })
            .collect_view()
    };
    let go = |place: &'static str, words: String| {
        view! { <li><button type="button" class="cover__link" data-go=place>{words}</button></li> }
    };
    let more = text.more.into_iter().map(|dish| {
        view! {
            <details class="cover__dish">
                <summary class="cover__dish-name">{dish.title}</summary>
                <p>{dish.text}</p>
            </details>
        }
    });
    let name = text.site.clone();
    view! {
        <div class="cover" data-cover popover="manual" role="main" aria-label=name tabindex="-1">
            <div class="cover__head" data-place="top" tabindex="-1">
                <b class="cover__site">{text.site}</b>
                <span class="cover__motto">{text.motto}</span>
            </div>
            <div class="cover__body">
                <ul class="cover__menu">
                    {go("needs", text.needs_title.clone())}
                    {go("method", text.method_title.clone())}
                    {go("more", text.more_title.clone())}
                </ul>
                <h1 class="cover__title">
                    <button type="button" class="cover__name" data-return>{text.title}</button>
                </h1>
                <p>{text.intro}</p>
                <ul class="cover__facts">{list(text.facts)}</ul>
                <div class="cover__columns">
                    <div class="cover__needs" data-place="needs" tabindex="-1">
                        <h2 class="cover__heading">{text.needs_title}</h2>
                        <ul>{list(text.needs)}</ul>
                    </div>
                    <div data-place="method" tabindex="-1">
                        <h2 class="cover__heading">{text.method_title}</h2>
                        <ol>{list(text.method)}</ol>
                    </div>
                </div>
                <p class="cover__tip">{text.tip}</p>
                <div data-place="more" tabindex="-1">
                    <h2 class="cover__heading">{text.more_title}</h2>
                    {more.collect_view()}
                </div>
                <ul class="cover__menu">{go("top", text.top)}</ul>
            </div>
        </div>
    }
}
