//! The parts that run in the browser. What they are told stands in the page, so one WASM serves every
//! language and holds none of its words.

mod directory;
mod navigation;
mod settings;

pub use directory::{Crisis, DirectoryProps, Finder, Labels, PoliceAreaRow, ServiceRow};
pub use navigation::{NavLabels, Navigation};
pub use settings::{Question, Settings, SettingsText};

use leptos::prelude::*;

use crate::platform;

/// What the islands are told, each as plain lines. Where the page is built it is a context; there it is
/// also written into the page (`data-given`), and that is where the browser finds it.
///
/// Properties would be JSON, and whoever reads JSON is a tenth of the app.
#[derive(Debug, Clone, Default)]
pub struct IslandProps {
    /// For [`Navigation`]: the lines of [`NavLabels`].
    pub navigation: String,
    /// For [`Finder`]: the lines of a [`DirectoryProps`].
    pub finder: String,
    /// For [`Settings`]: the lines of [`SettingsText`].
    pub settings: String,
}

impl IslandProps {
    /// Each, with the name by which the page marks it.
    #[must_use]
    pub fn all(&self) -> [(&'static str, &str); 3] {
        [
            ("ways", &self.navigation),
            ("finder", &self.finder),
            ("choices", &self.settings),
        ]
    }

    /// What the island of this name is told.
    fn of(name: &str) -> String {
        let here = use_context::<Self>().and_then(|props| {
            let mut all = props.all().into_iter();
            let (_, lines) = all.find(|(other, _)| *other == name)?;
            Some(lines.to_owned())
        });
        here.unwrap_or_else(|| platform::views::island_props(name))
    }
}
