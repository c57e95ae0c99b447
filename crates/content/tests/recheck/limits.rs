//! The limits that a charity chooses.

use domain::freshness::FreshnessLimits;

use crate::copy::SITE;
use crate::scene::{Recheck as _, Scene, day};

/// A copy whose `site.toml` ends with another table of limits, or with none.
fn with(table: &str) -> Scene {
    let scene = Scene::new();
    let site = scene.read(SITE);
    let (before, _) = site.split_once("[freshness]").unwrap();
    scene.write(SITE, &format!("{before}{table}"));
    scene
}

#[test]
fn limits_that_are_not_written_are_90_and_180_days() {
    for table in [
        "",
        "[freshness]\n",
        "[freshness]\nwarn_after_days = 90\n",
        "[freshness]\nfail_after_days = 180\n",
    ] {
        let site = content::read_site(with(table).root()).unwrap();
        assert_eq!(site.freshness, FreshnessLimits::default(), "{table}");
        assert_eq!(site.freshness.warn_after(), 90);
        assert_eq!(site.freshness.fail_after(), 180);
    }
}

#[test]
fn a_charity_s_own_limits_count() {
    let scene = with("[freshness]\nwarn_after_days = 7\nfail_after_days = 8\n");
    for (after, warns, fails) in [(7, false, false), (8, true, false), (9, false, true)] {
        let found = scene.judged(day(after));
        assert_eq!(!found.warnings.is_empty(), warns, "day {after}");
        assert_eq!(!found.failures.is_empty(), fails, "day {after}");
    }
}

#[test]
fn limits_that_make_no_sense_are_refused_with_their_line() {
    for (table, at, says) in [
        ("warn_after_days = 0", "warn", "0 days: a limit is between"),
        ("warn_after_days = -1", "warn", "between 1 and 366 days"),
        ("fail_after_days = 367", "fail", "between 1 and 366 days"),
        ("warn_after_days = \"90\"", "warn", "expected"),
        ("fail_after_days = 89", "fail", "would fail before it warns"),
        (
            "warn_after_days = 181",
            "warn",
            "would fail before it warns",
        ),
        (
            "warn_after_days = 31\nfail_after_days = 30",
            "fail",
            "warns after 31 days and fails after 30",
        ),
        ("warn_after = 90", "warn", "unknown field `warn_after`"),
    ] {
        let scene = with(&format!("[freshness]\n{table}\n"));
        let problems = content::read_site(scene.root()).unwrap_err();
        let found: Vec<_> = problems.iter().collect();
        let [problem] = found.as_slice() else {
            panic!("{table}: {problems}");
        };
        let text = scene.read(SITE);
        let line = text.lines().nth(problem.line - 1).unwrap();
        assert!(line.starts_with(at), "{table}: {problem}");
        assert!(problem.reason.contains(says), "{table}: {problem}");
    }
}

#[test]
fn both_limits_are_looked_at_in_one_go() {
    let scene = with("[freshness]\nwarn_after_days = 0\nfail_after_days = 0\n");
    let problems = content::read_site(scene.root()).unwrap_err();
    assert_eq!(problems.iter().count(), 2, "{problems}");
}
