//! Words that a reader never sees, and how the page says the same.
//!
//! Each was in the page once. The list is short: what a reader needs is said by the standard wording beside it.

use content::{self, Edition};
use domain::guide::{Block, Inline, plain_words};

use crate::strings::strings;
use crate::texts::texts;

/// What is not said, why, and the standard wording. A word is looked for as a whole word, in any case.
const RETIRED: &[(&str, &str, &str)] = &[
    ("whom", "nobody says it aloud", "“who”"),
    ("stands", "a translation of “steht”", "“is”, “is listed”"),
    (
        "stand here",
        "a translation of “steht hier”",
        "“are listed here”",
    ),
    (
        "everyone is below",
        "a service is not a person",
        "“all services are listed below”",
    ),
    (
        "everyone else is below",
        "a service is not a person",
        "“the others are listed below”",
    ),
    (
        "nobody",
        "of services it sounds as if no one would help",
        "“no service”, “no one”",
    ),
    ("somebody", "plain English says", "“someone”"),
    (
        "we found no",
        "our research is not the reader's business",
        "leave it out, or say what to do",
    ),
    (
        "we found nothing",
        "our research is not the reader's business",
        "leave it out, or say what to do",
    ),
    (
        "we did not find",
        "our research is not the reader's business",
        "leave it out, or say what to do",
    ),
    (
        "could not confirm",
        "our research is not the reader's business",
        "“may”, “ask them”",
    ),
    (
        "could not find out",
        "our research is not the reader's business",
        "“may”, “ask them”",
    ),
    (
        "one source says",
        "our research is not the reader's business",
        "“may”, “usually”, or plainly",
    ),
    (
        "says one source",
        "our research is not the reader's business",
        "“may”, “usually”, or plainly",
    ),
    (
        "only one source",
        "our research is not the reader's business",
        "“may”, “usually”, or plainly",
    ),
    (
        "sources differ",
        "jargon",
        "“we found different opening hours”",
    ),
    (
        "safety app",
        "a source that a reader cannot trace",
        "the page that it read, or once “a list that is not published”",
    ),
    (
        "list of facts",
        "a source that a reader cannot trace",
        "the pages themselves",
    ),
    (
        "all at once",
        "a translation of “auf einmal”",
        "“suddenly”, “at the same time”",
    ),
    (
        "day and night",
        "GOV.UK and the NHS say it in hours",
        "“24 hours a day”",
    ),
    ("ring back", "one word for one thing", "“call back”"),
    ("ring round", "one word for one thing", "“call”"),
    ("e-mail", "GOV.UK style", "“email”"),
    ("e-mails", "GOV.UK style", "“emails”"),
    ("behaviour of concern", "jargon", "what the person does"),
    (
        "your stalker",
        "the person is not the reader's",
        "“the person doing this”",
    ),
    (
        "the perpetrator",
        "jargon of the sector",
        "“the person doing this”",
    ),
    (
        "no proof is worth",
        "not an English idiom",
        "“do not put yourself at risk to get proof”",
    ),
    (
        "plan with a stalking advocate before",
        "it delays help",
        "“you can ask the police at any time”",
    ),
    ("not said", "says nothing alone", "“prefer not to say”"),
    ("set hours", "says nothing alone", "“open at certain times”"),
];

/// The most labels of a risk in one guide. Where everything is a risk, nothing is.
const RISKS: usize = 2;

