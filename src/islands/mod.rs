//! The islands, which hydrate in the browser. Their props are in the page, so one WASM serves every language and
//! contains no text.

mod directory;
mod navigation;
mod settings;

pub use directory::{Crisis, DirectoryProps, Finder, Labels, PoliceAreaRow, ServiceRow};
pub use navigation::{NavLabels, Navigation};
pub use settings::{Question, Settings, SettingsText};

use leptos::prelude::*;

/// Props of the islands, each as plain lines. On the host they are a context and are written into the page
/// (`data-props`), where the browser reads them.
///
/// Leptos would serialise island props as JSON, and a JSON parser is a tenth of the app's size.
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
    /// Returns the props of every island with the island's name in the page.
    #[must_use]
    pub fn all(&self) -> [(&'static str, &str); 3] {
        [
            ("nav", &self.navigation),
            ("finder", &self.finder),
            ("settings", &self.settings),
        ]
    }

    /// Returns the props of the island of this name.
    fn of(name: &str) -> String {
        let here = use_context::<Self>().and_then(|props| {
            let mut all = props.all().into_iter();
            let (_, lines) = all.find(|(other, _)| *other == name)?;
            Some(lines.to_owned())
        });
        here.unwrap_or_else(|| browser::views::island_props(name))
    }
}
