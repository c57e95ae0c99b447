//! Round trip: what no answer changes stays equal byte for byte.

use jiff::civil::date;

use crate::copy::SERVICE;
use crate::scene::{Recheck as _, Scene};

const ANSWER: &str = "[[answer]]\nservice = \"example\"\nresult = \"RESULT\"\ndate = 2026-11-22\n\
                      asked = \"Rang the helpline\"\n";

/// A file as people write it.
const WRITTEN: &str = r#"# At the head.
id   = 'example'   # Beside the id.
name = "Example  Line"
run_by = "Example Trust"
group = "support"
order = 900
areas = ["uk",   "wales"]


# Above the contacts.
contact = [
  # Above the number.
  { call = "0808 802 0300" }, # Beside the number.
    { text = "85258" },
]

# Above the hours.
[hours] # Beside the hours.
kind = "weekly" # Beside the kind.
agreement = "single"
# Above the bank holidays.
bank_holidays = "unknown"

# Above the week.
[hours.week]
tue = ["09:00-12:00",
       "13:00-17:00"]
# Above Friday.
fri=["10:00-11:00"]

[assurance]   # Beside the assurance.
checked   =   2026-08-01   # Beside the check.
# Above the next check.
next_check = 2026-10-30
confidence = "single"
source = [
  # Above a source.
  { name = "Example Trust",   date = "2026" }, # Beside a source.
  # Below the sources.
]

[words.en] # Beside the words.
for_whom = "Anyone who tests"
hours = "In the week."
	notes = ["""A tab before,
and a line within."""]
# At the end, without a line after it."#;

/// The lines that an answer replaces, and those that come instead.
fn with(text: &str, edits: &[(&str, &str)]) -> String {
    edits.iter().fold(text.to_owned(), |text, (from, to)| {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        text.replace(from, to)
    })
}

const CHECKED: (&str, &str) = (
    "checked   =   2026-08-01   # Beside",
    "checked   =   2026-11-22   # Beside",
);
const NEXT: (&str, &str) = ("next_check = 2026-10-30", "next_check = 2027-02-20");
const SOURCE: (&str, &str) = (
    "  # Below the sources.\n]",
    "  # Below the sources.\n  { name = \"Rang the helpline\", date = \"22 November 2026\" },\n]",
);

#[track_caller]
fn taken(text: &str, result: &str, values: &str) -> String {
    let scene = Scene::new();
    scene.write(SERVICE, text);
    let before = scene.everything();
    let answer = format!("{}{values}", ANSWER.replace("RESULT", result));
    scene
        .take(&answer, date(2026, 11, 22))
        .unwrap_or_else(|error| panic!("{error}"));
    let mut after = scene.everything();
    let path = scene.root().join(SERVICE);
    let example = after.remove(&path).unwrap();
    assert!(
        before.keys().eq(after
            .keys()
            .chain([&path])
            .collect::<std::collections::BTreeSet<_>>())
    );
    assert!(
        after
            .iter()
            .all(|(path, bytes)| before.get(path) == Some(bytes))
    );
    String::from_utf8(example).unwrap()
}

#[test]
fn the_same_changes_two_dates_and_adds_a_source() {
    let expected = with(WRITTEN, &[CHECKED, NEXT, SOURCE]);
    assert_eq!(taken(WRITTEN, "same", ""), expected);
}

#[test]
fn lines_that_end_as_they_do_on_windows_go_on_to() {
    let windows = WRITTEN.replace('\n', "\r\n");
    let expected = with(WRITTEN, &[CHECKED, NEXT, SOURCE]).replace('\n', "\r\n");
    assert_eq!(taken(&windows, "same", ""), expected);
}

#[test]
fn a_new_number_changes_its_digits_alone() {
    let number = ("0808 802 0300", "0808 2000 247");
    let expected = with(WRITTEN, &[CHECKED, NEXT, SOURCE, number]);
    let found = taken(WRITTEN, "changed", "number = \"0808 2000 247\"\n");
    assert_eq!(found, expected);
}

