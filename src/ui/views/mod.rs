//! The parts of the page.

mod given;
mod helplines;
mod part;
mod start;

pub(super) use given::given;
pub(super) use part::PartView;
pub(super) use start::{StartView, Waiting};
