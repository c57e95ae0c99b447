//! The user interface: thin Leptos components.
//!
//! Only `islands` runs in the browser. Everything else is prerendered to HTML at build time and is not compiled
//! for the browser, so its text cannot be in the WASM.

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

/// Starts hydration of the islands. A no-op on the host.
pub fn hydrate() {
    #[cfg(target_arch = "wasm32")]
    leptos::mount::hydrate_islands();
}
