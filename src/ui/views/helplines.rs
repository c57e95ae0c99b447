//! Every service, under the heading of its group.

use leptos::prelude::*;

use crate::domain::service::Group;
use crate::ui::PageContext;
use crate::ui::components::ServiceCard;

/// The list of services.
#[component]
pub fn Helplines() -> impl IntoView {
    let edition = PageContext::get().edition;
    Group::ALL
        .into_iter()
        .filter(|group| edition.services_in(*group).next().is_some())
        .map(|group| {
            let cards = edition
                .services_in(group)
                .cloned()
                .map(|service| view! { <ServiceCard service /> });
            view! {
                <section class="services">
                    <h3 class="services__title">{edition.text.groups.get(&group).cloned()}</h3>
                    {cards.collect_view()}
                </section>
            }
        })
        .collect_view()
}
