//! Every view but the first.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::domain::preferences::{Back, Keys, Letters};
use crate::domain::service::Group;
use crate::domain::site::ExitDestination;
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
                {(view == View::About).then(|| view! { <Choices lines=choices_words().lines() /> })}
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
    let named = |exit: &ExitDestination| format!("{} ({})", exit.name, exit.address.host());
    ChoicesWords {
        letters: Question {
            title: text.letters_title,
            answers: in_order(Letters::ALL, &text.letters),
        },
        way: Question {
            title: text.way_title,
            answers: site.exits.iter().map(named).collect(),
        },
        back: Question {
            title: text.back_title,
            answers: in_order(Back::ALL, &text.back),
        },
        keys: Question {
            title: text.keys_title,
            answers: in_order(Keys::ALL, &text.keys),
        },
        keep: text.keep,
        kept: text.kept,
        forgotten: text.forgotten,
        not_kept: text.not_kept,
    }
}

/// The names of the answers, in the order in which their type lists them.
fn in_order<T: Ord>(
    values: impl IntoIterator<Item = T>,
    names: &BTreeMap<T, String>,
) -> Vec<String> {
    let found = values.into_iter().map(|value| names.get(&value).cloned());
    found.map(Option::unwrap_or_default).collect()
}
