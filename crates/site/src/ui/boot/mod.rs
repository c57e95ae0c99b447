//! The loader: reads the WASM's file names from the page, fetches it after the first paint, and hydrates the
//! islands.

/// Script in the head, after the exit's: applies the saved settings.
pub const EARLY_SCRIPT: &str = script!("loader/early.js");

/// Script at the end of the body: loads the app.
pub const SCRIPT: &str = script!("loader/boot.js");
