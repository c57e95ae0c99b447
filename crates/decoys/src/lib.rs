//! The plain tools that an installed copy looks like: a calculator, a converter of units, a recipe book.
//!
//! They are what they seem to be, and nothing here knows that there is anything else. See `docs/decoys.md`.

pub mod calculator;
pub mod number;
pub mod recipes;
pub mod units;

use serde::{Deserialize, Serialize};

/// A tool, each a page of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Decoy {
    /// Adds, subtracts, multiplies and divides.
    Calculator,
    /// Turns inches into centimetres.
    Converter,
    /// A few dishes whose amounts scale.
    Recipes,
}

impl Decoy {
    /// Every tool, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Calculator, Self::Converter, Self::Recipes];

    /// Its folder beside the page, and what its page says it is. A phone shows it in addresses.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Calculator => "calculator",
            Self::Converter => "converter",
            Self::Recipes => "recipes",
        }
    }

    /// The tool with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tool| tool.name() == name)
    }
}
