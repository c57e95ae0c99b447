//! Asking again: a sheet for the person who rings round, and the way of the answers into the data files.
//!
//! [`call_sheet`] says who has to be asked, in the order of the harm if it were wrong, and brings a file
//! of answers to fill in. [`apply_answers`] writes the answers into `content/helplines/`: all of them, or
//! none if one is bad. What a build says about the age of facts is in
//! [`content::freshness`](crate::content::freshness).

mod answers;
mod apply_answers;
mod blank;
mod data_file;
mod dry_run;
mod due;
mod sheet;
mod text_layout;

pub use apply_answers::{ApplyError, ApplyReport, apply_answers};
pub use blank::{Blank, write_blank};
pub use due::DueFilter;
pub use sheet::{CallSheet, call_sheet};
