//! A card of five numbers that folds small enough for a shoe. It names no service, so it reveals little if found.

use leptos::prelude::*;

use crate::ui::PageContext;
use crate::ui::components::key_service::{near, specialist};
use domain::service::{Agreement, Group, Hours};

/// The card, and the button that prints only the card.
#[component]
pub fn WalletCard() -> impl IntoView {
    let PageContext { edition, site, .. } = PageContext::get();
    let text = edition.text.card.clone();
    let danger = edition
        .services_in(Group::Emergency)
        .find_map(|service| service.call().cloned());
    let night = edition.services_in(Group::Support).find(|service| {
        let always = matches!(
            service.hours,
            Hours::Always {
                agreement: Agreement::Confirmed,
                ..
            }
        );
        always && service.call().is_some()
    });
    let explained = text.explained.replace("{place}", &site.area.name);
    let number = |number: &domain::number::DialNumber| number.written().to_owned();
    let danger = danger.as_ref().map(number).unwrap_or_default();
    let lines = [
        Some((text.now, danger.clone())),
        Some((text.quiet, text.silent.replace("{number}", &danger))),
        specialist().and_then(|service| Some((text.talk, number(service.call()?)))),
        near().and_then(|service| Some((text.near, number(service.call()?)))),
        night.and_then(|service| Some((text.night, number(service.call()?)))),
    ];
    let rows = lines.into_iter().flatten().map(|(label, number)| {
        view! { <div><dt>{label}</dt> " " <dd><bdi>{number}</bdi></dd></div> }
    });
    view! {
        <section class="services fold">
            <h3 class="services__title">{text.title}</h3>
            <p>{explained}</p>
            <div class="flow" data-printable>
                <dl class="fold__card">{rows.collect_view()}</dl>
                <div class="needs-script">
                    <button type="button" class="button" data-print disabled>{text.print}</button>
                </div>
            </div>
            <p class="small">{text.by_hand}</p>
        </section>
    }
}
