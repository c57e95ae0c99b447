//! The call sheet.

use std::fs;

use content::recheck::{Blank, CallSheet, DueFilter, call_sheet, write_blank};
use domain::build_date::BuildDate;
use jiff::civil::{Date, date};

use crate::copy::SERVICE;
use crate::scene::{CHECKED, NEXT, Recheck as _, Scene, day};

fn sheet(scene: &Scene, today: Date, which: DueFilter) -> CallSheet {
    let site = content::read_site(scene.root()).unwrap();
    call_sheet(scene.root(), &site, BuildDate::of(today), which).unwrap()
}

/// The names on a sheet, in their order.
fn ids(sheet: &CallSheet) -> Vec<&str> {
    let lines = sheet.answers.lines();
    lines
        .filter_map(|line| line.strip_prefix("service = \"")?.strip_suffix('"'))
        .collect()
}

/// The entry of one service.
#[track_caller]
fn about<'a>(sheet: &'a CallSheet, name: &str) -> &'a str {
    let mut parts = sheet.text.split("\n------");
    parts
        .find(|part| part.contains(&format!(". {}\n", name.to_uppercase())))
        .unwrap_or_else(|| panic!("{name} is not in\n{}", sheet.text))
}

#[test]
fn a_service_is_due_from_so_many_days_before_its_next_check() {
    let scene = Scene::new();
    let all = scene.edition().every_service().count();
    for (after, expected) in [(0, 0), (75, 0), (76, all), (90, all), (91, all)] {
        let sheet = sheet(&scene, day(after), DueFilter::Within(14));
        assert_eq!(sheet.services, expected, "day {after}");
        let overdue = sheet.text.matches("OVERDUE. ").count();
        assert_eq!(overdue, if after > 90 { all } else { 0 }, "day {after}");
    }
    assert_eq!(sheet(&scene, CHECKED, DueFilter::All).services, all);
    assert_eq!(sheet(&scene, NEXT, DueFilter::Within(0)).services, all);
    assert_eq!(sheet(&scene, day(89), DueFilter::Within(0)).services, 0);
}

#[test]
fn what_a_build_would_warn_about_is_due_whatever_its_file_says() {
    let scene = Scene::new();
    scene.check(SERVICE, CHECKED, date(2027, 8, 1));
    assert!(ids(&sheet(&scene, day(90), DueFilter::Within(0))).contains(&"example"));
    assert!(!ids(&sheet(&scene, day(89), DueFilter::Within(0))).contains(&"example"));
}

#[test]
fn the_most_harmful_come_first_and_the_overdue_first_among_them() {
    let scene = Scene::new();
    let rest = "content/helplines/paladin.toml";
    scene.check(rest, CHECKED, date(2026, 8, 20));
    let sheet = sheet(&scene, date(2026, 8, 21), DueFilter::All);
    let edition = scene.edition();
    let found: Vec<_> = ids(&sheet)
        .into_iter()
        .map(|id| edition.service(id).unwrap())
        .collect();
    let mut groups: Vec<String> = found
        .iter()
        .map(|service| format!("{:?}", service.group))
        .collect();
    groups.dedup();
    assert_eq!(
        groups,
        [
            "Emergency",
            "Stalking",
            "Local",
            "Nations",
            "Police",
            "Support"
        ]
    );
    let stalking: Vec<&str> = found
        .iter()
        .filter(|service| format!("{:?}", service.group) == "Stalking")
        .map(|service| service.id.as_str())
        .collect();
    assert_eq!(stalking.first(), Some(&"paladin"));
    assert_eq!(stalking.get(1), Some(&"national-stalking-helpline"));
    assert!(about(&sheet, "Paladin").contains("OVERDUE. "));
    assert!(!about(&sheet, "National Stalking Helpline").contains("OVERDUE. "));
}