/// Every line that a reader sees, with the file that it is from.
fn lines(edition: &Edition) -> Vec<(String, String)> {
    let mut lines = Vec::new();
    for guide in &edition.guides {
        let file = format!("content/en/{}/{}.md", guide.view.name(), guide.id);
        let mut add = |text: String| lines.push((file.clone(), text));
        add(guide.title.clone());
        add(guide.summary.clone());
        for block in guide.every_block() {
            texts(block).into_iter().for_each(&mut add);
        }
        for (_, text) in guide.easy.iter().flat_map(|easy| &easy.lines) {
            add(plain_words(text));
        }
        for source in &guide.assurance.sources {
            add(source.name.clone());
        }
    }
    for service in edition.every_service() {
        let file = format!("content/helplines/{}.toml", service.id);
        let words = &service.words;
        let texts = [&words.hours, &words.traces].into_iter().flatten();
        let texts = texts.chain([&words.eligibility, &service.organization, &service.name]);
        let texts = texts.chain(words.call.iter().chain(&words.steps).chain(&words.notes));
        let texts = texts.chain(service.assurance.sources.iter().map(|source| &source.name));
        lines.extend(texts.map(|line| (file.clone(), line.clone())));
    }
    let mut interface = toml::Value::try_from(&edition.text).unwrap();
    // Words by which people search, which are found and not shown.
    let directory = interface.get_mut("directory").unwrap();
    directory.as_table_mut().unwrap().remove("night").unwrap();
    let file = "content/en/interface.toml";
    let written = strings(&interface).into_iter();
    lines.extend(written.map(|line| (file.to_owned(), line.to_owned())));
    let screens = toml::Value::try_from(&edition.screens).unwrap();
    let written = strings(&screens).into_iter();
    lines.extend(written.map(|line| ("content/en/writing.toml".to_owned(), line.to_owned())));
    lines
}

/// Lower case, with single spaces round every word.
fn plain(text: &str) -> String {
    let words = text.to_lowercase().replace('’', "'");
    let words: Vec<&str> = words
        .split(|letter: char| !letter.is_alphanumeric() && letter != '-' && letter != '\'')
        .filter(|word| !word.is_empty())
        .collect();
    format!(" {} ", words.join(" "))
}

/// The first time on a 24-hour clock, such as 09:30 or 16:00; 10:30am is none.
fn railway_time(text: &str) -> Option<&str> {
    text.split(|letter: char| !letter.is_alphanumeric() && letter != ':')
        .find(|word| {
            let digits = |part: &str| part.len() == 2 && part.bytes().all(|it| it.is_ascii_digit());
            matches!(word.split_once(':'), Some((hours, minutes)) if digits(hours) && digits(minutes))
        })
}

fn edition() -> Edition {
    content::read_edition(test_support::project(), "en").unwrap()
}

#[test]
fn retired_words_are_gone_from_what_a_reader_sees() {
    let mut wrong = Vec::new();
    for (file, line) in lines(&edition()) {
        for (words, why, better) in RETIRED {
            if plain(&line).contains(&plain(words)) {
                wrong.push(format!(
                    "{file}: “{words}” ({why}), better {better}: {line}"
                ));
            }
        }
        if let Some(time) = railway_time(&line) {
            wrong.push(format!(
                "{file}: {time} is on the 24-hour clock, better “9:30am” or “4pm”: {line}"
            ));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_label_of_a_risk_is_kept_for_the_few_where_a_reader_has_to_act() {
    let is_risk = |inline: &Inline| matches!(inline, Inline::Risk(_));
    for guide in edition().guides {
        let count: usize = guide
            .every_block()
            .map(|block| match block {
                Block::Paragraph(text) => text.iter().filter(|inline| is_risk(inline)).count(),
                Block::List { items, .. } | Block::Boxes(items) | Block::Note(items) => items
                    .iter()
                    .flatten()
                    .filter(|inline| is_risk(inline))
                    .count(),
                _ => 0,
            })
            .sum();
        assert!(count <= RISKS, "{}: {count} labels of a risk", guide.id);
    }
}

#[test]
fn what_is_not_legal_advice_says_so_at_the_end() {
    const DISCLAIMER: &str = "This is not legal advice.";
    let mut found = 0;
    for guide in edition().guides {
        let texts: Vec<String> = guide.every_block().flat_map(texts).collect();
        let Some(place) = texts.iter().position(|text| text.contains(DISCLAIMER)) else {
            continue;
        };
        found += 1;
        assert!(
            place + 2 >= texts.len(),
            "{}: “{DISCLAIMER}” is not at its end",
            guide.id
        );
    }
    assert!(found >= 8, "{found}");
}

#[test]
fn a_retired_word_is_found_where_it_is_and_only_there() {
    assert!(plain("Ask whom you trust.").contains(&plain("whom")));
    assert!(!plain("Understands whomever").contains(&plain("whom")));
    assert!(plain("Write an E-mail").contains(&plain("e-mail")));
    assert_eq!(railway_time("from 09:30 to 4pm"), Some("09:30"));
    assert_eq!(
        railway_time("from 9:30am to 4pm, or 10:30am to 12:30pm"),
        None
    );
}
