//! The islands, mounted in a browser with the props of a fixture: what they show, announce and focus.
//!
//! ```text
//! cargo test --package island_tests --target wasm32-unknown-unknown
//! ```
//!
//! `.cargo/config.toml` names the runner, and `webdriver.json` the browser's flags. What differs between engines, and
//! the page around the islands, is tested in `tests/journeys/`.

#![cfg(target_arch = "wasm32")]
#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test may fail loudly"
)]

mod finding;
mod fixture;
mod keeping;
mod near;
mod page;
mod questions;
mod words;
mod writing;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
