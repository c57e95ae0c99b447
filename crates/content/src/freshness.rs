//! Age of the facts on the date of a build.
//!
//! A number that has changed costs a person the one call that she could make. So [`judge`] warns about facts whose
//! check is due, and fails the build for old ones. The limits are in `site.toml`. The date is a parameter, so the
//! result is deterministic.

use std::path::Path;

use jiff::civil::Date;
use serde::Deserialize;

use super::error::{ContentError, ContentErrors};
use super::front_matter::AssuranceFile;
use super::guides;
use super::source::SourceFile;
use domain::build_date::{BuildDate, ParseEpochError};
use domain::freshness::FreshnessLimits;
use domain::view::View;

/// A checked fact, and the line with the date of the check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Kind of fact.
    pub kind: FactKind,
    /// The file, relative to the project.
    pub file: String,
    /// The line of `checked`, from 1.
    pub line: usize,
    /// Date of the last check.
    pub checked: Date,
    /// Date by which it has to be checked again.
    pub next_check: Date,
}

/// Kind of a checked fact, which determines how it is rechecked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FactKind {
    /// A service, in `content/helplines/`.
    Service,
    /// The bank holidays of one year.
    BankHolidays,
    /// A guide.
    Guide,
}

impl FactKind {
    const fn to_do(self) -> &'static str {
        match self {
            Self::Service => "ring and ask",
            Self::BankHolidays => "compare the days with the published lists",
            Self::Guide => "read it beside its sources",
        }
    }
}

impl Fact {
    /// Returns the days since the check; negative if the check is in the future.
    #[must_use]
    pub fn age(&self, today: BuildDate) -> i64 {
        today.date().duration_since(self.checked).as_hours() / 24
    }

    /// Returns the maximum age in days. For a service it is the fixed limit, because a number may be reassigned; for
    /// facts from publications it is the next check plus a grace period.
    fn limit(&self, of_a_service: i64, after_next_check: i64) -> i64 {
        match self.kind {
            FactKind::Service => of_a_service,
            FactKind::BankHolidays | FactKind::Guide => {
                let due = self.next_check.duration_since(self.checked).as_hours() / 24;
                due + after_next_check
            }
        }
    }

    fn problem(&self, reason: String) -> ContentError {
        ContentError {
            file: self.file.clone(),
            line: self.line,
            reason,
        }
    }
}

/// Findings of a build about the age of its facts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FactAges {
    /// Facts that are due. The build continues.
    pub warnings: ContentErrors,
    /// Facts that are too old to publish, or have a date in the future. The build fails.
    pub failures: ContentErrors,
}

/// The assurance fields of a file; other parsers read the rest.
#[derive(Debug, Deserialize)]
struct Dated {
    assurance: AssuranceFile,
}

#[derive(Debug, Deserialize)]
struct DatedYears {
    year: Vec<Dated>,
}

/// Collects every fact of the editions in these languages: services, bank holidays, guides.
///
/// # Errors
///
/// Every file that cannot be read or has no valid date of its check.
pub fn facts(root: &Path, languages: &[String]) -> Result<Vec<Fact>, ContentErrors> {
    let mut problems = ContentErrors::default();
    let mut facts = Vec::new();
    let helplines = Path::new("content").join("helplines");
    for file in SourceFile::read_folder(root, &helplines, "toml")? {
        let fact = file
            .toml(&file.text, 0)
            .map_err(ContentErrors::from)
            .and_then(|dated| fact(FactKind::Service, &file, 0, dated));
        facts.extend(problems.collect(fact));
    }
    let holidays = SourceFile::read(root, &Path::new("content").join("bank_holidays.toml"))?;
    let years: DatedYears = holidays.toml(&holidays.text, 0)?;
    for dated in years.year {
        facts.extend(problems.collect(fact(FactKind::BankHolidays, &holidays, 0, dated)));
    }
    for language in languages {
        for view in View::ALL {
            let folder = Path::new("content").join(language).join(view.name());
            if !root.join(&folder).is_dir() {
                continue;
            }
            for file in SourceFile::read_folder(root, &folder, "md")? {
                facts.extend(problems.collect(guide(&file)));
            }
        }
    }
    problems.into_result(facts)
}

