//! When a service answers: shape and words, never colour alone.
//!
//! The page is rendered long before it is read, so nothing here says “now”.

use leptos::prelude::*;

use crate::domain::service::{Agreement, Hours, Service};
use crate::ui::PageContext;
use crate::ui::components::{Icon, IconKind};

/// The status line of a service.
#[component]
pub fn Status(
    /// The service.
    service: Service,
) -> impl IntoView {
    let text = PageContext::get().edition.text.service.clone();
    let (icon, bold) = match service.hours {
        Hours::Always {
            agreement: Agreement::Confirmed,
            ..
        } => (IconKind::Disc, text.always),
        Hours::Always {
            agreement: Agreement::Single,
            ..
        } => (IconKind::HalfDisc, text.always_single),
        Hours::Always {
            agreement: Agreement::Disagree,
            ..
        }
        | Hours::Weekly {
            agreement: Agreement::Disagree,
            ..
        } => (IconKind::HalfDisc, text.disagree),
        Hours::Weekly { .. } => (IconKind::BrokenRing, text.weekly),
        Hours::NotStated => (IconKind::BrokenRing, text.not_stated),
    };
    view! {
        <p class="status">
            <Icon kind=icon />
            <span>
                <b>{bold}</b>
                " "
                {service.words.hours}
            </span>
        </p>
    }
}
