//! What is shown, as thin Leptos components.
//!
//! Only `islands` runs in the browser. Everything else is rendered once, when the page is built,
//! and reaches a reader as HTML; it is not even compiled for the browser, so its words cannot be in
//! the WASM.

pub mod islands;

#[cfg(not(target_arch = "wasm32"))]
mod app;
#[cfg(not(target_arch = "wasm32"))]
pub mod boot;
#[cfg(not(target_arch = "wasm32"))]
mod components;
#[cfg(not(target_arch = "wasm32"))]
pub mod cover;
#[cfg(not(target_arch = "wasm32"))]
pub mod decoys;
#[cfg(not(target_arch = "wasm32"))]
pub mod exit;
#[cfg(not(target_arch = "wasm32"))]
pub mod keep;
#[cfg(not(target_arch = "wasm32"))]
mod views;

#[cfg(not(target_arch = "wasm32"))]
pub use app::{App, PageContext};

/// Makes Leptos ready for the islands. On the machine that builds the page there is nothing to do.
pub fn hydrate() {
    #[cfg(target_arch = "wasm32")]
    leptos::mount::hydrate_islands();
}
