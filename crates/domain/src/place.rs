//! Places: countries and police areas, for services and people.
//!
//! The areas are those of the Police Act 1996, schedule 1, and of Scotland and Northern Ireland; each has the names
//! of its places. There is no geolocation.

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
    /// Every region.
    pub const ALL: [Self; 5] = [
        Self::Uk,
        Self::England,
        Self::Wales,
        Self::Scotland,
        Self::NorthernIreland,
    ];
}

/// A police area (HSDS `service_area`).
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PoliceArea {
    /// Id in content files, such as `hertfordshire`.
    pub id: String,
    /// Name of the force.
    pub force: String,
    /// Common name of the area.
    pub name: String,
    /// Country. Never the United Kingdom.
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

    /// Returns the region that it is or is part of.
    #[must_use]
    pub fn region(&self) -> Region {
        match self {
            Self::Region(region) => *region,
            Self::Police(area) => area.region,
        }
    }
}

/// How the name of a place matches the input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameMatch {
    /// The input is the whole name.
    Whole,
    /// The input is a prefix of the name or of a word in it.
    Beginning,
}

/// Matches the name of a place against the input.
///
/// ```
/// use domain::place::{NameMatch, fit};
///
/// assert_eq!(fit("St Albans", "saint albans"), Some(NameMatch::Whole));
/// assert_eq!(fit("Welwyn Hatfield", "hat"), Some(NameMatch::Beginning));
/// assert_eq!(fit("Stevenage", "leeds"), None);
/// ```
///
/// Ignores case, hyphens and apostrophes, and treats “Saint” as
/// “St”.
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
