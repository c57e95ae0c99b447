//! What the page needs from a browser, each capability under one name.
//!
//! This is the only code that names `web_sys`, `js_sys` or `wasm_bindgen`. On the machine that
//! builds the page the same names exist and do nothing, so nobody else has to ask where they run.

#[cfg(all(target_arch = "wasm32", any(feature = "page", feature = "tool")))]
mod web;
#[cfg(all(target_arch = "wasm32", any(feature = "page", feature = "tool")))]
pub use web::{card_actions, decoy, guides, lazy_layout, preferences, scheduler, services, views};

// What a WASM exports stays in it, used or not: so neither has the other's.
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
pub use native::{
    card_actions, decoy, guides, lazy_layout, preferences, scheduler, services, views,
};