#[test]
fn a_service_is_named_with_what_is_printed_and_what_is_not_settled() {
    let scene = Scene::new();
    scene.swap(
        SERVICE,
        "agreement = \"confirmed\"",
        "agreement = \"disagree\"",
    );
    scene.swap(
        SERVICE,
        "mon = [\"09:00-12:00\", \"13:00-17:00\"]\n",
        "mon = [\"09:00-12:00\", \"13:00-17:00\"]\n\n[hours.newest]\nmon = [\"09:00-20:00\"]\n",
    );
    scene.swap(
        SERVICE,
        "[hours]\n",
        "# The newest adds evenings.\n[hours]\n",
    );
    let sheet = sheet(&scene, NEXT, DueFilter::Within(14));
    let about = about(&sheet, "Example Line");
    for expected in [
        "     call      0808 802 0300\n",
        "     text      85258\n",
        "     email     help@example.org\n",
        "     hours     “Mondays.”\n",
        "     for       “Anyone who tests”\n",
        "     timetable Mon 09:00-12:00, Mon 13:00-17:00, bank holidays: not known\n",
        "     sources   Example Trust (2026)\n",
        "Sources give different hours.",
        "Nobody says what happens on bank holidays.",
        "In the file: “The newest adds evenings.”",
        "Checked 1 August 2026, next check by 30 October 2026.",
        SERVICE,
        "[ ] Is this still the number? ___",
        "[ ] DueFilter days and hours? ___",
        "[ ] Bank holidays, Christmas, New Year? ___",
        "[ ] Who can ring? Who cannot? ___",
        "[ ] Does it show on a bill? ___",
        "[ ] Interpreters? DueFilter languages, BSL? ___",
        "[ ] same   [ ] changed   [ ] no answer   [ ] gone",
    ] {
        assert!(about.contains(expected), "{expected}\n{about}");
    }
    for expected in ["Never pretend", "busy hours", "Never ring or text 999"] {
        assert!(sheet.text.contains(expected), "{expected}");
    }
}

#[test]
fn the_caller_is_never_told_to_ring_999_or_to_text_a_line_to_check_it() {
    let scene = Scene::new();
    let sheet = sheet(&scene, NEXT, DueFilter::All);
    let edition = scene.edition();
    let mut silent = 0;
    for service in &edition.services {
        let about = about(&sheet, &service.name);
        let digits = service.call().map(|number| number.digits().to_owned());
        let short = digits.is_some_and(|digits| digits == "101" || digits == "999");
        if short || format!("{:?}", service.group) == "Emergency" {
            assert!(about.contains("DO NOT RING OR TEXT."), "{}", service.id);
            assert!(
                !about.contains("Is this still the number?"),
                "{}",
                service.id
            );
            silent += 1;
        }
    }
    assert!(silent >= 6, "{silent}");
    assert!(about(&sheet, "Shout").contains("DO NOT TEXT."));
    assert!(about(&sheet, "Herts Sunflower").contains("Open the page"));
}

#[test]
fn no_line_is_wider_than_the_paper_but_an_address() {
    let sheet = sheet(&Scene::new(), NEXT, DueFilter::All);
    for (text, width) in [(&sheet.text, 76), (&sheet.answers, 100)] {
        for line in text.lines() {
            let fits = line.chars().count() <= width;
            assert!(fits || line.contains("https://"), "{line}");
        }
    }
}

#[test]
fn guidance_and_bank_holidays_that_are_due_are_listed_without_a_call() {
    let scene = Scene::new();
    let due = sheet(&scene, NEXT, DueFilter::Within(14)).text;
    for expected in ["[ ] bank holidays of 2026", "“An example” (example.md)"] {
        assert!(due.contains(expected), "{expected}\n{due}");
    }
    let early = sheet(&scene, CHECKED, DueFilter::Within(14)).text;
    assert!(early.contains("None of"), "{early}");
    assert!(!early.contains("ALSO DUE"), "{early}");
}

#[test]
fn answers_that_are_not_filled_in_change_nothing() {
    let scene = Scene::new();
    let before = scene.everything();
    let sheet = sheet(&scene, NEXT, DueFilter::All);
    let taken = scene.take(&sheet.answers, NEXT).unwrap();
    assert_eq!(taken, content::recheck::ApplyReport::default());
    assert_eq!(taken.to_string(), "No answer is filled in.\n");
    assert_eq!(scene.everything(), before);
}

#[test]
fn a_file_that_somebody_has_begun_to_fill_in_is_not_written_over() {
    let scene = Scene::new();
    let blank = sheet(&scene, NEXT, DueFilter::All).answers;
    let path = scene.root().join("target/recheck/answers.toml");
    assert_eq!(write_blank(&path, &blank).unwrap(), Blank::Written);
    assert_eq!(fs::read_to_string(&path).unwrap(), blank);
    // It is not filled in, so a newer one may replace it.
    assert_eq!(write_blank(&path, &blank).unwrap(), Blank::Written);
    for (from, to) in [
        ("result = \"\"", "result = \"same\""),
        ("notes = \"\"", "notes = \"ring on Monday\""),
        ("result = \"\"", "result = "),
    ] {
        let begun = blank.replacen(from, to, 1);
        fs::write(&path, &begun).unwrap();
        assert_eq!(write_blank(&path, &blank).unwrap(), Blank::HasAnswers);
        assert_eq!(fs::read_to_string(&path).unwrap(), begun);
    }
}
