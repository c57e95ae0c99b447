//! Warnings and errors of the prerenderer about the age of its facts.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::process::{Command, Output};

use content::freshness::Fact;
use jiff::civil::{Date, date};
use test_support::copy::{SERVICE, SITE};
use test_support::scene::{Scene, day};

fn facts(scene: &Scene) -> Vec<Fact> {
    content::freshness::facts(scene.root(), &["en".into()]).unwrap()
}

/// The output of `prerender` for a copy. It gets no further than the facts: nothing was built.
fn prerender(scene: &Scene, epoch: Option<&str>) -> (Output, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_prerender"));
    command.current_dir(scene.root());
    command
        .env_remove("SOURCE_DATE_EPOCH")
        .env_remove("TRUNK_STAGING_DIR");
    if let Some(epoch) = epoch {
        command.env("SOURCE_DATE_EPOCH", epoch);
    }
    let output = command.output().unwrap();
    let log = String::from_utf8(output.stderr.clone()).unwrap();
    (output, log)
}

/// The first second of a day.
fn seconds(day: Date) -> String {
    let days = day.duration_since(date(1970, 1, 1)).as_hours() / 24;
    (days * 24 * 3600).to_string()
}

#[test]
fn the_builder_names_what_soon_will_be_too_old_and_goes_on() {
    let scene = Scene::new();
    for (today, warns) in [(day(90), false), (day(91), true), (day(180), true)] {
        let (_, log) = prerender(&scene, Some(&seconds(today)));
        let warnings = log.lines().filter(|line| line.starts_with("warning: "));
        let expected = if warns { facts(&scene).len() } else { 0 };
        assert_eq!(warnings.count(), expected, "{log}");
        assert!(!log.contains("nothing older"), "{log}");
        // It went on, and failed at what is not in a copy of the content.
        assert!(log.contains("style/order.txt"), "{log}");
    }
    let line = format!("warning: {SERVICE}:");
    let (_, log) = prerender(&scene, Some(&seconds(date(2026, 11, 22))));
    let reason = "checked 2026-08-01, 113 days before 2026-11-22: ring and ask before it is \
                  published again";
    assert!(
        log.lines()
            .any(|log| log.starts_with(&line) && log.ends_with(reason)),
        "{log}"
    );
}

#[test]
fn the_builder_warns_about_a_copy_without_an_owner() {
    let scene = Scene::new();
    let site = scene.read(SITE);
    let (before_owner, _) = site.rsplit_once("\n[owner]\n").unwrap();
    scene.write(SITE, before_owner);
    let (_, log) = prerender(&scene, Some(&seconds(day(0))));
    let warnings = log.lines().filter(|line| line.starts_with("warning: "));
    let warnings: Vec<&str> = warnings.collect();
    let expected = "warning: site.toml names no [owner], so the page says that it is a copy without a named owner";
    assert_eq!(warnings, [expected], "{log}");
}

#[test]
fn the_builder_stops_at_every_fact_that_is_too_old_in_one_go() {
    let scene = Scene::new();
    let (output, log) = prerender(&scene, Some(&seconds(day(181))));
    assert!(!output.status.success());
    let reasons = log.lines().filter(|line| line.contains("nothing older"));
    assert_eq!(reasons.count(), facts(&scene).len(), "{log}");
    assert!(!log.contains("style/order.txt"), "it went on: {log}");
}

#[test]
fn the_builder_refuses_a_check_that_is_still_to_come() {
    let scene = Scene::new();
    // In the evening of the day before, and the day before that.
    for (today, refused) in [(day(-1), false), (day(-2), true)] {
        let (_, log) = prerender(&scene, Some(&seconds(today)));
        assert_eq!(log.contains("which is after"), refused, "{log}");
    }
}

#[test]
fn without_a_moment_a_build_of_old_files_says_what_it_said_then() {
    let scene = Scene::new();
    scene.check(SERVICE, day(91), day(120));
    for nothing in [None, Some("")] {
        let (_, log) = prerender(&scene, nothing);
        let warnings = log.lines().filter(|line| line.starts_with("warning: "));
        assert_eq!(warnings.count(), facts(&scene).len() - 1, "{log}");
    }
}

#[test]
fn a_moment_that_cannot_be_read_stops_the_build() {
    let scene = Scene::new();
    let (output, log) = prerender(&scene, Some("tomorrow"));
    assert!(!output.status.success());
    assert!(log.starts_with("“tomorrow” is not a moment"), "{log}");
}
