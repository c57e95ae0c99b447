//! Valid answers: what is written, and what is left for a person.

use content::recheck::ApplyReport;
use domain::service::{Agreement, Confidence, Hours, OnBankHolidays, Service, Source};
use jiff::civil::{Date, date};

use crate::copy::SERVICE;
use crate::scene::{Recheck as _, Scene, day};

const TODAY: Date = date(2026, 11, 22);
const SAME: &str = "[[answer]]\nservice = \"example\"\nresult = \"same\"\ndate = 2026-11-22\n\
                    asked = \"Rang the helpline\"\n";
const WEEK: &str = "[answer.hours]\nkind = \"weekly\"\nagreement = \"confirmed\"\n\
                    bank_holidays = \"closed\"\n[answer.hours.week]\nsat = [\"10:00-12:00\"]\n\
                    mon = [\"09:00-12:00\", \"13:00-20:00\"]\n";

#[track_caller]
fn take(scene: &Scene, answers: &str) -> ApplyReport {
    scene
        .take(answers, TODAY)
        .unwrap_or_else(|error| panic!("{answers}\n{error}"))
}

fn example(scene: &Scene) -> Service {
    scene.edition().service("example").unwrap().clone()
}

fn changed(values: &str) -> String {
    format!("{}{values}", SAME.replace("\"same\"", "\"changed\""))
}

#[test]
fn the_same_is_a_new_check_with_a_new_source() {
    let scene = Scene::new();
    let before = example(&scene);
    let taken = take(&scene, SAME);
    assert_eq!(taken.written, [std::path::Path::new(SERVICE)]);
    let after = example(&scene);
    assert_eq!(after.assurance.checked, TODAY);
    assert_eq!(after.assurance.next_check, date(2027, 2, 20));
    let mut sources = before.assurance.sources.clone();
    sources.push(Source {
        name: "Rang the helpline".into(),
        date: "22 November 2026".into(),
    });
    assert_eq!(after.assurance.sources, sources);
    assert_eq!(after.assurance.confidence, before.assurance.confidence);
    assert_eq!(after.hours, before.hours);
    assert_eq!(after.contacts, before.contacts);
    // No warning about it is left.
    let named = |found: &content::ContentErrors| found.iter().any(|p| p.file == SERVICE);
    let found = scene.judged(date(2027, 2, 20));
    assert!(!named(&found.warnings) && !named(&found.failures));
    let found = scene.judged(date(2027, 2, 21));
    assert!(named(&found.warnings) && !named(&found.failures));
}

#[test]
fn the_next_check_is_after_the_charity_s_own_limit() {
    let scene = Scene::new();
    scene.swap("site.toml", "warn_after_days = 90", "warn_after_days = 30");
    let answer = SAME.replace("2026-11-22", "2028-01-30");
    scene.take(&answer, date(2028, 2, 1)).unwrap();
    // Over the leap day.
    let next = example(&scene).assurance.next_check;
    assert_eq!(next, date(2028, 2, 29));
}

#[test]
fn a_date_may_stand_in_quotes_and_be_the_day_of_the_last_check() {
    let scene = Scene::new();
    let answer = SAME.replace("2026-11-22", "\"2026-08-01\"");
    take(&scene, &answer);
    let assurance = example(&scene).assurance;
    assert_eq!(assurance.checked, day(0));
    assert_eq!(assurance.sources.last().unwrap().date, "1 August 2026");
}

#[test]
fn how_sure_it_is_changes_only_if_the_answer_says_so() {
    for (line, expected) in [
        ("", Confidence::Confirmed),
        ("confidence = \"\"\n", Confidence::Confirmed),
        ("confidence = \"single\"\n", Confidence::Single),
        ("confidence = \"confirmed\"\n", Confidence::Confirmed),
    ] {
        let scene = Scene::new();
        take(&scene, &format!("{SAME}{line}"));
        assert_eq!(example(&scene).assurance.confidence, expected, "{line}");
    }
}

#[test]
fn a_new_number_is_written_and_the_old_one_is_looked_for_everywhere() {
    let scene = Scene::new();
    scene.swap(SERVICE, "0808 802 0300", "0808 2000 247");
    scene.swap(
        SERVICE,
        "\"Something to know.\"",
        "\"Or dial 08082000247.\"",
    );
    let taken = take(&scene, &changed("number = \"0808 801 0327\"\n"));
    assert_eq!(example(&scene).call().unwrap().written(), "0808 801 0327");
    let report = taken.to_string();
    let text = scene.read(SERVICE);
    let line = 1 + text
        .lines()
        .position(|line| line.contains("Or dial"))
        .unwrap();
    for place in [
        format!("{SERVICE}:{line}: the old number 0808 2000 247 is still here"),
        "content/helplines/england-domestic-abuse.toml:".into(),
    ] {
        assert!(report.contains(&place), "{place}\n{report}");
    }
}

