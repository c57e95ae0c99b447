//! Every service, under the heading of its group.

use leptos::prelude::*;

use crate::domain::place::Area;
use crate::domain::service::{Group, Service};
use crate::ui::PageContext;
use crate::ui::components::ServiceCard;

/// The list of services.
#[component]
pub fn Helplines() -> impl IntoView {
    let PageContext { edition, site } = PageContext::get();
    let text = &edition.text;
    Group::ALL
        .into_iter()
        .map(|group| {
            let title = text.groups.get(&group).cloned().unwrap_or_default();
            let services = edition.services_in(group).cloned();
            if group != Group::Local {
                return section(title, services.collect()).into_any();
            }
            let (near, far): (Vec<_>, Vec<_>) = services
                .partition(|service| service.areas.contains(&Area::Police(site.area.clone())));
            view! {
                {section(title.replace("{place}", &site.area.name), near)}
                {section(text.service.elsewhere.clone(), far)}
            }
            .into_any()
        })
        .collect_view()
}

fn section(title: String, services: Vec<Service>) -> impl IntoView {
    (!services.is_empty()).then(|| {
        let cards = services
            .into_iter()
            .map(|service| view! { <ServiceCard service /> });
        view! {
            <section class="services">
                <h3 class="services__title">{title}</h3>
                {cards.collect_view()}
            </section>
        }
    })
}
