//! The browser APIs that the page uses, one module for each capability.
//!
//! This is the only code that names `web_sys`, `js_sys` or `wasm_bindgen`. On the machine that
//! builds the page the same names exist as no-op stubs, so no other module needs `cfg` for its target.

#[cfg(all(target_arch = "wasm32", any(feature = "page", feature = "tool")))]
mod web;
#[cfg(all(target_arch = "wasm32", any(feature = "page", feature = "tool")))]
pub use web::{card_actions, decoy, guides, preferences, scheduler, services, views};

// A WASM keeps every export, used or not: so the worker's exports stay out of the app, and the app's out of it.
#[cfg(all(
    target_arch = "wasm32",
    feature = "work",
    not(any(feature = "page", feature = "tool"))
))]
mod web {
    mod worker;
}

#[cfg(not(target_arch = "wasm32"))]
mod native;
#[cfg(not(target_arch = "wasm32"))]
pub use native::{card_actions, decoy, guides, preferences, scheduler, services, views};
