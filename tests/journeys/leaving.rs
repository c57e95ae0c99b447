//! The exit: it hides at once, it leaves, it leaves nothing behind, and nothing of ours stops it.
//!
//! What a frame costs in time, and what a finger sees from outside, `make bench` measures.

mod alone;
mod cover;
mod keys;
mod out_of_sight;
mod press;
mod way_back;
