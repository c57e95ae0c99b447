//! The views of the page.

mod helplines;
mod island_props;
mod section;
mod start;

pub(super) use island_props::island_props;
pub(super) use section::ViewSection;
pub(super) use start::{EnhancementNotice, StartView};