#[test]
fn the_same_number_in_other_groups_of_digits_is_no_old_number() {
    let scene = Scene::new();
    let taken = take(&scene, &changed("number = \"08 08 80 20 300\"\n"));
    assert_eq!(example(&scene).call().unwrap().written(), "08 08 80 20 300");
    assert!(!taken.to_string().contains("old number"), "{taken}");
}

#[test]
fn new_hours_take_the_place_of_the_old_ones() {
    let scene = Scene::new();
    let taken = take(&scene, &changed(WEEK));
    let Hours::Weekly {
        periods,
        agreement,
        bank_holidays,
        ..
    } = example(&scene).hours
    else {
        panic!("not weekly");
    };
    assert_eq!(agreement, Agreement::Confirmed);
    assert_eq!(bank_holidays, OnBankHolidays::Closed);
    let times: Vec<String> = periods
        .iter()
        .map(|period| format!("{:?} {}-{}", period.day, period.opens, period.closes))
        .collect();
    assert_eq!(
        times,
        [
            "Monday 09:00-12:00",
            "Monday 13:00-20:00",
            "Saturday 10:00-12:00"
        ]
    );
    assert!(
        taken
            .to_string()
            .contains("the hours are new. Its words about hours")
    );
}

#[test]
fn hours_change_from_every_kind_to_every_kind() {
    let kinds = [
        WEEK,
        "[answer.hours]\nkind = \"always\"\nagreement = \"single\"\nbank_holidays = \"open\"\n",
        "[answer.hours]\nkind = \"not-stated\"\n",
    ];
    let alone = kinds.map(|to| {
        let scene = Scene::new();
        take(&scene, &changed(to));
        example(&scene).hours
    });
    for from in kinds {
        let scene = Scene::new();
        for (to, alone) in kinds.iter().zip(&alone) {
            take(&scene, &changed(from));
            take(&scene, &changed(to));
            assert_eq!(&example(&scene).hours, alone, "{from}{to}");
        }
    }
}

#[test]
fn answers_that_were_taken_back_before_change_nothing() {
    for answers in [
        SAME.to_owned(),
        format!("{SAME}confidence = \"single\"\n"),
        changed(&format!("number = \"0808 2000 247\"\n{WEEK}")),
    ] {
        let scene = Scene::new();
        take(&scene, &answers);
        let once = scene.everything();
        let taken = take(&scene, &answers);
        assert_eq!(scene.everything(), once, "{answers}");
        assert!(taken.written.is_empty());
        assert_eq!(taken.unchanged, ["example"]);
    }
}

#[test]
fn several_answers_are_taken_back_together() {
    let scene = Scene::new();
    let galop = SAME.replace("example", "galop");
    let taken = take(&scene, &format!("{SAME}\n{galop}"));
    assert_eq!(taken.written.len(), 2);
    let edition = scene.edition();
    for id in ["example", "galop"] {
        assert_eq!(edition.service(id).unwrap().assurance.checked, TODAY);
    }
    assert!(taken.to_string().contains("start.checked"), "{taken}");
}

#[test]
fn without_an_answer_nothing_changes() {
    let scene = Scene::new();
    let before = scene.everything();
    let answers =
        "[[answer]]\nservice = \"example\"\nresult = \"no-answer\"\nnotes = \"try Monday\"\n";
    let taken = take(&scene, answers);
    assert_eq!(scene.everything(), before);
    assert_eq!(taken.no_answer, ["example"]);
    let report = taken.to_string();
    assert!(report.contains("ring again:\n  example\n"), "{report}");
    assert!(
        report.contains("example: you noted “try Monday”"),
        "{report}"
    );
}

#[test]
fn what_is_gone_is_left_for_a_person() {
    let scene = Scene::new();
    let before = scene.everything();
    let answers = "[[answer]]\nservice = \"example\"\nresult = \"gone\"\n";
    let taken = take(&scene, answers);
    assert_eq!(scene.everything(), before);
    assert_eq!(taken.gone, ["example"]);
    let report = taken.to_string();
    assert!(
        report.contains(&format!("{SERVICE}: THE PAGE STILL NAMES")),
        "{report}"
    );
    // It ages further, until a build stops at it.
    assert!(!scene.judged(day(181)).failures.is_empty());
}

#[test]
fn the_command_says_by_its_end_whether_a_page_names_what_is_gone() {
    for (result, succeeds) in [("gone", false), ("no-answer", true)] {
        let scene = Scene::new();
        let answers = format!("[[answer]]\nservice = \"example\"\nresult = \"{result}\"\n");
        scene.write("answers.toml", &answers);
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_recheck"))
            .current_dir(scene.root())
            .env("SOURCE_DATE_EPOCH", "1795305600")
            .args(["--answers", "answers.toml"])
            .output()
            .unwrap();
        assert_eq!(output.status.success(), succeeds, "{output:?}");
    }
}
