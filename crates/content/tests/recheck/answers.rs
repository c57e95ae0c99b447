//! Invalid answers. Each is reported with its line and a reason, and nothing is written.

use content::ContentError;
use content::recheck::ApplyError;
use jiff::civil::{Date, date};

use crate::copy::SERVICE;
use crate::scene::{ANSWERS, Recheck as _, Scene};

/// The day of the answers.
const TODAY: Date = date(2026, 11, 22);

/// A valid answer, followed by other fields.
macro_rules! good {
    ($($more:literal),*) => {
        concat!(
            "[[answer]]\nservice = \"example\"\nresult = \"same\"\ndate = 2026-11-22\n",
            "asked = \"Rang the helpline\"\n",
            $($more, "\n"),*
        )
    };
}

/// Answers that are valid but for one thing: what is in the line of the error, and the reason.
const BAD: &[(&str, &str, &str)] = &[
    (
        "[[answer]]\nservice = \"no-one\"\nresult = \"same\"\ndate = 2026-11-22\nasked = \"them\"\n",
        "service = \"no-one\"",
        "there is no service “no-one” in content/helplines/",
    ),
    (
        "[[answer]]\nservice = \"no-one\"\nresult = \"no-answer\"\n",
        "service = \"no-one\"",
        "there is no service “no-one”",
    ),
    (
        "[[answer]]\nservice = \"example\"\nresult = \"yes\"\n",
        "result",
        "“yes” is not a result: they are same, changed, no-answer and gone",
    ),
    (
        "[[answer]]\nservice = \"example\"\nresult = \"\"\ndate = \"2026-11-22\"\nnotes = \"ok\"\n",
        "result",
        "the result is missing, though this is filled in: date, notes",
    ),
    (
        "[[answer]]\nservice = \"example\"\nresult = \"same\"\ndate = 2026-11-23\nasked = \"them\"\n",
        "date",
        "2026-11-23 is still to come: it is 2026-11-22",
    ),
    (
        "[[answer]]\nservice = \"example\"\nresult = \"no-answer\"\ndate = 2026-11-23\n",
        "date",
        "2026-11-23 is still to come",
    ),
    (
        "[[answer]]\nservice = \"example\"\nresult = \"same\"\ndate = 2026-07-31\nasked = \"them\"\n",
        "date",
        "2026-07-31 is before 2026-08-01, the day of the last check",
    ),
    (
        "[[answer]]\nservice = \"example\"\nresult = \"same\"\ndate = \"22 November\"\nasked = \"them\"\n",
        "date",
        "a date is written like 2026-11-22",
    ),
    (
        "[[answer]]\nservice = \"example\"\nresult = \"same\"\ndate = 2026-11-22T10:00:00\nasked = \"a\"\n",
        "date",
        "a date is written like 2026-11-22, with no time",
    ),
    (
        "[[answer]]\nservice = \"example\"\nresult = \"same\"\ndate = \"2027-02-29\"\nasked = \"them\"\n",
        "date",
        "a date is written like",
    ),
    (
        "[[answer]]\nservice = \"example\"\nresult = \"same\"\ndate = \"\"\nasked = \"them\"\n",
        "result",
        "the day on which you asked is missing",
    ),
    (
        "[[answer]]\nservice = \"example\"\nresult = \"same\"\ndate = 2026-11-22\nasked = \" \"\n",
        "result",
        "who was asked?",
    ),
    (
        "[[answer]]\nservice = \"example\"\nresult = \"same\"\ndate = 2026-11-22\nasked = \"a\\nb\"\n",
        "asked",
        "a source is named on one line",
    ),
    (
        good!("confidence = \"sure\""),
        "confidence",
        "“sure” is not how sure it is",
    ),
    (
        good!("confidence = \"advice\""),
        "confidence",
        "“advice” is not how sure it is",
    ),
    (
        good!("number = \"0808 802 0300\""),
        "number",
        "new number, but the result is “same”",
    ),
    (
        good!("[answer.hours]", "kind = \"not-stated\""),
        "[answer.hours]",
        "new hours, but the result is “same”",
    ),
    (
        "[[answer]]\nservice = \"example\"\nresult = \"gone\"\nnumber = \"0808 802 0300\"\n",
        "number",
        "new number, but the result is “gone”",
    ),
    (
        "[[answer]]\nservice = \"example\"\nresult = \"changed\"\ndate = 2026-11-22\nasked = \"them\"\n",
        "result",
        "“changed” needs the new number or the new hours",
    ),
    (
        good!("colour = \"red\""),
        "colour",
        "unknown field `colour`",
    ),
    (
        "[[answer]]\nresult = \"same\"\n",
        "[[answer]]",
        "missing field `service`",
    ),
    ("[[answer]\n", "[[answer]", ""),
];

