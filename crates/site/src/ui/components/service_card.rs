//! The card of a service.

use leptos::prelude::*;

use crate::ui::PageContext;
use crate::ui::components::contact::contact_view;
use crate::ui::components::sources;
use crate::ui::components::{OpenStatus, Status, Terms};
use domain::service::Service;

/// A service: eligibility, hours, traces and contacts.
#[component]
pub fn ServiceCard(
    /// The service to render.
    service: Service,
) -> impl IntoView {
    let edition = PageContext::get().edition;
    let text = &edition.text.service;
    let words = service.words.clone();
    let areas: Vec<String> = service
        .areas
        .iter()
        .map(|area| edition.area(area))
        .collect();
    let contacts = service
        .contacts
        .iter()
        .map(|contact| contact_view(&service, contact))
        .collect_view();
    let place = edition.index_of(&service);
    let can_be_reached = !service.contacts.is_empty();
    view! {
        <article class="service" id=place.map(|place| format!("s{place}"))>
            <h4 class="service__name">{service.name.clone()}</h4>
            <p class="service__for">{words.eligibility}</p>
            {if service.is_staffed() {
                view! {
                    <div>
                        <OpenStatus service=service.clone() in_card=true />
                        <Status service=service.clone() />
                    </div>
                }.into_any()
            } else {
                words.hours.map(|line| view! { <p class="service__under">{line}</p> }).into_any()
            }}
            {edition.trace_note(&service).map(|line| view! { <p class="service__under">{line}</p> })}
            {(!words.steps.is_empty()).then(|| steps(words.steps))}
            {can_be_reached.then(|| view! { <div class="service__contacts">{contacts}</div> })}
            <Terms service=service.clone() />
            <div class="service__under">
                {edition.costs(&service).map(|line| view! { <p>{line}</p> })}
                {words.notes.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
                <p>
                    {(!areas.is_empty()).then(|| format!("{}: {}. ", text.area, areas.join(", ")))}
                    {(service.organization != service.name).then(|| format!("{}: {}. ", text.run_by, service.organization))}
                    {checked(&service)}
                </p>
            </div>
        </article>
    }
}

/// Renders numbered steps. The numbers are text, not list markers: Chromium lays out every generated list number
/// again whenever anything in the page changes.
fn steps(steps: Vec<String>) -> impl IntoView {
    let steps = (1..)
        .zip(steps)
        .map(|(number, step)| view! { <li>{format!("{number}. {step}")}</li> });
    view! { <ol class="service__steps">{steps.collect_view()}</ol> }
}

fn checked(service: &Service) -> String {
    let text = PageContext::get().edition.text.clone();
    sources::checked(&text.service.checked, &service.assurance, &text)
}
