//! The views other than the start.

use leptos::prelude::*;

use crate::ui::PageContext;
use crate::ui::components::{CallRow, CallVariant, GuideArticle, Owner, ParserYield, Write};
use crate::ui::views::helplines::Helplines;
use domain::service::Group;
use domain::view::View;
use sidedoor::islands::Settings;

/// A view. Without script it opens in place, as a `details`. Once the app runs it is shown alone, and its title
/// replaces the summary.
#[component]
pub fn ViewSection(
    /// The view to render.
    view: View,
) -> impl IntoView {
    let PageContext { edition, kept, .. } = PageContext::get();
    let words = edition.text.view(view);
    let danger = edition
        .services_in(Group::Emergency)
        .find_map(|service| service.call().cloned());
    let guides = edition.guides.iter().cloned().enumerate();
    let guides = guides
        .filter(|(_, guide)| guide.view == view)
        .map(|(place, guide)| view! { <GuideArticle guide place /> })
        .collect_view();
    view! {
        <ParserYield />
        <details class="view view--part" data-view=view.code()>
            <summary class="block__summary view__summary">
                <span>
                    <h2 class="block__title">{words.title.clone()}</h2>
                    <span class="block__line">{words.summary}</span>
                </span>
            </summary>
            <div class="view__body">
                <h2 class="view__title" tabindex="-1">{words.title}</h2>
                {(view == View::Helplines).then(|| view! { <Helplines /> })}
                {(view == View::About).then(|| view! { <Owner /> })}
                {(view == View::Diary && !kept).then(|| view! { <Write /> })}
                {guides}
                {(view == View::About).then(|| view! { <Settings /> })}
                {danger.map(|number| view! {
                    <CallRow label=edition.text.start.danger.clone() number look=CallVariant::Line />
                })}
            </div>
        </details>
    }
}
