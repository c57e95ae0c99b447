//! The few pictures of the page, drawn for it. Each only repeats what words beside it say.

use leptos::prelude::*;

/// Which picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IconKind {
    /// A handset: this row calls.
    Handset,
    /// A tick before a point of a list.
    Tick,
    /// A disc: day and night.
    Disc,
    /// A half disc: sources disagree.
    HalfDisc,
    /// A broken ring: not known.
    BrokenRing,
}

/// A picture that a screen reader passes over.
#[component]
pub fn Icon(
    /// Which picture.
    kind: IconKind,
) -> impl IntoView {
    let (grid, class, shape) = match kind {
        IconKind::Handset => (
            "0 0 24 24",
            "icon",
            view! { <path d="M7 3.5h2.600l1.600 4.300-2.100 1.500a12 12 0 0 0 5.600 5.600l1.500-2.100 4.300 1.600V17a3 3 0 0 1-3.200 3A16.500 16.500 0 0 1 4 6.700 3 3 0 0 1 7 3.500z"></path> }.into_any(),
        ),
        IconKind::Tick => ("0 0 20 20", "icon", view! { <path d="M3.500 10.500l4.500 4.500 8.500-10"></path> }.into_any()),
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
                <path d="M7 1.500a5.500 5.500 0 0 1 0 11z" fill="currentColor" stroke="none"></path>
            }
            .into_any(),
        ),
        IconKind::BrokenRing => (
            "0 0 14 14",
            "icon icon--status",
            view! { <circle cx="7" cy="7" r="5.5" stroke-dasharray="3.2 2.600"></circle> }.into_any(),
        ),
    };
    view! {
        <svg class=class viewBox=grid aria-hidden="true" focusable="false">
            {shape}
        </svg>
    }
}
