//! One service in the list.

use leptos::prelude::*;

use crate::domain::service::{Contact, Group, Service, WebContact};
use crate::ui::PageContext;
use crate::ui::components::sources::sources;
use crate::ui::components::{CallLook, CallRow, Status};

/// A service: whom it is for, how to reach it, when, and what reaching it leaves behind.
#[component]
pub fn ServiceCard(
    /// The service.
    service: Service,
) -> impl IntoView {
    let edition = PageContext::get().edition;
    let text = &edition.text.service;
    let words = service.words.clone();
    let areas: Vec<String> = service
        .areas
        .iter()
        .filter_map(|area| edition.text.areas.get(area).cloned())
        .collect();
    let contacts = service
        .contacts
        .iter()
        .map(|contact| contact_view(&service, contact))
        .collect_view();
    let can_be_reached = !service.contacts.is_empty();
    let lines = |lines: Vec<String>| {
        lines
            .into_iter()
            .map(|line| view! { <li>{line}</li> })
            .collect_view()
    };
    view! {
        <article class="service">
            <h4 class="service__name">{service.name.clone()}</h4>
            <p class="service__for">{words.for_whom}</p>
            {(!words.steps.is_empty()).then(|| view! { <ol class="service__steps">{lines(words.steps)}</ol> })}
            {can_be_reached.then(|| view! { <div class="service__contacts">{contacts}</div> })}
            <div class="service__under">
                {if service.somebody_answers() {
                    view! { <Status service=service.clone() /> }.into_any()
                } else {
                    words.hours.map(|line| view! { <p>{line}</p> }).into_any()
                }}
                {words.leaves.map(|line| view! { <p>{line}</p> })}
                {words.cost.map(|line| view! { <p>{line}</p> })}
                {words.notes.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
            </div>
            <p class="service__facts">
                {(!areas.is_empty()).then(|| format!("{}: {}. ", text.area, areas.join(", ")))}
                {(service.run_by != service.name).then(|| format!("{}: {}. ", text.run_by, service.run_by))}
                {checked(&service)}
            </p>
        </article>
    }
}

fn checked(service: &Service) -> String {
    let text = PageContext::get().edition.text.clone();
    let assurance = &service.assurance;
    // Nobody in danger is asked to look anything up first.
    let line = match service.group {
        Group::Emergency => &text.service.checked_danger,
        _ => &text.service.checked,
    };
    line.replace("{date}", &text.date(assurance.checked))
        .replace("{next}", &text.date(assurance.next_check))
        .replace("{sources}", &sources(&assurance.sources))
}

fn contact_view(service: &Service, contact: &Contact) -> AnyView {
    let edition = PageContext::get().edition;
    let text = edition.text.clone();
    match contact {
        Contact::Call(number) => {
            // 999 is called what it is: then the row says when to press it.
            let same = service.name == number.written();
            let label = if same { edition.text.start.danger.clone() } else { service.name.clone() };
            view! { <CallRow label number=number.clone() look=CallLook::Usual /> }.into_any()
        }
        Contact::Text(number) => view! {
            <a class="call call--quiet" href=number.sms_uri()>
                <span class="call__who">
                    <span class="call__label">{text.service.text}</span>
                    " "
                    <bdi class="call__number">{number.written().to_owned()}</bdi>
                </span>
            </a>
        }
        .into_any(),
        Contact::Email(address) => view! {
            <a class="call call--quiet" href=address.mailto_uri()>
                <span class="call__who">
                    <span class="call__label">{text.service.email}</span>
                    " "
                    <bdi class="call__address">{address.as_str().to_owned()}</bdi>
                </span>
            </a>
        }
        .into_any(),
        Contact::Web(WebContact { kind, address }) => view! {
            <div class="outside">
                <a class="outside__link" href=address.as_str().to_owned() target="_blank" rel="noopener noreferrer">
                    {text.web.get(kind).cloned()}
                    <span class="sr">": " {service.name.clone()}</span>
                </a>
                <p class="outside__note">{text.service.opens.replace("{host}", address.host())}</p>
            </div>
        }
        .into_any(),
    }
}
