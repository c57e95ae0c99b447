//! Assurance fields, which services and guides share: sources, and the date of the check.

use jiff::civil::Date;
use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use super::error::{ContentError, ContentErrors};
use super::source::SourceFile;
use domain::service::{Assurance, Confidence, Source};

/// The unvalidated assurance fields.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AssuranceFile {
    checked: Spanned<Datetime>,
    next_check: Spanned<Datetime>,
    confidence: Confidence,
    source: Spanned<Vec<SourceEntry>>,
}

/// A source as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SourceEntry {
    name: Spanned<String>,
    date: Spanned<String>,
}

impl SourceEntry {
    /// Checks the name and the date; `start` is where their TOML begins in the file.
    pub(super) fn check(self, file: &SourceFile, start: usize) -> Result<Source, ContentErrors> {
        let mut problems = ContentErrors::default();
        let (name_at, date_at) = (self.name.span().start, self.date.span().start);
        let source = Source {
            name: self.name.into_inner(),
            date: self.date.into_inner(),
        };
        if source.name.trim().is_empty() {
            problems.push(file.problem_at(start + name_at, "a source needs a name"));
        }
        if !source.has_readable_date() {
            let reason = format!(
                "the date of a source is written like “14 August 2026”, “April 2019”, “about 2022” or “no date”, \
                 not “{}”",
                source.date
            );
            problems.push(file.problem_at(start + date_at, reason));
        }
        problems.into_result(source)
    }
}

impl AssuranceFile {
    /// Returns the byte offset of the date of the last check in the TOML.
    pub(super) fn checked_at(&self) -> usize {
        self.checked.span().start
    }

    /// Validates the fields; `start` is the byte offset of their TOML in the file.
    pub(super) fn check(self, file: &SourceFile, start: usize) -> Result<Assurance, ContentErrors> {
        let mut problems = ContentErrors::default();
        let at = |offset: usize, reason: &str| file.problem_at(start + offset, reason);
        let checked = problems.collect(date(file, start, &self.checked));
        let next_check = problems.collect(date(file, start, &self.next_check));
        if let (Some(checked), Some(next)) = (checked, next_check)
            && next <= checked
        {
            problems.push(at(
                self.next_check.span().start,
                "the next check has to come after the last one",
            ));
        }
        let mut sources = Vec::new();
        if self.source.get_ref().is_empty() {
            problems.push(at(
                self.source.span().start,
                "at least one source is needed",
            ));
        }
        for source in self.source.into_inner() {
            sources.extend(problems.collect(source.check(file, start)));
        }
        match (checked, next_check) {
            (Some(checked), Some(next_check)) if problems.is_empty() => Ok(Assurance {
                checked,
                next_check,
                confidence: self.confidence,
                sources,
            }),
            _ => Err(problems),
        }
    }
}

/// Parses a date; `start` is the byte offset of the TOML in the file.
pub(super) fn date(
    file: &SourceFile,
    start: usize,
    written: &Spanned<Datetime>,
) -> Result<Date, ContentErrors> {
    let problem = || -> ContentError {
        let reason = "a date is written like 2026-11-21, with no time";
        file.problem_at(start + written.span().start, reason)
    };
    let text = written.get_ref().to_string();
    if written.get_ref().time.is_some() {
        return Err(problem().into());
    }
    text.parse().map_err(|_| problem().into())
}
