//! The loader: finds the WASM's names in the page, fetches it after the words are on the screen,
//! and hydrates the islands.

/// The script that stands in the head, after the exit's: the choices, if any were kept.
pub const EARLY_SCRIPT: &str = include_str!("early.js");

/// The script that stands at the end of the body.
pub const SCRIPT: &str = include_str!("boot.js");
