//! Where the phone says what a service's hours mean at this moment.
//!
//! The page is rendered long before it is read, so this is empty until the app fills it. Its line is
//! there from the start: nothing moves when the words come.

use leptos::prelude::*;

use crate::domain::service::{Group, Service};
use crate::ui::PageContext;

/// The line of a service. Emergency routes have none: nobody waits for 999 to open.
#[component]
pub fn Now(
    /// The service.
    service: Service,
    /// Whether it stands in the service's card, which says whose line it is.
    #[prop(optional)]
    in_card: bool,
) -> impl IntoView {
    let place = PageContext::get().edition.place_of(&service);
    (service.group != Group::Emergency)
        .then(|| view! { <p class="now" data-now=(!in_card).then_some(place)></p> })
}
