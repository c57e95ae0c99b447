//! The parts of the page.

mod helplines;
mod part;
mod start;

pub(super) use part::PartView;
pub(super) use start::{StartView, Waiting};
