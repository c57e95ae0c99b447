//! Every locked dependency was checked against the advisory database, not too long ago, and none was taken up in its
//! first two weeks. `tests/advisories.toml` is the note of the last check; CONTRIBUTING.md says how to make one.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use domain::build_date::BuildDate;
use jiff::civil::{Date, date};
use serde::Deserialize;
use sha2::{Digest as _, Sha256};
use toml::value::Datetime;

/// How old a version has to be when it is taken up, in days.
const RIPE_DAYS: i64 = 14;

/// The note of the last check.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Note {
    checked: Datetime,
    packages: String,
    database: Database,
    youngest: Youngest,
    finding: Vec<Finding>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Database {
    commit: String,
    date: Datetime,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Youngest {
    package: String,
    published: Datetime,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Finding {
    id: String,
    package: String,
    kind: String,
    reason: String,
}

fn read(path: &str) -> String {
    fs::read_to_string(test_support::project().join(path)).unwrap()
}

fn note() -> Note {
    toml::from_str(&read("tests/advisories.toml")).unwrap()
}

fn day(date: &Datetime) -> Date {
    date.to_string().parse().unwrap()
}

fn days(from: Date, to: Date) -> i64 {
    to.duration_since(from).as_hours() / 24
}

#[derive(Debug, Deserialize)]
struct CargoLock {
    package: Vec<Package>,
}

#[derive(Debug, Deserialize)]
struct Package {
    name: String,
    version: String,
    source: Option<String>,
}

/// The locked packages of other people, name and version.
fn locked() -> BTreeSet<(String, String)> {
    let lock: CargoLock = toml::from_str(&read("Cargo.lock")).unwrap();
    let theirs = lock
        .package
        .into_iter()
        .filter(|package| package.source.is_some());
    theirs
        .map(|package| (package.name, package.version))
        .collect()
}

/// SHA-256 of the names and versions, a line for each.
fn hash(packages: &BTreeSet<(String, String)>) -> String {
    let mut hasher = Sha256::new();
    for (name, version) in packages {
        hasher.update(format!("{name} {version}\n"));
    }
    let mut hex = String::new();
    for byte in hasher.finalize() {
        write!(hex, "{byte:02x}").unwrap();
    }
    hex
}

/// What is wrong with the days of a check. It is as old as its database, and ages like the facts of the page.
fn problem(checked: Date, database: Date, today: Date, most_days: u16) -> Option<String> {
    let age = days(database, today);
    if database > checked {
        Some(format!(
            "the database of {database} is newer than its check on {checked}"
        ))
    } else if days(today, checked) > 1 {
        Some(format!("the check is of {checked}, and it is {today}"))
    } else if age > i64::from(most_days) {
        Some(format!(
            "the database was {age} days old on {today}, at most {most_days}: check again (CONTRIBUTING.md)"
        ))
    } else {
        None
    }
}

#[test]
fn the_packages_that_are_locked_are_the_ones_that_were_checked() {
    let found = hash(&locked());
    assert_eq!(
        note().packages,
        found,
        "Cargo.lock has changed since the check: check again (CONTRIBUTING.md), then write `packages = \"{found}\"`"
    );
}

#[test]
fn the_check_is_no_older_than_a_fact_may_be() {
    let note = note();
    let (checked, database) = (day(&note.checked), day(&note.database.date));
    // As a build does, it reads no clock.
    let today = match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(epoch) if !epoch.is_empty() => BuildDate::at_epoch(&epoch).unwrap().date(),
        _ => checked,
    };
    let site = content::read_site(test_support::project()).unwrap();
    let problem = problem(checked, database, today, site.freshness.fail_after());
    assert_eq!(problem, None);
    let commit = &note.database.commit;
    assert!(commit.len() == 40 && commit.bytes().all(|byte| byte.is_ascii_hexdigit()));
}

#[test]
fn the_last_day_of_a_check_is_still_within_it() {
    let database = date(2026, 8, 21);
    let checked = date(2026, 11, 30);
    let on = |today| problem(checked, database, today, 180);
    assert_eq!(on(checked), None);
    assert_eq!(on(date(2027, 2, 17)), None);
    assert!(on(date(2027, 2, 18)).is_some_and(|line| line.contains("181 days")));
    assert_eq!(
        on(date(2026, 11, 29)),
        None,
        "in some time zones it is tomorrow"
    );
    assert!(on(date(2026, 11, 28)).is_some());
    assert!(problem(database, checked, checked, 180).is_some());
}

#[test]
fn every_finding_is_locked_has_a_reason_and_is_the_one_that_is_let_through() {
    let note = note();
    let locked = locked();
    let deny: toml::Table = read("deny.toml").parse().unwrap();
    let ignored = deny["advisories"]["ignore"].as_array().unwrap().iter();
    let ignored: BTreeMap<&str, &str> = ignored
        .map(|line| {
            (
                line["id"].as_str().unwrap(),
                line["reason"].as_str().unwrap(),
            )
        })
        .collect();
    let mut compiled = BTreeSet::new();
    for finding in &note.finding {
        let (name, version) = finding.package.split_once(' ').unwrap();
        assert!(
            locked.contains(&(name.to_owned(), version.to_owned())),
            "{name}"
        );
        assert!(finding.reason.len() > 30, "{name} has no reason");
        assert!(finding.id.starts_with("RUSTSEC-"), "{}", finding.id);
        match finding.kind.as_str() {
            "unmaintained" => compiled.insert(finding.id.as_str()),
            "unmaintained, never compiled" => continue,
            kind => panic!("{name} is {kind}: it has to be replaced"),
        };
        assert!(
            ignored
                .get(finding.id.as_str())
                .is_some_and(|reason| reason.contains(name))
        );
    }
    assert_eq!(ignored.into_keys().collect::<BTreeSet<_>>(), compiled);
}

/// The folders of the registry's index, as cargo stores it.
fn indexes() -> Vec<PathBuf> {
    let home = std::env::var("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|_| std::env::var("HOME").map(|home| Path::new(&home).join(".cargo")));
    let folders = home.ok().map(|home| home.join("registry/index"));
    let folders = folders.and_then(|index| fs::read_dir(index).ok());
    let folders = folders.into_iter().flatten().flatten();
    folders.map(|folder| folder.path().join(".cache")).collect()
}

/// The day on which a version was published, if the stored index says so.
fn published(index: &Path, name: &str, version: &str) -> Option<Date> {
    let name = name.to_lowercase();
    let folder = match name.len() {
        1 | 2 => name.len().to_string(),
        3 => format!("3/{}", name.get(..1)?),
        _ => format!("{}/{}", name.get(..2)?, name.get(2..4)?),
    };
    // After a head, each version and its line of JSON end with a zero byte.
    let entry = fs::read(index.join(folder).join(&name)).ok()?;
    let mut parts = entry.split(|byte| *byte == 0);
    parts.find(|part| *part == version.as_bytes())?;
    let line: serde_json::Value = serde_json::from_slice(parts.next()?).ok()?;
    line.get("pubtime")?.as_str()?.get(..10)?.parse().ok()
}

#[test]
fn no_version_was_taken_up_in_its_first_two_weeks() {
    let note = note();
    let checked = day(&note.checked);
    let locked = locked();
    let name = |(name, version): &(String, String)| format!("{name} {version}");
    let youngest = &note.youngest;
    assert!(
        locked
            .iter()
            .any(|package| name(package) == youngest.package)
    );
    assert!(days(day(&youngest.published), checked) >= RIPE_DAYS);
    // What the note says is compared with the index, where cargo has stored one.
    let indexes = indexes();
    let mut dates = Vec::new();
    for package in &locked {
        let mut found = indexes
            .iter()
            .filter_map(|index| published(index, &package.0, &package.1));
        dates.extend(found.next().map(|date| (date, name(package))));
    }
    dates.sort();
    for (published, package) in &dates {
        let age = days(*published, checked);
        assert!(
            age >= RIPE_DAYS,
            "{package} was {age} days old on {checked}"
        );
    }
    if dates.len() == locked.len() {
        let last = dates.last().unwrap();
        let noted = (day(&youngest.published), youngest.package.clone());
        assert_eq!(*last, noted, "`[youngest]` of the note");
    }
}
