//! The user interface that is prerendered to HTML: thin Leptos components. What runs in the browser is in the crate
//! `sidedoor`.

mod app;
pub mod boot;
mod components;
pub mod cover;
pub mod decoys;
pub mod exit;
pub mod keep;
mod views;

pub use app::{App, PageContext};
pub use components::PARSER_YIELD;
