//! The rows that fit most people: danger now, stalking, near me.

use leptos::prelude::*;

use crate::domain::place::Area;
use crate::domain::service::{Cost, Group, Service};
use crate::ui::PageContext;
use crate::ui::components::{CallRow, CallVariant, OpenStatus};

/// A main line, with what matters at this moment. The rest is in its card.
#[component]
pub fn KeyService(
    /// The service.
    service: Service,
    /// What its row is called.
    label: String,
) -> impl IntoView {
    let edition = PageContext::get().edition;
    // What one place offers may have changed: what to ask first is beside it.
    let first = (service.group == Group::Local).then(|| service.words.notes.first().cloned());
    let charged = (service.cost == Cost::Charged)
        .then(|| edition.costs(&service))
        .flatten();
    let number = service.call().cloned();
    number.map(|number| {
        view! {
            <CallRow label number look=CallVariant::Usual />
            <div class="under">
                <OpenStatus service=service />
                {first.flatten().map(|line| view! { <p>{line}</p> })}
                {charged.map(|line| view! { <p>{line}</p> })}
            </div>
        }
    })
}

/// The main line for stalking.
pub(in crate::ui) fn specialist() -> Option<Service> {
    let edition = PageContext::get().edition;
    let mut specialists = edition.services_in(Group::Stalking);
    specialists
        .find(|service| service.call().is_some())
        .cloned()
}

/// The first service of the place that the site is for.
pub(in crate::ui) fn near() -> Option<Service> {
    let PageContext { edition, site, .. } = PageContext::get();
    let here = Area::Police(site.area.clone());
    let mut local = edition.services_in(Group::Local);
    local
        .find(|service| service.call().is_some() && service.areas.contains(&here))
        .cloned()
}

/// What the row of a near service is called.
pub(in crate::ui) fn near_label(service: &Service) -> String {
    let PageContext { edition, site, .. } = PageContext::get();
    (edition.text.start.near)
        .replace("{place}", &site.area.name)
        .replace("{name}", &service.name)
}
