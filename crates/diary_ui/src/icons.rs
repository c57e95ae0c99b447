//! A picture for each kind of behaviour, drawn for it. Each is decorative: the text beside it says the same.

use leptos::prelude::*;

use diary::Behaviour;

/// Side of the grid of a picture, in its own units.
const GRID: &str = "0 0 24 24";

/// A picture, hidden from screen readers.
#[component]
pub(crate) fn Icon(
    /// What it shows.
    kind: Behaviour,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox=GRID aria-hidden="true">
            <path d=path(kind)></path>
        </svg>
    }
}

/// The outline, as SVG path data (SVG 2, section 9.3).
const fn path(kind: Behaviour) -> &'static str {
    match kind {
        // A speech bubble.
        Behaviour::Contact => "M4 5h16v11h-9l-5 4v-4H4z",
        // A parcel with a bow.
        Behaviour::Gifts => "M4 10h16v10H4zM12 10v10M12 10c-7-1-5-7 0 0 5-7 7-1 0 0",
        // Two persons, one behind the other.
        Behaviour::Following => {
            "M7 5a2 2 0 1 0 .1 0M7 10v5l-3 5M7 15l3 5M17 5a2 2 0 1 0 .1 0M17 10v5l-3 5M17 15l3 5"
        }
        // An eye.
        Behaviour::Watching => "M2 12s4-6 10-6 10 6 10 6-4 6-10 6S2 12 2 12zM12 9a3 3 0 1 0 .1 0",
        // A door.
        Behaviour::TurningUp => "M6 21V3h12v18M3 21h18M14 12v1",
        // A globe.
        Behaviour::Online => "M12 3a9 9 0 1 0 .1 0M3 12h18M12 3c-5 5-5 13 0 18M12 3c5 5 5 13 0 18",
        // An open padlock.
        Behaviour::Accounts => "M5 11h14v10H5zM8 11V7a4 4 0 0 1 8-1M12 15v2",
        // A pin on a map.
        Behaviour::Tracking => "M12 21s7-7 7-12a7 7 0 0 0-14 0c0 5 7 12 7 12zM12 7a2 2 0 1 0 .1 0",
        // A house with a crack.
        Behaviour::Property => "M3 11l9-8 9 8M5 9v12h14V9M13 10l-3 4h4l-3 4",
        // A triangle with an exclamation mark.
        Behaviour::Threats => "M12 3l10 18H2zM12 10v5M12 17.5v.5",
        // A medical cross.
        Behaviour::Violence => "M9 3h6v6h6v6h-6v6H9v-6H3V9h6z",
        // Three persons.
        Behaviour::Others => {
            "M12 4a3 3 0 1 0 .1 0M6 21c0-9 12-9 12 0M4 8a2 2 0 1 0 .1 0M20 8a2 2 0 1 0 .1 0M1 19c0-4 2-5 3-5M23 19c0-4-2-5-3-5"
        }
        // A sheet of paper.
        Behaviour::Complaints => "M6 3h9l4 4v14H6zM9 11h7M9 15h5",
        // A picture.
        Behaviour::Images => "M3 5h18v14H3zM3 16l5-5 5 5 3-3 5 4M15 9v.5",
        // A pound sign in a coin.
        Behaviour::Money => "M12 3a9 9 0 1 0 .1 0M15 9c-4-3-5 1-5 3v4h5M8 12.500h5M9 16h6",
        // Three dots.
        Behaviour::Other => "M5 12v.5M12 12v.5M19 12v.5",
    }
}
