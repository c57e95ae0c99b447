//! Guidance that is too hard to read, and Easy Read that is not.

use sidedoor::content;
use sidedoor::content::reading::{HARDEST, LEAST, ON_AVERAGE, reading};

use crate::copy::{Copy, GUIDE};
use crate::fault::Edit::Swap;
use crate::fault::{Fault, each_is_refused, problems};

const LAST: &str = "The last line.";

const SENTENCE: &[Fault] = &[Fault {
    what: "a sentence of twenty-one words",
    edit: Swap(
        LAST,
        "This is a line of words that goes on and on, so that nobody who is tired can read its end.",
    ),
    at: "This is a line",
    says: "21 words in one sentence, at most 20",
}];

#[test]
fn what_a_tired_reader_cannot_follow_stops_the_build() {
    each_is_refused(GUIDE, SENTENCE);

    let copy = Copy::new();
    let long = "Organisations administering accommodation prioritise independent documentation. "
        .repeat(17);
    copy.write(GUIDE, copy.read(GUIDE).replace(LAST, &long));
    let found = problems(&copy);
    let [problem] = found.as_slice() else {
        panic!("{found:#?}");
    };
    // The fault is about the whole file.
    assert_eq!((problem.file.as_str(), problem.line), (GUIDE, 1));
    assert!(
        problem.reason.contains("too hard to read: grade"),
        "{problem}"
    );
}

const EASY: &str = "content/en/easy/example.md";
const EASY_READ: &str = "+++\ntitle = \"An example\"\n+++\n\n- ![](picture:phone) One idea.\n- ![](picture:tick) Another.\n";

#[test]
fn easy_read_is_one_drawing_and_one_sentence_a_line() {
    for (from, to, at, says) in [
        ("", "", "", ""),
        (
            "picture:tick",
            "picture:tock",
            "tock",
            "there is no drawing “tock”",
        ),
        (
            "![](picture:tick) Another.",
            "Another.",
            "Another",
            "each point a picture and a sentence",
        ),
        (
            " Another.",
            "",
            "picture:tick",
            "each point a picture and a sentence",
        ),
        (
            "- ![](picture:phone) One idea.\n",
            "A paragraph.\n\n",
            "+++\n\nA",
            "Easy Read is one list",
        ),
        ("title", "name", "name", "unknown field `name`"),
    ] {
        let copy = Copy::new();
        let text = EASY_READ.replace(from, to);
        copy.write(EASY, &text);
        let found = problems(&copy);
        if says.is_empty() {
            assert_eq!(found, []);
            continue;
        }
        let [problem] = found.as_slice() else {
            panic!("{found:#?}");
        };
        let (before, _) = text.split_once(at).unwrap();
        let line = 1 + before.matches('\n').count();
        assert!(problem.line.abs_diff(line) <= 1, "{problem}");
        assert!(problem.reason.contains(says), "{problem}");
    }
    let copy = Copy::new();
    copy.write("content/en/easy/nobody.md", EASY_READ);
    let found = problems(&copy);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].reason.contains("there is no guide “nobody”"));
}

#[test]
#[expect(clippy::print_stdout, reason = "the table is for reading")]
fn all_guidance_is_plain_enough_for_a_tired_reader_of_eleven() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let guides = content::read_edition(root, "en").unwrap().guides;
    let mut grades = Vec::new();
    for guide in &guides {
        let reading = reading(guide);
        println!(
            "{:<24}{:>5} words  grade {:>4.1}",
            guide.id, reading.words, reading.grade
        );
        assert_eq!(reading.too_long, Vec::<String>::new(), "{}", guide.id);
        if reading.words >= LEAST {
            assert!(reading.grade <= HARDEST, "{}", guide.id);
            grades.push(reading.grade);
        }
    }
    let count = u32::try_from(grades.len()).unwrap();
    let mean = grades.iter().sum::<f64>() / f64::from(count);
    println!("{count} guides of {LEAST} words or more: grade {mean:.2} on average");
    assert!(count > 40 && mean <= ON_AVERAGE);
}
