//! Where a service works, and where a person is: countries, and the areas of police forces.
//!
//! The areas are those of the Police Act 1996, schedule 1, and of Scotland and Northern Ireland; each
//! knows the names by which people call its parts. Nobody's position is asked for.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// The United Kingdom or one of its countries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Region {
    /// The whole United Kingdom.
    Uk,
    /// England.
    England,
    /// Wales.
    Wales,
    /// Scotland.
    Scotland,
    /// Northern Ireland.
    NorthernIreland,
}

impl Region {
    /// Every one.
    pub const ALL: [Self; 5] = [
        Self::Uk,
        Self::England,
        Self::Wales,
        Self::Scotland,
        Self::NorthernIreland,
    ];
}

/// The area of one police force (HSDS `service_area`).
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PoliceArea {
    /// The name that content files use, such as `hertfordshire`.
    pub id: String,
    /// The force.
    pub force: String,
    /// What people call the area.
    pub name: String,
    /// The country it lies in. Never the United Kingdom.
    pub region: Region,
    /// Counties, towns and boroughs in it.
    pub places: Vec<String>,
}

/// Where a service works.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Area {
    /// The United Kingdom or a country.
    Region(Region),
    /// The area of a police force.
    Police(Arc<PoliceArea>),
}

impl Area {
    /// The whole United Kingdom.
    pub const UK: Self = Self::Region(Region::Uk);
    /// England.
    pub const ENGLAND: Self = Self::Region(Region::England);
    /// Wales.
    pub const WALES: Self = Self::Region(Region::Wales);
    /// Scotland.
    pub const SCOTLAND: Self = Self::Region(Region::Scotland);
    /// Northern Ireland.
    pub const NORTHERN_IRELAND: Self = Self::Region(Region::NorthernIreland);

    /// The region that it is, or lies in.
    #[must_use]
    pub fn region(&self) -> Region {
        match self {
            Self::Region(region) => *region,
            Self::Police(area) => area.region,
        }
    }
}

/// How a name of a place fits what somebody typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameMatch {
    /// It is the name.
    Whole,
    /// The name, or a word of it, begins like that.
    Beginning,
}

/// Whether a name of a place is what somebody typed, or begins like it. Case, hyphens and apostrophes
/// do not count, and “Saint” is “St”.
#[must_use]
pub fn fit(name: &str, typed: &str) -> Option<NameMatch> {
    let (name, typed) = (folded(name), folded(typed));
    if typed.is_empty() {
        return None;
    }
    if name == typed {
        return Some(NameMatch::Whole);
    }
    let begins = name.starts_with(&typed) || name.contains(&format!(" {typed}"));
    begins.then_some(NameMatch::Beginning)
}

fn folded(text: &str) -> String {
    let mut out = String::new();
    let words = text.split(|c: char| c.is_whitespace() || c == '-');
    for word in words.filter(|word| !word.is_empty()) {
        let word = word.replace(['\'', '’', '.', ','], "").to_ascii_lowercase();
        out.push_str(if out.is_empty() { "" } else { " " });
        out.push_str(match word.as_str() {
            "saint" => "st",
            "&" => "and",
            word => word,
        });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{NameMatch, fit};

    #[test]
    fn a_place_is_found_however_it_is_written() {
        for typed in [
            "St Albans",
            "st albans",
            "Saint Albans",
            " st.  albans ",
            "St-Albans",
        ] {
            assert_eq!(fit("St Albans", typed), Some(NameMatch::Whole), "{typed}");
        }
        assert_eq!(fit("King’s Lynn", "kings lynn"), Some(NameMatch::Whole));
        assert_eq!(
            fit("Devon & Cornwall Police", "devon and cornwall police"),
            Some(NameMatch::Whole)
        );
        assert_eq!(fit("Welwyn Hatfield", "hatf"), Some(NameMatch::Beginning));
        assert_eq!(
            fit("Welwyn Hatfield", "welwyn h"),
            Some(NameMatch::Beginning)
        );
        for other in ["atfield", "Royton", "x", ""] {
            assert_eq!(fit("Welwyn Hatfield", other), None, "{other}");
        }
    }
}
