//! Guidance that is too hard to read, and Easy Read that is not.

use std::fs;

use content::reading::{AGE, LEAST, MEAN, OLDEST, reading, warnings};

use crate::copy::{Copy, GUIDE};
use crate::fault::Edit::Swap;
use crate::fault::{Fault, each_is_refused, problems};
use crate::files::below;

const LAST: &str = "The last line.";

const SENTENCE: &[Fault] = &[Fault {
    what: "a sentence of twenty-one words",
    edit: Swap(
        LAST,
        "This is a line of words that goes on and on, so that a tired reader gives up before its end.",
    ),
    at: "This is a line",
    says: "21 words in one sentence, at most 20",
}];

#[test]
fn what_a_tired_reader_cannot_follow_stops_the_build() {
    each_is_refused(GUIDE, SENTENCE);

    let copy = Copy::new();
    let long = "Organisations administering accommodation prioritise independent documentation concerning \
                individuals requesting alternative residential arrangements. "
        .repeat(17);
    copy.write(GUIDE, copy.read(GUIDE).replace(LAST, &long));
    let found = problems(&copy);
    let [problem] = found.as_slice() else {
        panic!("{found:#?}");
    };
    // The fault is about the whole file.
    assert_eq!((problem.file.as_str(), problem.line), (GUIDE, 1));
    assert!(
        problem.reason.contains("too hard to read: reading age"),
        "{problem}"
    );
}

#[test]
fn a_guide_of_fragments_stops_the_build_and_one_of_short_sentences_warns() {
    let copy = Copy::new();
    let fragments = "Not the kitchen. No name there. ".repeat(30);
    copy.write(GUIDE, copy.read(GUIDE).replace(LAST, &fragments));
    let found = problems(&copy);
    let [problem] = found.as_slice() else {
        panic!("{found:#?}");
    };
    assert_eq!((problem.file.as_str(), problem.line), (GUIDE, 1));
    assert!(
        problem.reason.contains("words in a sentence on average"),
        "{problem}"
    );

    let copy = Copy::new();
    let mixed = "You can call. They will find out where it is safe for you to talk and then they will call you back. "
        .repeat(8);
    copy.write(GUIDE, copy.read(GUIDE).replace(LAST, &mixed));
    let edition = content::read_edition(copy.root(), "en").unwrap();
    let warned = warnings("en", &edition.guides);
    assert!(
        warned
            .iter()
            .any(|line| line.starts_with("plan/example.md: ")),
        "{warned:?}"
    );
}

#[test]
fn guidance_that_is_too_simple_on_the_whole_stops_the_build() {
    let copy = Copy::new();
    let simple = "You can call them at once and they will help you then. ".repeat(100);
    let guides = below(&copy.root().join("content/en"));
    let guides = guides.iter().filter(|path| {
        path.extension().is_some_and(|ending| ending == "md")
            && !path.parent().unwrap().ends_with("easy")
    });
    for path in guides {
        let text = fs::read_to_string(path).unwrap();
        fs::write(path, format!("{text}\n{simple}\n")).unwrap();
    }
    let found = problems(&copy);
    let [problem] = found.as_slice() else {
        panic!("{found:#?}");
    };
    assert!(problem.file.starts_with("content/en/"), "{problem}");
    assert_eq!(problem.line, 1);
    let (youngest, oldest) = (AGE.start(), AGE.end());
    assert!(
        problem
            .reason
            .starts_with("all guidance together has reading age ")
            && problem
                .reason
                .ends_with(&format!(", between {youngest} and {oldest}")),
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
    copy.write("content/en/easy/no-one.md", EASY_READ);
    let found = problems(&copy);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].reason.contains("there is no guide “no-one”"));
}

#[test]
#[expect(clippy::print_stdout, reason = "the table is for reading")]
fn all_guidance_is_plain_enough_for_a_tired_reader_of_eleven() {
    let root = test_support::project();
    let guides = content::read_edition(root, "en").unwrap().guides;
    let (mut ages, mut sentences, mut words, mut short) = (Vec::new(), 0, 0, 0);
    for guide in &guides {
        let reading = reading(guide);
        println!(
            "{:<24}{:>5} words  {:>4.1} a sentence  {:>3.0} % short  reading age {:>4.1}",
            guide.id,
            reading.words,
            reading.mean(),
            100.0 * reading.short_share(),
            reading.age(),
        );
        assert_eq!(reading.too_long, Vec::<String>::new(), "{}", guide.id);
        if reading.words_of_sentences >= LEAST {
            assert!(MEAN.contains(&reading.mean()), "{}", guide.id);
            assert!(reading.age() < OLDEST + 1.0, "{}", guide.id);
            ages.push(reading.age());
        }
        sentences += reading.sentences;
        words += reading.words_of_sentences;
        short += reading.short;
    }
    let count = u32::try_from(ages.len()).unwrap();
    let mean = ages.iter().sum::<f64>() / f64::from(count);
    println!("{count} guides of {LEAST} words or more: reading age {mean:.2} on average");
    println!(
        "{sentences} sentences: {:.1} words on average, {short} of five words or fewer",
        f64::from(words) / f64::from(sentences)
    );
    assert!(count > 45 && AGE.contains(&mean), "{mean}");
    assert_eq!(warnings("en", &guides), Vec::<String>::new());
}
