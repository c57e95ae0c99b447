//! Recheck: a call sheet for the person who phones the services, and applying the answers to the data files.
//!
//! [`call_sheet`] lists the services that are due, in the order of harm if their facts are wrong, with a blank
//! answers file. [`apply_answers`] writes the answers to `content/helplines/`: all of them, or none if one is
//! invalid. [`content::freshness`](crate::freshness) has the limits that a build enforces.

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
