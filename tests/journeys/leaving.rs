//! The exit: it hides at once, it leaves, it leaves no trace, and no fault of ours stops it.
//!
//! `make bench` measures how long a frame takes, and what is on the screen after a press.

mod alone;
mod cover;
mod keys;
mod out_of_sight;
mod press;
mod way_back;
