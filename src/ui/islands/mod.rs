//! The parts that run in the browser. What they are told stands in the page, so one WASM serves every
//! language and holds none of its words.

mod choices;
mod directory;
mod ways;

pub use choices::{Choices, ChoicesWords, Question};
pub use directory::{Crisis, Directory, Entry, Finder, Force, Labels};
pub use ways::{Ways, WaysWords};

use leptos::prelude::*;

use crate::platform;

/// What the islands are told, each as plain lines. Where the page is built it is a context; there it is
/// also written into the page (`data-given`), and that is where the browser finds it.
///
/// Properties would be JSON, and whoever reads JSON is a tenth of the app.
#[derive(Debug, Clone, Default)]
pub struct Given {
    /// For [`Ways`]: the lines of [`WaysWords`].
    pub ways: String,
    /// For [`Finder`]: the lines of a [`Directory`].
    pub finder: String,
    /// For [`Choices`]: the lines of [`ChoicesWords`].
    pub choices: String,
}

impl Given {
    /// Each, with the name by which the page marks it.
    #[must_use]
    pub fn all(&self) -> [(&'static str, &str); 3] {
        [
            ("ways", &self.ways),
            ("finder", &self.finder),
            ("choices", &self.choices),
        ]
    }

    /// What the island of this name is told.
    fn to(name: &str) -> String {
        let here = use_context::<Self>().and_then(|given| {
            let mut all = given.all().into_iter();
            let (_, lines) = all.find(|(other, _)| *other == name)?;
            Some(lines.to_owned())
        });
        here.unwrap_or_else(|| platform::views::given(name))
    }
}
