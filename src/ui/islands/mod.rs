//! The parts that run in the browser. Their words come in as properties, written into the page, so
//! one WASM serves every language and holds none of them.

mod choices;
mod ways;

pub use choices::{Choices, ChoicesWords, Question};
pub use ways::{Part, Ways};
