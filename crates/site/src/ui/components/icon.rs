//! The icons of the page, drawn for it. Each is decorative: the text beside it says the same.

use leptos::prelude::*;

/// An icon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IconKind {
    /// A handset: the row dials a number.
    Handset,
    /// A tick before a list item.
    Tick,
    /// A disc: open day and night.
    Disc,
    /// A half disc: sources disagree.
    HalfDisc,
    /// A broken ring: hours not known.
    BrokenRing,
}

/// An icon, hidden from screen readers.
#[component]
pub fn Icon(
    /// The icon to render.
    kind: IconKind,
) -> impl IntoView {
    let (grid, class, shape) = match kind {
        IconKind::Handset => (
            "0 0 24 24",
            "icon",
            view! { <path d="M7 3.5h2.6l1.6 4.3-2.1 1.5a12 12 0 0 0 5.6 5.6l1.5-2.1 4.3 1.6V17a3 3 0 0 1-3.2 3A16.5 16.5 0 0 1 4 6.7 3 3 0 0 1 7 3.5z"></path> }.into_any(),
        ),
        IconKind::Tick => ("0 0 20 20", "icon", view! { <path d="M3.5 10.5l4.5 4.5 8.5-10"></path> }.into_any()),
        IconKind::Disc => (
            "0 0 14 14",
            "icon icon--status",
            view! { <circle cx="7" cy="7" r="5.5" fill="currentColor"></circle> }.into_any(),
        ),
        IconKind::HalfDisc => (
            "0 0 14 14",
            "icon icon--status",
            view! {
                <circle cx="7" cy="7" r="5.5"></circle>
                <path d="M7 1.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" stroke="none"></path>
            }
            .into_any(),
        ),
        IconKind::BrokenRing => (
            "0 0 14 14",
            "icon icon--status",
            view! { <circle cx="7" cy="7" r="5.5" stroke-dasharray="3.2 2.6"></circle> }.into_any(),
        ),
    };
    view! {
        <svg class=class viewBox=grid aria-hidden="true">
            {shape}
        </svg>
    }
}