fn guide(file: &SourceFile) -> Result<Fact, ContentErrors> {
    let parts = guides::split(file)?;
    let dated = file.toml(parts.front, parts.front_at)?;
    fact(FactKind::Guide, file, parts.front_at, dated)
}

fn fact(
    kind: FactKind,
    file: &SourceFile,
    start: usize,
    dated: Dated,
) -> Result<Fact, ContentErrors> {
    let offset = start + dated.assurance.checked_at();
    let assurance = dated.assurance.check(file, start)?;
    let place = file.problem_at(offset, "");
    Ok(Fact {
        kind,
        file: place.file,
        line: place.line,
        checked: assurance.checked,
        next_check: assurance.next_check,
    })
}

/// Determines the date of a build: from `SOURCE_DATE_EPOCH`, or else the newest check, so that builds of old content
/// are reproducible on any later date.
///
/// # Errors
///
/// [`ParseEpochError`] if the value does not parse.
pub fn build_date(epoch: Option<&str>, facts: &[Fact]) -> Result<BuildDate, ParseEpochError> {
    match epoch {
        Some(epoch) if !epoch.is_empty() => BuildDate::at_epoch(epoch),
        _ => {
            let newest = facts.iter().map(|fact| fact.checked).max();
            Ok(BuildDate::of(newest.unwrap_or(Date::ZERO)))
        }
    }
}

/// Tolerance in days for a check after the build: in some time zones it is tomorrow already.
const CLOCKS_DIFFER: i64 = 1;

