//! Where the phone says what a service's hours mean at this moment.
//!
//! The page is rendered long before it is read, so until the app fills it a card's line is empty and a main
//! line says its usual hours. The line is there from the start: nothing moves when the words come.

use leptos::prelude::*;

use crate::domain::service::{Agreement, Group, Hours, Service};
use crate::ui::PageContext;

/// The line of a service. Emergency routes have none: 999 is always open.
#[component]
pub fn OpenStatus(
    /// The service.
    service: Service,
    /// Whether it is in the service's card, which has the usual hours below it.
    #[prop(optional)]
    in_card: bool,
) -> impl IntoView {
    let place = PageContext::get().edition.index_of(&service);
    let usual_hours = if in_card { None } else { usual_hours(&service) };
    let words = usual_hours.clone();
    (service.group != Group::Emergency).then(|| {
        view! { <p class="now" data-now=(!in_card).then_some(place) data-usual=usual_hours>{words}</p> }
    })
}

/// The usual hours, in the fewest words that the service has for them.
fn usual_hours(service: &Service) -> Option<String> {
    if let Hours::Always {
        agreement: Agreement::Confirmed,
        ..
    } = service.hours
    {
        return Some(PageContext::get().edition.text.service.always.clone());
    }
    let words = service.words.clone();
    words.brief.or(words.hours)
}