#[test]
fn new_hours_leave_the_days_and_comments_that_stay() {
    let hours = "[answer.hours]\nkind = \"weekly\"\nagreement = \"confirmed\"\n\
                 bank_holidays = \"closed\"\n[answer.hours.week]\n\
                 tue = [\"09:00-12:00\", \"13:00-17:00\"]\nfri = [\"10:00-16:00\"]\n";
    let expected = with(
        WRITTEN,
        &[
            CHECKED,
            NEXT,
            SOURCE,
            ("agreement = \"single\"", "agreement = \"confirmed\""),
            ("bank_holidays = \"unknown\"", "bank_holidays = \"closed\""),
            ("fri=[\"10:00-11:00\"]", "fri=[\"10:00-16:00\"]"),
        ],
    );
    assert_eq!(taken(WRITTEN, "changed", hours), expected);
}

#[test]
fn hours_that_are_settled_take_away_those_that_were_disputed() {
    const NEWEST: &str = "fri=[\"10:00-11:00\"]\n\n[hours.newest]\ntue = [\"09:00-17:00\"]\n\
                          fri = [\"10:00-11:00\"]\n";
    let disputed = with(
        WRITTEN,
        &[
            ("agreement = \"single\"", "agreement = \"disagree\""),
            ("fri=[\"10:00-11:00\"]\n", NEWEST),
        ],
    );
    let hours = "[answer.hours]\nkind = \"weekly\"\nagreement = \"confirmed\"\n\
                 bank_holidays = \"unknown\"\n[answer.hours.week]\n\
                 tue = [\"09:00-12:00\", \"13:00-17:00\"]\nfri = [\"10:00-11:00\"]\n";
    let found = taken(&disputed, "changed", hours);
    assert!(!found.contains("newest"), "{found}");
    assert!(found.contains("agreement = \"confirmed\""), "{found}");
}

#[test]
fn a_new_day_is_in_its_place_in_the_week() {
    let hours = "[answer.hours]\nkind = \"weekly\"\nagreement = \"single\"\n\
                 bank_holidays = \"unknown\"\n[answer.hours.week]\nmon = [\"09:00-10:00\"]\n\
                 tue = [\"09:00-12:00\", \"13:00-17:00\"]\nfri = [\"10:00-11:00\"]\n";
    let found = taken(WRITTEN, "changed", hours);
    let added = ("[hours.week]\n", "[hours.week]\nmon = [\"09:00-10:00\"]\n");
    assert_eq!(found, with(WRITTEN, &[CHECKED, NEXT, SOURCE, added]));
}

#[test]
fn sources_may_be_written_in_every_way() {
    let new = "{ name = \"Rang the helpline\", date = \"22 November 2026\" }";
    let list = "source = [\n  # Above a source.\n  { name = \"Example Trust\",   date = \"2026\" }, \
                # Beside a source.\n  # Below the sources.\n]";
    let one = "{ name = \"Trust\", date = \"2026\" }";
    for (written, expected) in [
        (
            format!("source = [{one}]"),
            format!("source = [{one}, {new}]"),
        ),
        (
            format!("source = [ {one}, ]"),
            format!("source = [ {one}, {new}, ]"),
        ),
        (
            format!("source = [\n  {one}\n]"),
            format!("source = [\n  {one},\n  {new}\n]"),
        ),
        (
            format!("source = [\n    {one} # Beside.\n]"),
            format!("source = [\n    {one}, # Beside.\n    {new}\n]"),
        ),
        (
            "[[assurance.source]]\nname = \"Trust\"\ndate = \"2026\"".to_owned(),
            "[[assurance.source]]\nname = \"Trust\"\ndate = \"2026\"\n\n[[assurance.source]]\n\
             name = \"Rang the helpline\"\ndate = \"22 November 2026\""
                .to_owned(),
        ),
    ] {
        let text = with(WRITTEN, &[(list, written.as_str())]);
        let expected = with(
            &text,
            &[CHECKED, NEXT, (written.as_str(), expected.as_str())],
        );
        assert_eq!(taken(&text, "same", ""), expected);
    }
}
