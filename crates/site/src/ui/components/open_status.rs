//! Placeholder for the opening status of a service.
//!
//! The page is prerendered, so until the app fills it the line is empty on a card and states the usual hours on a
//! key service. It is rendered from the start, so the layout does not shift when the status arrives.

use leptos::prelude::*;

use crate::ui::PageContext;
use domain::service::{Agreement, Group, Hours, Service};

/// The status line of a service. Emergency routes have none: 999 is always open.
#[component]
pub fn OpenStatus(
    /// The service whose status it shows.
    service: Service,
    /// Whether the line is on the service's card, which states the usual hours below it.
    #[prop(optional)]
    in_card: bool,
) -> impl IntoView {
    let place = PageContext::get().edition.index_of(&service);
    let usual_hours = if in_card { None } else { usual_hours(&service) };
    let words = usual_hours.clone();
    (service.group != Group::Emergency).then(|| {
        view! { <p class="now" data-open-status=(!in_card).then_some(place) data-usual=usual_hours>{words}</p> }
    })
}

/// Returns the shortest text for the usual hours of a service.
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
