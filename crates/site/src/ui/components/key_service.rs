//! The key services on the first screen: danger, stalking, local.

use leptos::prelude::*;

use crate::ui::PageContext;
use crate::ui::components::{CallRow, CallVariant, OpenStatus};
use domain::place::Area;
use domain::service::{Cost, Group, Service};

/// A key service with its opening status. Everything else is on its card.
#[component]
pub fn KeyService(
    /// The service to render.
    service: Service,
    /// Label of its row.
    label: String,
) -> impl IntoView {
    let edition = PageContext::get().edition;
    // A local service may have changed: the row says what to ask first.
    let first = (service.group == Group::Local).then(|| service.words.notes.first().cloned());
    let charged = (service.cost == Cost::Charged)
        .then(|| edition.costs(&service))
        .flatten();
    let number = service.call().cloned();
    number.map(|number| {
        view! {
            <CallRow label number look=CallVariant::Usual />
            <div class="call__meta">
                <OpenStatus service=service />
                {first.flatten().map(|line| view! { <p>{line}</p> })}
                {charged.map(|line| view! { <p>{line}</p> })}
            </div>
        }
    })
}

/// Finds the key service for stalking.
pub(in crate::ui) fn specialist() -> Option<Service> {
    let edition = PageContext::get().edition;
    let mut specialists = edition.services_in(Group::Stalking);
    specialists
        .find(|service| service.call().is_some())
        .cloned()
}

/// Finds the first local service of the site's area.
pub(in crate::ui) fn near() -> Option<Service> {
    let PageContext { edition, site, .. } = PageContext::get();
    let here = Area::Police(site.area.clone());
    let mut local = edition.services_in(Group::Local);
    local
        .find(|service| service.call().is_some() && service.areas.contains(&here))
        .cloned()
}

/// Returns the label of a local service's row.
pub(in crate::ui) fn near_label(service: &Service) -> String {
    let PageContext { edition, site, .. } = PageContext::get();
    (edition.text.start.near)
        .replace("{place}", &site.area.name)
        .replace("{name}", &service.name)
}
