//! The parts that run in the browser. Their words come in as properties, written into the page, so
//! one WASM serves every language and holds none of them.

mod choices;
mod directory;
mod ways;

pub use choices::{Choices, ChoicesWords, Question};
pub use directory::{Directory, Entry, Finder, Force, Labels};
pub use ways::{Part, Ways};
