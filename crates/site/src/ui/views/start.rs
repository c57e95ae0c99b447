//! The start view: the key services before anything else.

use leptos::prelude::*;

use crate::ui::PageContext;
use crate::ui::components::key_service::{near, near_label, specialist};
use crate::ui::components::{CallRow, CallVariant, KeyService, SilentContactOptions};
use content::StartText;
use domain::service::Group;
use domain::view::View;

/// The start view: 999, the main helpline, and what a person has to know first.
#[component]
pub fn StartView() -> impl IntoView {
    let PageContext {
        edition,
        site,
        kept,
        ..
    } = PageContext::get();
    let text = &edition.text;
    let host = site.exits.first().address.host();
    let destination = if kept { &text.keep.leads_to } else { host };
    let leads_to = |words: &str| words.replace("{host}", destination);
    let danger = edition
        .services_in(Group::Emergency)
        .find_map(|service| service.call().cloned());
    let checked = edition
        .services
        .iter()
        .map(|service| service.assurance.checked)
        .min();
    view! {
        <section class="view view--start" data-view=View::Start.code()>
            <h2 class="view__title" tabindex="-1">{text.view(View::Start).title}</h2>
            {danger.map(|number| view! {
                <CallRow label=text.start.danger.clone() number look=CallVariant::Danger />
            })}
            <p class="call__meta">{text.start.silent.clone()}</p>
            {specialist().map(|service| view! { <KeyService label=service.name.clone() service /> })}
            <p class="note note--small">
                <strong>{text.start.note_title.clone()}</strong> " " {text.start.note.clone()}
            </p>
            {first_actions(&text.start)}
            <SilentContactOptions />
            {near().map(|service| view! { <KeyService label=near_label(&service) service /> })}
            <p class="small">{text.service.brief.clone()}</p>
            <p class="needs-script">
                <button type="button" class="button" data-to=View::Helplines.code() data-search disabled>{text.ways.search.clone()}</button>
            </p>
            <p class="small">{leads_to(&text.exit.explained)}</p>
            <noscript>
                <p class="small without-script">{leads_to(&text.exit.without_script)}</p>
            </noscript>
            {checked.map(|date| {
                let line = text.start.checked.replace("{date}", &text.date(date));
                view! { <p class="small">{line}</p> }
            })}
        </section>
    }
}

/// Renders the first steps, each a link to the view with details.
fn first_actions(text: &StartText) -> impl IntoView + use<> {
    let actions = StartText::FIRST.into_iter().filter_map(|view| {
        let words = text.first.get(&view)?.clone();
        Some(view! {
            <li>
                <b class="view-name" data-to=view.code()>{words.action}</b>
                " "
                <span class="first__more">{words.more}</span>
            </li>
        })
    });
    view! {
        <section class="first">
            <h3 class="first__title">{text.first_title.clone()}</h3>
            <p class="small">{text.first_note.clone()}</p>
            <ul class="first__list">{actions.collect_view()}</ul>
        </section>
    }
}

/// Lists what does not work until the app runs. It is last, so that hiding it shifts nothing.
#[component]
pub fn EnhancementNotice() -> impl IntoView {
    let words = PageContext::get().edition.text.start.waiting.clone();
    view! { <p class="waiting">{words}</p> }
}