/// New values that no build would accept.
const IMPOSSIBLE: &[(&str, &str, &str)] = &[
    (
        "number = \"0100 000 0000\"\n",
        "number",
        "example: 0100 000 0000 is not a number that exists in the United Kingdom",
    ),
    (
        "number = \"0900 123 456\"\n",
        "number",
        "numbers that start with 0900",
    ),
    (
        "number = \"ask them\"\n",
        "number",
        "digits and single spaces only",
    ),
    (
        "[answer.hours]\nkind = \"weekly\"\nagreement = \"confirmed\"\n[answer.hours.week]\nmon = [\"9-17\"]\n",
        "[answer.hours]",
        "example: “9-17” is not a time like 09:30-16:00",
    ),
    (
        "[answer.hours]\nkind = \"weekly\"\nagreement = \"confirmed\"\n[answer.hours.week]\nmonday = [\"09:00-17:00\"]\n",
        "[answer.hours]",
        "“monday” is not a day",
    ),
    (
        "[answer.hours]\nkind = \"always\"\nagreement = \"confirmed\"\nbank_holidays = \"closed\"\n",
        "[answer.hours]",
        "is not open always",
    ),
    (
        "[answer.hours]\nkind = \"sometimes\"\n",
        "[answer.hours]",
        "unknown variant `sometimes`",
    ),
    (
        "[answer.hours]\nkind = \"always\"\nagreement = \"confirmed\"\nnight = \"yes\"\n",
        "[answer.hours]",
        "unknown field `night`",
    ),
    (
        "[answer.hours]\nkind = 24\n",
        "[answer.hours]",
        "“kind” in the hours is neither",
    ),
];

#[track_caller]
fn refused(scene: &Scene, answers: &str) -> Vec<ContentError> {
    let before = scene.everything();
    let error = scene.take(answers, TODAY).unwrap_err();
    assert!(
        error.to_string().ends_with("Nothing was written."),
        "{error}"
    );
    assert_eq!(scene.everything(), before, "something was written");
    assert!(
        !scene
            .root()
            .join("target/recheck")
            .read_dir()
            .is_ok_and(|mut d| d.next().is_some())
    );
    match error {
        ApplyError::Bad(problems) => problems.iter().cloned().collect(),
        other => panic!("{other}"),
    }
}

#[track_caller]
fn is_refused_for(scene: &Scene, answers: &str, at: &str, says: &str) {
    let found = refused(scene, answers);
    let [problem] = found.as_slice() else {
        panic!("{answers}\n{found:#?}");
    };
    let line = answers.lines().nth(problem.line - 1).unwrap_or_default();
    assert_eq!(problem.file, ANSWERS, "{answers}");
    assert!(line.starts_with(at), "{answers}\n{problem}");
    assert!(problem.reason.contains(says), "{answers}\n{problem}");
}

#[test]
fn a_bad_answer_is_named_with_its_line_and_nothing_is_written() {
    let scene = Scene::new();
    for (answers, at, says) in BAD {
        is_refused_for(&scene, answers, at, says);
    }
}

