//! What the page needs from a browser, each capability under one name.
//!
//! This is the only code that names `web_sys`, `js_sys` or `wasm_bindgen`. On the machine that
//! builds the page the same names exist and do nothing, so nobody else has to ask where they run.

#[cfg(target_arch = "wasm32")]
mod web;
#[cfg(target_arch = "wasm32")]
pub use web::{clock, preferences, services, views};

#[cfg(not(target_arch = "wasm32"))]
mod native;
#[cfg(not(target_arch = "wasm32"))]
pub use native::{clock, preferences, services, views};
