//! Every view but the first.

use leptos::prelude::*;

use crate::domain::preferences::Way;
use crate::domain::service::Group;
use crate::domain::view::View;
use crate::ui::PageContext;
use crate::ui::components::{CallLook, CallRow, GuideArticle};
use crate::ui::islands::{Choices, ChoicesWords, Question};
use crate::ui::views::helplines::Helplines;

/// A part of the page. Without script it opens in place, as `details` do. With the app running it
/// is shown alone: then its own title takes the place of the line that opened it.
#[component]
pub fn PartView(
    /// Which part.
    view: View,
) -> impl IntoView {
    let edition = PageContext::get().edition;
    let words = edition.text.view(view);
    let danger = edition
        .services_in(Group::Emergency)
        .find_map(|service| service.call().cloned());
    let guides = edition
        .guides_in(view)
        .cloned()
        .map(|guide| view! { <GuideArticle guide /> })
        .collect_view();
    view! {
        <details class="view view--part" data-view=view.code()>
            <summary class="block__summary view__summary">
                <span class="block__words">
                    <h2 class="block__title">{words.title.clone()}</h2>
                    <span class="block__line">{words.summary}</span>
                </span>
            </summary>
            <div class="view__body">
                <h2 class="view__title" tabindex="-1">{words.title}</h2>
                {(view == View::Helplines).then(|| view! { <Helplines /> })}
                {guides}
                {(view == View::About).then(|| view! { <Choices words=choices_words() /> })}
                {danger.map(|number| view! {
                    <CallRow label=edition.text.start.danger.clone() number look=CallLook::Line />
                })}
            </div>
        </details>
    }
}

fn choices_words() -> ChoicesWords {
    let PageContext { edition, site, .. } = PageContext::get();
    let text = edition.text.choices.clone();
    let ways = (0..).map(Way).zip(site.exits.iter());
    ChoicesWords {
        letters: Question {
            title: text.letters_title,
            answers: text.letters.into_iter().collect(),
        },
        way: Question {
            title: text.way_title,
            answers: ways
                .map(|(way, exit)| (way, format!("{} ({})", exit.name, exit.address.host())))
                .collect(),
        },
        back: Question {
            title: text.back_title,
            answers: text.back.into_iter().collect(),
        },
        keys: Question {
            title: text.keys_title,
            answers: text.keys.into_iter().collect(),
        },
        keep: text.keep,
        kept: text.kept,
        forgotten: text.forgotten,
        not_kept: text.not_kept,
    }
}
