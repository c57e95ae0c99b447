//! The drawings of Easy Read. Each is decorative: the line beside it says the same.

use leptos::prelude::*;

use domain::guide::Drawing;

/// A drawing, hidden from screen readers.
#[component]
pub fn DrawingView(
    /// The drawing to render.
    drawing: Drawing,
) -> impl IntoView {
    view! {
        <svg class="drawing" viewBox="0 0 24 24" aria-hidden="true">
            <path d=lines(drawing)></path>
        </svg>
    }
}

/// Returns the path data of a drawing, on a grid of 24 units.
const fn lines(drawing: Drawing) -> &'static str {
    match drawing {
        Drawing::Phone => "M7 2.5h10v19H7zM10.5 18.5h3",
        Drawing::Call => {
            "M7 3.5h2.6l1.6 4.3-2.1 1.5a12 12 0 0 0 5.6 5.6l1.5-2.1 4.3 1.6V17a3 3 0 0 1-3.2 3A16.5 16.5 0 0 1 4 6.7 3 3 0 0 1 7 3.5z"
        }
        Drawing::Keypad => {
            "M5 3h14v18H5zM8.5 7h.01M12 7h.01M15.5 7h.01M8.5 12h.01M15.5 12h.01M8.5 17h.01M12 17h.01M15.5 17h.01M10.2 10.2h3.6v3.6h-3.6z"
        }
        Drawing::Message => "M3 5h18v12H9l-4 4v-4H3zM7 9h10M7 13h6",
        Drawing::Person => "M12 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 21a7.5 7.5 0 0 1 15 0",
        Drawing::People => {
            "M8 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM1.5 20a6.5 6.5 0 0 1 13 0M16 4a3.5 3.5 0 0 1 0 7M17.5 13.5a6.5 6.5 0 0 1 5 6.5"
        }
        Drawing::Talk => "M2.5 4h12v8h-6l-3 3v-3h-3zM17.5 9h4v8h-2v3l-3-3h-6v-2",
        Drawing::Worried => {
            "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9 10h.01M15 10h.01M8.5 16.5a4.5 4.5 0 0 1 7 0"
        }
        Drawing::Calm => {
            "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9 10h.01M15 10h.01M8.5 14.5a4.5 4.5 0 0 0 7 0"
        }
        Drawing::Eye => {
            "M2 12c4.5-7.5 15.5-7.5 20 0-4.5 7.5-15.5 7.5-20 0zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z"
        }
        Drawing::House => "M3 11.5L12 4l9 7.5M5.5 9.5V20h13V9.5M10 20v-6h4v6",
        Drawing::Clock => "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2",
        Drawing::Calendar => "M4 5.5h16V20H4zM4 10h16M8.5 3v4M15.5 3v4M8 14h3M13 14h3M8 17h3",
        Drawing::Notebook => "M4 3h11v18H4zM7.5 7.5h4M7.5 11h4M20 4l-2 2v11l1 3 1-3z",
        Drawing::Letter => "M3 6h18v12H3zM3 6.5l9 7 9-7",
        Drawing::Court => "M3 9.5L12 4l9 5.5zM6 10v8M10 10v8M14 10v8M18 10v8M3 20.5h18",
        Drawing::Paper => "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
        Drawing::Tick => "M4 12.5l5.5 5.5L20 6.5",
        Drawing::Cross => "M6 6l12 12M18 6L6 18",
        Drawing::Computer => "M4 5h16v11H4zM2 20h20",
        Drawing::Heart => "M12 20s-8-5-8-11a4.3 4.3 0 0 1 8-2 4.3 4.3 0 0 1 8 2c0 6-8 11-8 11z",
        Drawing::Stop => "M8.5 3h7L21 8.5v7L15.5 21h-7L3 15.5v-7zM8 12h8",
        Drawing::Police => "M4 13c0-5 4-7.5 8-7.5s8 2.5 8 7.5M3 13h18l-2 4.5H5zM12 8.5v2",
        Drawing::TwoWay => {
            "M6 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM1.5 20a4.5 4.5 0 0 1 9 0M18 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM13.5 20a4.5 4.5 0 0 1 9 0M10.5 7h3M12.5 5.5L14 7l-1.5 1.5"
        }
    }
}
