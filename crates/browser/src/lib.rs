//! The browser APIs that the page uses, one module for each capability.
//!
//! This is the only crate of the page that names `web_sys`, `js_sys` or `wasm_bindgen`. On the machine that builds the
//! page the same names exist as no-op stubs, so no other crate of the page needs `cfg` for its target.

#[cfg(target_arch = "wasm32")]
mod web;
#[cfg(target_arch = "wasm32")]
pub use web::{
    card_actions, clock, document, focus, guides, idle, leaving, listen, preferences, random, root,
    scheduler, select_all, services, vault, views,
};

#[cfg(not(target_arch = "wasm32"))]
mod native;
#[cfg(not(target_arch = "wasm32"))]
pub use native::{
    card_actions, clock, focus, guides, leaving, preferences, scheduler, services, views,
};
