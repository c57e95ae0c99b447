//! Who says so. Terms from HSDS (`assured_date`).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Who says so, and when that was last checked (HSDS `assured_date`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assurance {
    /// The day on which the facts were last compared with their sources.
    pub checked: Date,
    /// The day by which they have to be compared again.
    pub next_check: Date,
    /// How sure the facts are.
    pub confidence: Confidence,
    /// Where they come from.
    pub sources: Vec<Source>,
}

/// How sure a published fact is. What is less sure than this is not published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// The organisation's own page, or two sources of their own, agree.
    Confirmed,
    /// One secondary source.
    Single,
    /// Some of it is common sense that no expert has read yet. No number and no law rests on that.
    Advice,
}

/// Where a fact comes from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Who published it.
    pub name: String,
    /// When, as far as the source says.
    pub date: String,
}
