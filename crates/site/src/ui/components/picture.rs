//! Diagrams. Their parts are numbered like the items of the list below, so a diagram contains no text and works
//! in every language.
//!
//! Circle: a person. Square: an institution such as a court. Folded sheet: a document. Only “you” are tinted.

use leptos::prelude::*;

use domain::guide::Diagram;

/// A diagram with a text alternative.
#[component]
pub fn PictureView(
    /// The diagram to render.
    picture: Diagram,
    /// Text alternative.
    alternative: String,
) -> impl IntoView {
    let (grid, lines, tinted, figures): (_, _, _, &[(u32, u32)]) = match picture {
        Diagram::Four => (
            "0 0 220 220",
            "M84 24a60 60 0 1 0 0 120 60 60 0 0 0 0-120zM136 24a60 60 0 1 0 0 120 60 60 0 0 0 0-120zM84 76a60 60 0 1 0 0 120 60 60 0 0 0 0-120zM136 76a60 60 0 1 0 0 120 60 60 0 0 0 0-120z",
            "M110 82a60 60 0 0 1 28 28 60 60 0 0 1-28 28 60 60 0 0 1-28-28 60 60 0 0 1 28-28z",
            &[(58, 62), (162, 62), (58, 170), (162, 170)],
        ),
        Diagram::Order => (
            "0 0 320 110",
            "M52 55h18M66 51l4 4-4 4M74 36h38v38H74zM116 55h18M130 51l4 4-4 4M138 36h38v38h-38zM180 55h18M194 51l4 4-4 4M202 30h26l12 12v38h-38zM228 30v12h12M244 55h18M258 51l4 4-4 4M266 36h42v38h-42z",
            "M30 36a19 19 0 1 0 0 38 19 19 0 0 0 0-38z",
            &[(30, 55), (93, 55), (157, 55), (221, 58), (287, 55)],
        ),
        Diagram::Screenshot => (
            "0 0 220 250",
            "M40 8h140v234H40zM52 22h116v26H52zM52 62h26v26H52zM86 75h82M52 190h116M100 210h20",
            "M60 104h100v54H80l-14 14v-14h-6z",
            &[(110, 132), (150, 176), (128, 66), (110, 36)],
        ),
        Diagram::Entry => (
            "0 0 220 230",
            "M24 8h150l22 22v192H24zM174 8v22h22M64 34h80M64 64h110M64 96h110M64 108h110M64 120h70M64 152h80M64 184h110M64 208h60",
            "M30 86h24v40H30z",
            &[
                (42, 34),
                (42, 64),
                (42, 106),
                (42, 152),
                (42, 184),
                (42, 208),
            ],
        ),
    };
    let figures = figures.iter().enumerate().map(|(place, (x, y))| {
        view! { <text x=x.to_string() y=y.to_string()>{place + 1}</text> }
    });
    view! {
        <svg class="picture" viewBox=grid role="img" aria-label=alternative>
            <path class="picture__tint" d=tinted></path>
            <path d=lines></path>
            {figures.collect_view()}
        </svg>
    }
}