/// Sorts the facts into publishable, due and too old.
#[must_use]
pub fn judge(facts: &[Fact], today: BuildDate, limits: FreshnessLimits) -> FactAges {
    let mut found = FactAges::default();
    let (warn_after, fail_after) = (
        i64::from(limits.warn_after()),
        i64::from(limits.fail_after()),
    );
    for fact in facts {
        let (checked, age, to_do) = (fact.checked, fact.age(today), fact.kind.to_do());
        let ago = format!("checked {checked}, {age} days before {today}");
        if age < -CLOCKS_DIFFER {
            let reason = format!("checked {checked}, which is after {today}, the day of the build");
            found.failures.push(fact.problem(reason));
        } else if age > fact.limit(fail_after, fail_after - warn_after) {
            let limit = fact.limit(fail_after, fail_after - warn_after);
            let reason =
                format!("{ago}: nothing older than {limit} days is published, {to_do} first");
            found.failures.push(fact.problem(reason));
        } else if fact.kind == FactKind::Service && age > warn_after {
            let reason = format!("{ago}: {to_do} before it is published again");
            found.warnings.push(fact.problem(reason));
        } else if today.date() > fact.next_check {
            let next = fact.next_check;
            let reason = format!("to be checked again by {next}, and it is {today}: {to_do}");
            found.warnings.push(fact.problem(reason));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use jiff::civil::{Date, date};

    use super::{Fact, FactAges, FactKind, build_date, judge};
    use domain::build_date::BuildDate;
    use domain::freshness::FreshnessLimits;

    fn fact(checked: Date) -> Fact {
        Fact {
            kind: FactKind::Service,
            file: "content/helplines/example.toml".into(),
            line: 7,
            checked,
            next_check: Date::MAX,
        }
    }

    fn on(fact: &Fact, today: Date) -> FactAges {
        let today = BuildDate::of(today);
        judge(
            std::slice::from_ref(fact),
            today,
            FreshnessLimits::default(),
        )
    }

    /// Counts warnings and failures this many days after the check.
    fn after(fact: &Fact, days: i32) -> (usize, usize) {
        let found = on(fact, fact.checked + days.days());
        (found.warnings.iter().count(), found.failures.iter().count())
    }

    #[test]
    fn the_last_day_of_each_limit_is_still_within_it() {
        // The spans cover the end of a year, a leap day or none, and a clock change.
        for checked in [
            date(2026, 11, 22),
            date(2027, 12, 1),
            date(2028, 2, 28),
            date(2028, 2, 29),
            date(2100, 2, 28),
        ] {
            let fact = fact(checked);
            for days in [0, 1, 89, 90] {
                assert_eq!(after(&fact, days), (0, 0), "{days} days after {checked}");
            }
            for days in [91, 179, 180] {
                assert_eq!(after(&fact, days), (1, 0), "{days} days after {checked}");
            }
            for days in [181, 366, 3_000] {
                assert_eq!(after(&fact, days), (0, 1), "{days} days after {checked}");
            }
        }
    }

    #[test]
    fn a_leap_day_is_a_day() {
        let fact = fact(date(2027, 12, 1));
        assert_eq!(fact.age(BuildDate::of(date(2028, 2, 29))), 90);
        assert!(on(&fact, date(2028, 2, 29)).warnings.is_empty());
        assert!(!on(&fact, date(2028, 3, 1)).warnings.is_empty());
    }

    #[test]
    fn a_check_may_be_tomorrow_and_no_later() {
        let fact = fact(date(2026, 11, 22));
        assert_eq!(after(&fact, -1), (0, 0));
        for days in [-2, -400] {
            assert_eq!(after(&fact, days), (0, 1), "{days}");
        }
        let found = on(&fact, date(2026, 11, 20));
        assert_eq!(
            found.failures.to_string(),
            "content/helplines/example.toml:7: checked 2026-11-22, which is after 2026-11-20, the day \
             of the build\n"
        );
    }

    #[test]
    fn a_warning_says_how_old_it_is_and_what_to_do() {
        let mut fact = fact(date(2026, 8, 1));
        let found = on(&fact, date(2026, 11, 22));
        assert_eq!(
            found.warnings.to_string(),
            "content/helplines/example.toml:7: checked 2026-08-01, 113 days before 2026-11-22: ring \
             and ask before it is published again\n"
        );
        fact.kind = FactKind::Guide;
        fact.next_check = date(2026, 10, 30);
        let found = on(&fact, date(2027, 11, 22));
        assert_eq!(
            found.failures.to_string(),
            "content/helplines/example.toml:7: checked 2026-08-01, 478 days before 2027-11-22: \
             nothing older than 180 days is published, read it beside its sources first\n"
        );
    }

    #[test]
    fn what_was_to_be_checked_sooner_is_warned_about_sooner() {
        let mut fact = fact(date(2026, 11, 22));
        fact.kind = FactKind::BankHolidays;
        fact.next_check = date(2026, 12, 1);
        assert_eq!(after(&fact, 9), (0, 0));
        assert_eq!(after(&fact, 10), (1, 0));
        let found = on(&fact, date(2026, 12, 2));
        assert!(
            found
                .warnings
                .to_string()
                .ends_with(": to be checked again by 2026-12-01, and it is 2026-12-02: compare the days with the published lists\n"),
            "{found:?}"
        );
        // Exactly one warning.
        assert_eq!(after(&fact, 99), (1, 0));
        // Ninety days after that it is too old, however soon it had to be checked.
        assert_eq!(after(&fact, 100), (0, 1));
    }

    #[test]
    fn without_a_moment_the_day_is_that_of_the_newest_check() {
        let facts = [fact(date(2026, 11, 22)), fact(date(2026, 8, 1))];
        for nothing in [None, Some("")] {
            let day = build_date(nothing, &facts).map(BuildDate::date);
            assert_eq!(day, Ok(date(2026, 11, 22)));
        }
        let day = build_date(Some("1795392000"), &facts).map(BuildDate::date);
        assert_eq!(day, Ok(date(2026, 11, 23)));
        assert!(build_date(Some("soon"), &facts).is_err());
    }
}
