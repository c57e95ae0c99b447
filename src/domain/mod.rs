//! Values and rules, and nothing else.
//!
//! This module does no input or output, never asks the time, and knows neither the browser nor
//! Leptos. Every value is parsed once, at the edge, into a type that cannot be wrong.

pub mod address;
pub mod bank_holidays;
pub mod build_date;
pub mod decoys;
pub mod freshness;
pub mod guide;
pub mod locale;
pub mod matching;
pub mod number;
pub mod opening;
pub mod place;
pub mod preferences;
pub mod search;
pub mod service;
pub mod site;
pub mod storage_keys;
pub mod view;
