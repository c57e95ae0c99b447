//! The prerendered pages of the decoys, before and without the WASM that runs them.
//!
//! They share nothing with the rest of the page and do not mention it.

mod calculator;
mod converter;
mod recipes;

use leptos::prelude::*;

use content::decoys::{ToolText, Tools};
use decoys::Decoy;

/// Script that starts the decoy of a page.
pub const START_SCRIPT: &str = script!("decoys/start.js");

/// How a decoy looks in the operating system: icon and theme colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// The icon on a grid of 24 units, in `currentColor`: SVG without its root element.
    pub drawing: &'static str,
    /// Background of the icon and theme colour. White text on it has enough contrast (WCAG 1.4.3).
    pub colour: &'static str,
    /// Background of the page in light and dark mode: `--paper` of its style sheet.
    pub paper: [&'static str; 2],
}

/// Returns the look of a decoy.
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

/// Renders the body of a decoy's page.
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
