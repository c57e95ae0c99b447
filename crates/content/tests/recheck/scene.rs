//! What a build and the call sheet make of a [`Scene`].

use std::path::Path;

use content::Edition;
use content::freshness::{FactAges, facts, judge};
use content::recheck::{ApplyError, ApplyReport, apply_answers};
use domain::build_date::BuildDate;
use jiff::civil::Date;

pub(crate) use test_support::scene::{CHECKED, NEXT, Scene, day};

/// The answers.
pub(crate) const ANSWERS: &str = "answers.toml";

/// Rechecks the facts of a copy.
pub(crate) trait Recheck {
    /// The report of a build on a day.
    fn judged(&self, today: Date) -> FactAges;

    /// Applies answers on a day. The file of answers is called `answers.toml`.
    fn take(&self, answers: &str, today: Date) -> Result<ApplyReport, ApplyError>;

    /// The content of the copy.
    fn edition(&self) -> Edition;
}

impl Recheck for Scene {
    fn judged(&self, today: Date) -> FactAges {
        let site = content::read_site(self.root()).unwrap();
        let facts = facts(self.root(), &site.languages).unwrap();
        judge(&facts, BuildDate::of(today), site.freshness)
    }

    fn take(&self, answers: &str, today: Date) -> Result<ApplyReport, ApplyError> {
        self.write(ANSWERS, answers);
        let site = content::read_site(self.root()).unwrap();
        let today = BuildDate::of(today);
        apply_answers(self.root(), &site, Path::new(ANSWERS), today)
    }

    fn edition(&self) -> Edition {
        content::read_edition(self.root(), "en").unwrap_or_else(|problems| panic!("\n{problems}"))
    }
}
