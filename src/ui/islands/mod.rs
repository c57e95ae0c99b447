//! The parts that run in the browser. Their words come in as properties, written into the page, so
//! one WASM serves every language and holds none of them.

mod letters_choice;
mod ways;

pub use letters_choice::{LettersChoice, LettersWords};
pub use ways::{Part, Ways};
