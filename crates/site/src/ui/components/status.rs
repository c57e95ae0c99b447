//! When a service answers, by shape and text, never by colour alone.
//!
//! The page is prerendered, so nothing here says “now”.

use leptos::prelude::*;

use crate::ui::PageContext;
use crate::ui::components::{Icon, IconKind};
use domain::service::{Agreement, Hours, Service};

/// The line with the usual hours of a service.
#[component]
pub fn Status(
    /// The service whose hours it shows.
    service: Service,
) -> impl IntoView {
    let text = PageContext::get().edition.text.service.clone();
    let icon = match service.hours {
        Hours::Always {
            agreement: Agreement::Confirmed,
            ..
        } => IconKind::Disc,
        Hours::Always { .. }
        | Hours::Weekly {
            agreement: Agreement::Disagree,
            ..
        } => IconKind::HalfDisc,
        Hours::Weekly { .. } | Hours::NotStated => IconKind::BrokenRing,
    };
    let lead = match service.hours {
        Hours::Always {
            agreement: Agreement::Confirmed,
            ..
        } => Some(text.always),
        // The service's own text states what is known and how sure it is.
        _ if service.words.hours.is_some() => None,
        _ => Some(text.not_stated),
    };
    view! {
        <p class="status">
            <Icon kind=icon />
            <span>
                {lead.map(|lead| view! { <b>{lead}</b> " " })}
                {service.words.hours}
            </span>
        </p>
    }
}
