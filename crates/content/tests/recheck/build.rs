//! Warnings and errors of a build about the age of its facts.

use std::collections::BTreeSet;

use content::freshness::{Fact, FactKind, facts};
use jiff::ToSpan;
use jiff::civil::date;

use crate::copy::{GUIDE, HOLIDAYS, SERVICE};
use crate::scene::{CHECKED, NEXT, Recheck as _, Scene, day};

fn all(scene: &Scene) -> Vec<Fact> {
    facts(scene.root(), &["en".into()]).unwrap_or_else(|problems| panic!("\n{problems}"))
}

#[test]
fn everything_that_is_published_with_a_date_is_looked_at() {
    let scene = Scene::new();
    let edition = scene.edition();
    let facts = all(&scene);
    let count = |kind: FactKind| facts.iter().filter(|fact| fact.kind == kind).count();
    assert_eq!(count(FactKind::Service), edition.every_service().count());
    assert_eq!(count(FactKind::Guide), edition.guides.len());
    assert_eq!(
        count(FactKind::BankHolidays),
        edition.bank_holidays.years().count()
    );
    let places: BTreeSet<_> = facts.iter().map(|fact| (&fact.file, fact.line)).collect();
    assert_eq!(places.len(), facts.len(), "a place is named twice");
    for fact in &facts {
        assert_eq!((fact.checked, fact.next_check), (CHECKED, NEXT), "{fact:?}");
        let text = scene.read(&fact.file);
        let line = text.lines().nth(fact.line - 1).unwrap();
        assert_eq!(line, format!("checked = {CHECKED}"), "{}", fact.file);
    }
}

#[test]
fn a_year_of_bank_holidays_has_a_line_of_its_own() {
    let scene = Scene::new();
    let facts = all(&scene);
    let years = facts.iter().filter(|fact| fact.file == HOLIDAYS);
    let lines: Vec<usize> = years.map(|fact| fact.line).collect();
    let text = scene.read(HOLIDAYS);
    let checked = (1..).zip(text.lines());
    let expected: Vec<usize> = checked
        .filter(|(_, line)| line.starts_with("checked = "))
        .map(|(line, _)| line)
        .collect();
    assert_eq!(lines, expected);
    assert_eq!(lines.len(), 2);
}

#[test]
fn a_build_warns_after_day_90_and_fails_after_day_180() {
    let scene = Scene::new();
    let count = all(&scene).len();
    for (after, warnings, failures) in [
        (0, 0, 0),
        (90, 0, 0),
        (91, count, 0),
        (180, count, 0),
        (181, 0, count),
    ] {
        let found = scene.judged(day(after));
        assert_eq!(found.warnings.iter().count(), warnings, "day {after}");
        assert_eq!(found.failures.iter().count(), failures, "day {after}");
    }
}

#[test]
fn each_fact_counts_from_its_own_check() {
    let scene = Scene::new();
    let fresh = day(100);
    for file in [SERVICE, GUIDE] {
        scene.check(file, fresh, fresh + 90.days());
    }
    let found = scene.judged(day(181));
    let count = all(&scene).len();
    assert_eq!(found.failures.iter().count(), count - 2);
    let named = |file: &str| {
        let mut all = found.failures.iter().chain(found.warnings.iter());
        all.any(|problem| problem.file == file)
    };
    assert!(!named(SERVICE) && !named(GUIDE) && named(HOLIDAYS));
}

#[test]
fn a_leap_day_is_counted() {
    for (today, warned) in [(date(2028, 2, 29), false), (date(2028, 3, 1), true)] {
        let scene = Scene::new();
        scene.check(SERVICE, date(2027, 12, 1), date(2028, 12, 1));
        let found = scene.judged(today);
        let mut warnings = found.warnings.iter();
        assert_eq!(warnings.any(|problem| problem.file == SERVICE), warned);
    }
}

#[test]
fn bank_holidays_past_their_next_check_are_warned_about() {
    let scene = Scene::new();
    let text = scene.read(HOLIDAYS);
    let sooner = text.replace(&NEXT.to_string(), "2026-08-15");
    scene.write(HOLIDAYS, &sooner);
    assert!(scene.judged(date(2026, 8, 15)).warnings.is_empty());
    let found = scene.judged(date(2026, 8, 16));
    let warnings: Vec<String> = found.warnings.iter().map(ToString::to_string).collect();
    assert_eq!(warnings.len(), 2, "{warnings:#?}");
    let expected = ": to be checked again by 2026-08-15, and it is 2026-08-16: compare the days with \
                    the published lists";
    for warning in warnings {
        assert!(warning.starts_with(HOLIDAYS) && warning.ends_with(expected));
    }
}

#[test]
fn the_real_facts_may_be_published_on_the_day_of_their_newest_check() {
    let root = test_support::project();
    let site = content::read_site(root).unwrap();
    let facts = facts(root, &site.languages).unwrap();
    let today = content::freshness::build_date(None, &facts).unwrap();
    let found = content::freshness::judge(&facts, today, site.freshness);
    assert!(found.failures.is_empty(), "\n{}", found.failures);
}
