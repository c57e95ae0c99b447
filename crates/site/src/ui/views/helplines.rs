//! The view of all services: key services first, then search and questions, then the whole list.

use leptos::prelude::*;

use crate::ui::PageContext;
use crate::ui::components::key_service::{near, near_label, specialist};
use crate::ui::components::{
    CallRow, CallVariant, KeyService, ParserYield, ServiceCard, WalletCard,
};
use domain::place::Area;
use domain::service::{Group, Service};
use sidedoor::islands::Finder;

/// The view of all services.
#[component]
pub fn Helplines() -> impl IntoView {
    let PageContext { edition, site, .. } = PageContext::get();
    let text = &edition.text;
    let danger = edition
        .services_in(Group::Emergency)
        .find_map(|service| service.call().cloned());
    let groups = Group::ALL.map(|group| {
        let title = text.groups.get(&group).cloned().unwrap_or_default();
        let services = edition.services_in(group).cloned();
        if group != Group::Local {
            return section(title, services.collect()).into_any();
        }
        let here = Area::Police(site.area.clone());
        let (near, far): (Vec<_>, Vec<_>) =
            services.partition(|service| service.areas.contains(&here));
        view! {
            {section(title.replace("{place}", &site.area.name), near)}
            {section(text.service.elsewhere.clone(), far)}
        }
        .into_any()
    });
    view! {
        <div class="key-contacts">
            {danger.map(|number| view! {
                <CallRow label=text.start.danger.clone() number look=CallVariant::Line />
            })}
            <p class="small">{text.service.brief.clone()}</p>
            {specialist().map(|service| view! { <KeyService label=service.name.clone() service /> })}
            {near().map(|service| view! { <KeyService label=near_label(&service) service /> })}
        </div>
        <Finder />
        {groups.collect_view()}
        <WalletCard />
    }
}

/// Cards from one [`ParserYield`] to the next. Parsing four takes about 10 ms at the speed that it names.
const CARDS_PER_YIELD: usize = 4;

fn section(title: String, services: Vec<Service>) -> impl IntoView {
    (!services.is_empty()).then(|| {
        let cards = services.into_iter().enumerate().map(|(index, service)| {
            let after_some = index % CARDS_PER_YIELD == 0;
            view! {
                {after_some.then(|| view! { <ParserYield /> })}
                <ServiceCard service />
            }
        });
        view! {
            <section class="services">
                <h3 class="services__title">{title}</h3>
                {cards.collect_view()}
            </section>
        }
    })
}
