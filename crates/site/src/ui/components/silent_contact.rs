//! Ways to get help when speaking is not safe, not possible, or not in English.

use leptos::prelude::*;

use crate::ui::PageContext;
use crate::ui::components::contact::contact_view;
use domain::matching::{Answers, Candidate, Place, matches};
use domain::service::{Confidence, Contact, ContactMode, Service, WebKind};

/// How many services are listed for each contact mode.
const MAX_PER_MODE: usize = 2;
/// The contact modes, in the order of the page.
const MODES: [ContactMode; 4] = [
    ContactMode::Text,
    ContactMode::Typing,
    ContactMode::Sign,
    ContactMode::Language,
];

/// A collapsed section: the silent call to 999 first, then services for each contact mode.
#[component]
pub fn SilentContactOptions() -> impl IntoView {
    let edition = PageContext::get().edition;
    let text = edition.text.clone();
    let silent = edition.service("silent-mobile").cloned();
    let ways = MODES.map(|contact_mode| {
        let title = text.directory.talks.get(&contact_mode).cloned();
        let rows = services_with(contact_mode).into_iter().map(|(service, contact)| {
            let row = contact_view(&service, &contact);
            let leaves = contact.trace().and_then(|trace| text.service.leaves.get(&trace).cloned());
            view! {
                <p class="quiet__who"><b>{service.name.clone()}</b> ": " {service.words.eligibility.clone()}</p>
                {row}
                {leaves.map(|line| view! { <p class="small">{line}</p> })}
                {service.words.steps.into_iter().chain(service.words.notes).map(|line| {
                    view! { <p class="small">{line}</p> }
                }).collect_view()}
            }
        });
        view! { <h3 class="quiet__way">{title}</h3> {rows.collect_view()} }
    });
    view! {
        <details class="block quiet">
            <summary class="block__summary">
                <span>
                    <b class="block__title">{text.start.quiet}</b>
                    <span class="block__line">{text.start.quiet_line}</span>
                </span>
            </summary>
            <div class="block__body flow">
                {silent.map(|service| view! {
                    <ol>{service.words.steps.into_iter().map(|step| view! { <li>{step}</li> }).collect_view()}</ol>
                    {service.words.notes.into_iter().map(|note| view! { <p>{note}</p> }).collect_view()}
                })}
                {ways.collect_view()}
            </div>
        </details>
    }
}

/// Finds the best services for a contact mode, each with the contact that offers it.
fn services_with(contact_mode: ContactMode) -> Vec<(Service, Contact)> {
    let PageContext { edition, site, .. } = PageContext::get();
    let area = edition
        .places
        .iter()
        .position(|area| area.id == site.area.id);
    let here = area.and_then(|area| u16::try_from(area).ok());
    let answers = Answers {
        place: here.map(|area| Place::Police(area, site.area.region)),
        perpetrator: None,
        contact_mode: Some(contact_mode),
    };
    let services = edition.services.iter();
    let listed: Vec<Candidate> = services
        .map(|service| Candidate::of(service, &edition.places))
        .collect();
    matches(&listed, answers)
        .into_iter()
        .filter_map(|fit| {
            let service = edition.services.get(fit.service)?;
            // A number from a single source is not offered first.
            if service.assurance.confidence != Confidence::Confirmed {
                return None;
            }
            let contact = service
                .contacts
                .iter()
                .find(|contact| offers(contact, contact_mode))?;
            Some((service.clone(), contact.clone()))
        })
        .take(MAX_PER_MODE)
        .collect()
}

fn offers(contact: &Contact, contact_mode: ContactMode) -> bool {
    match (contact_mode, contact) {
        (ContactMode::Text, Contact::Text(_))
        | (ContactMode::Typing, Contact::Relay(_) | Contact::Email(_))
        | (ContactMode::Language, Contact::Call(_)) => true,
        (ContactMode::Typing, Contact::Web(page)) => {
            matches!(page.kind, WebKind::Chat | WebKind::Form)
        }
        (ContactMode::Sign, Contact::Web(page)) => page.kind == WebKind::BslVideo,
        _ => false,
    }
}
