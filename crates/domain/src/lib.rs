//! Pure domain types and rules.
//!
//! This crate does no I/O, never reads the clock, and depends on neither the browser nor Leptos. Every value is
//! parsed once, at the boundary, into a type that has no invalid values.

pub mod address;
pub mod bank_holidays;
pub mod build_date;
pub mod freshness;
pub mod guide;
pub mod locale;
pub mod matching;
pub mod number;
pub mod opening;
pub mod place;
pub mod preferences;
pub mod props;
pub mod search;
pub mod service;
pub mod site;
pub mod storage_keys;
pub mod view;