#[test]
fn new_values_are_read_as_a_build_reads_them() {
    let scene = Scene::new();
    for (values, at, says) in IMPOSSIBLE {
        let changed = good!().replace("\"same\"", "\"changed\"");
        is_refused_for(&scene, &format!("{changed}{values}"), at, says);
    }
}

#[test]
fn one_bad_answer_keeps_the_good_ones_out() {
    let other = good!()
        .replace("example", "galop")
        .replace("\"same\"", "\"maybe\"");
    let found = refused(&Scene::new(), &format!("{}\n{other}", good!()));
    assert_eq!(found.len(), 1, "{found:#?}");
    let bad = good!()
        .replace("example", "galop")
        .replace("\"same\"", "\"changed\"");
    let bad = format!("{}\n{bad}number = \"0100 000 0000\"\n", good!());
    let found = refused(&Scene::new(), &bad);
    assert!(found[0].reason.starts_with("galop: "), "{found:#?}");
    assert_eq!(found.len(), 1, "{found:#?}");
}

#[test]
fn every_fault_is_named_in_one_go() {
    let answers: Vec<&str> = BAD.iter().take(6).map(|(answers, ..)| *answers).collect();
    let found = refused(&Scene::new(), &answers.join("\n"));
    assert_eq!(found.len(), 6, "{found:#?}");
    assert!(found.is_sorted_by_key(|problem| problem.line));
}

#[test]
fn a_service_is_answered_once() {
    let found = refused(&Scene::new(), &format!("{}\n{}", good!(), good!()));
    let [problem] = found.as_slice() else {
        panic!("{found:#?}");
    };
    assert_eq!(problem.line, 8);
    assert_eq!(problem.reason, "“example” is answered in line 2 already");
}

#[test]
fn a_number_is_only_written_where_there_is_one() {
    let changed = good!("number = \"0800 1111\"").replace("\"same\"", "\"changed\"");
    let scene = Scene::new();
    scene.swap(SERVICE, "  { call = \"0808 802 0300\" },\n", "");
    // Nor is there anything to say about its bill.
    let bill = "bill = { should-not-show = { name = \"Example Leaflet\", date = \"2026\" } }\n";
    scene.swap(SERVICE, bill, "");
    let found = refused(&scene, &changed);
    assert!(
        found[0].reason.contains("it publishes no number to call"),
        "{found:#?}"
    );
    assert_eq!(found[0].line, 6);
    let scene = Scene::new();
    let call = "  { call = \"0808 802 0300\" },\n";
    scene.swap(SERVICE, call, &call.repeat(2));
    let found = refused(&scene, &changed);
    assert!(
        found[0].reason.contains("it publishes several numbers"),
        "{found:#?}"
    );
}

#[test]
fn content_that_is_bad_already_is_named_as_it_is() {
    let scene = Scene::new();
    scene.swap(SERVICE, "group = \"support\"", "group = \"nowhere\"");
    let found = refused(&scene, good!());
    assert_eq!(found[0].file, SERVICE, "{found:#?}");
}

#[test]
fn lines_that_end_in_two_ways_are_left_alone() {
    let scene = Scene::new();
    let text = scene.read(SERVICE);
    scene.write(SERVICE, &text.replacen('\n', "\r\n", 3));
    let found = refused(&scene, good!());
    assert!(found[0].reason.contains("end in two ways"), "{found:#?}");
}

#[test]
fn a_file_of_answers_that_is_not_there_is_named() {
    let scene = Scene::new();
    let site = content::read_site(scene.root()).unwrap();
    let today = domain::build_date::BuildDate::of(TODAY);
    let path = std::path::Path::new("nowhere.toml");
    let error = content::recheck::apply_answers(scene.root(), &site, path, today).unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("nowhere.toml:1: the file cannot be read"),
        "{error}"
    );
}
