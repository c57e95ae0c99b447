//! The pages of the plain tools, as they stand before and without the WASM that makes them work.
//!
//! Nothing here is shared with the rest of the page, and nothing names it.

mod calculator;
mod converter;
mod recipes;

use leptos::prelude::*;

use crate::content::decoys::{ToolText, Tools};
use crate::domain::decoys::Decoy;

/// The script that wakes the tool of a page.
pub const START_SCRIPT: &str = include_str!("start.js");

/// How a tool looks where a phone draws it: its icon, the frame of its window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// The drawing of the icon on a grid of 24, in `currentColor`: SVG without its outer element.
    pub drawing: &'static str,
    /// The colour below the drawing, and of the frame. White letters on it can be read (WCAG 1.4.3).
    pub colour: &'static str,
    /// The paper of the page in light and in dark: `--paper` of its style sheet.
    pub paper: [&'static str; 2],
}

/// How each tool looks.
#[must_use]
pub const fn look(tool: Decoy) -> Look {
    match tool {
        Decoy::Calculator => Look {
            drawing: include_str!("calculator.svg"),
            colour: "#3b4a63",
            paper: ["#f3f5f9", "#12161d"],
        },
        Decoy::Converter => Look {
            drawing: include_str!("converter.svg"),
            colour: "#0b6e78",
            paper: ["#f2f8f8", "#0f1819"],
        },
        Decoy::Recipes => Look {
            drawing: include_str!("recipes.svg"),
            colour: "#9c3b1f",
            paper: ["#fcf7f2", "#1b1512"],
        },
    }
}

/// The body of a tool's page.
pub fn body(tool: Decoy, words: &Tools) -> String {
    let inner = match tool {
        Decoy::Calculator => calculator::view(&words.calculator).into_any(),
        Decoy::Converter => converter::view(&words.converter).into_any(),
        Decoy::Recipes => recipes::view(&words.recipes, &words.dishes).into_any(),
    };
    let ToolText {
        heading,
        without_script,
        ..
    } = words.text(tool).clone();
    view! {
        <main class="tool">
            <h1 class="tool__name">{heading}</h1>
            <noscript><p class="tool__note">{without_script}</p></noscript>
            {inner}
        </main>
    }
    .to_html()
}
