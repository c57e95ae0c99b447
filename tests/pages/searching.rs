//! What is found in the page as it is shipped, searched and matched as the app does: names with mistakes, whole
//! sentences, and the three questions.

use domain::matching::{Answers, Match, Place, matches};
use domain::place::Region;
use domain::props::Props as _;
use domain::search::Index;
use domain::service::{ContactMode, PerpetratorRelation};
use scraper::{ElementRef, Html, Selector};
use serde::Deserialize;
use sidedoor::islands::DirectoryProps;

use crate::page::{Page, all, one, root, shipped_page};

/// `tests/search/sentences.toml`.
#[derive(Debug, Deserialize)]
struct Sentences {
    sentence: Vec<Sentence>,
    despair: Vec<Despair>,
}

#[derive(Debug, Deserialize)]
struct Sentence {
    typed: String,
    guides: Vec<String>,
    services: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Despair {
    typed: String,
}

/// The right result has to be among the first so many.
const FIRST: usize = 3;

/// The page, indexed as `browser::services` and `browser::guides` index it.
struct Searched {
    page: Page,
    directory: DirectoryProps,
    services: Index,
    guides: Index,
}

/// The texts of the parts that match, a line each.
fn texts(whole: ElementRef<'_>, selector: &str) -> String {
    let selector = Selector::parse(selector).unwrap();
    let parts = whole.select(&selector);
    let lines: Vec<String> = parts.map(|part| part.text().collect()).collect();
    lines.join("\n")
}

impl Searched {
    fn new() -> Self {
        let page = shipped_page();
        let html: Html = page.parse();
        let given = one(&html, "[data-for=finder]");
        let directory = DirectoryProps::from_lines(given.attr("data-props").unwrap()).unwrap();
        let (mut services, mut guides) = (Index::default(), Index::default());
        for (place, entry) in directory.services.iter().enumerate() {
            let card = one(&html, &format!("#s{place}"));
            let name = texts(card, ".service__name");
            services.add(&name, &entry.search, &texts(card, ".service__for, bdi"));
        }
        for guide in all(&html, "[data-guide]") {
            let words = guide.attr("data-words").unwrap_or_default();
            let body = texts(guide, "h4, h5, p:not(.checked), li, dt, dd, figcaption");
            guides.add(&texts(guide, "h3"), words, &body);
        }
        Self {
            page,
            directory,
            services,
            guides,
        }
    }

    fn found(&self, query: &str) -> [Vec<&str>; 2] {
        let edition = &self.page.edition;
        let services = self
            .directory
            .search_services(&self.services, query)
            .into_iter();
        let guides = self
            .directory
            .search_guides(&self.guides, query)
            .into_iter();
        [
            guides
                .map(|place| edition.guides[place].id.as_str())
                .collect(),
            services
                .map(|place| edition.services[place].id.as_str())
                .collect(),
        ]
    }
}

fn sentences() -> Sentences {
    let text =
        std::fs::read_to_string(root().join("crates/domain/tests/search/sentences.toml")).unwrap();
    toml::from_str(&text).unwrap()
}

#[test]
fn a_whole_sentence_finds_the_right_guide_and_the_right_service_among_the_first_three() {
    let searched = Searched::new();
    let mut wrong = Vec::new();
    let sentences = sentences().sentence;
    assert!(sentences.len() >= 60);
    for Sentence {
        typed,
        guides,
        services,
    } in &sentences
    {
        for (wanted, found) in [guides, services].into_iter().zip(searched.found(typed)) {
            for name in wanted {
                let edition = &searched.page.edition;
                let known = edition.services.iter().any(|service| service.id == *name)
                    || edition.guides.iter().any(|guide| guide.id == *name);
                assert!(known, "{typed}: there is no “{name}”");
            }
            let first: Vec<&str> = found.into_iter().take(FIRST).collect();
            if !first
                .iter()
                .any(|name| wanted.iter().any(|one| one == name))
            {
                wrong.push(format!("“{typed}” finds {first:?}, not {wanted:?}"));
            }
        }
    }
    println!(
        "{} of {} answers",
        2 * sentences.len() - wrong.len(),
        2 * sentences.len()
    );
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn words_of_despair_find_those_who_listen_before_everything_else() {
    let searched = Searched::new();
    let despair = sentences().despair;
    assert!(despair.len() >= 10);
    for Despair { typed } in despair {
        let [guides, services] = searched.found(&typed);
        assert_eq!(guides.first(), Some(&"too-much"), "{typed}: {guides:?}");
        assert_eq!(
            services.first(),
            Some(&"samaritans"),
            "{typed}: {services:?}"
        );
    }
    // A threat by another person is no despair: 999 and the signs of danger stay first.
    for threat in [
        "he will kill me",
        "she said she will kill me",
        "he has a knife",
        "he will take my life",
        "he said he will end my life",
        "he wants to take my wife",
        "he keeps sending it all to my mum",
        "i cant go on instagram",
        "i dont want to live with him any more",
        "i dont want to live here any more",
        "i want to hurt him",
    ] {
        let found = |directory: &DirectoryProps| {
            [
                directory.search_services(&searched.services, threat),
                directory.search_guides(&searched.guides, threat),
            ]
        };
        let without = DirectoryProps {
            crisis: None,
            ..searched.directory.clone()
        };
        assert_eq!(found(&searched.directory), found(&without), "{threat}");
        let first = found(&without)[0].first().copied();
        let first = first.map(|place| searched.page.edition.services[place].id.as_str());
        assert_ne!(first, Some("samaritans"), "{threat}");
    }
}

#[test]
fn a_service_that_is_kept_apart_is_never_found() {
    let searched = Searched::new();
    let apart = searched.page.edition.unlisted.iter();
    let apart: Vec<&str> = apart.map(|service| service.id.as_str()).collect();
    assert_eq!(apart, ["respect-phoneline"]);
    for query in ["respect", "respect phoneline", "0808 802 4040", "how i act"] {
        let [_, services] = searched.found(query);
        assert!(!services.contains(&"respect-phoneline"), "{query}");
    }
    let html = searched.page.parse();
    let list = one(&html, "[data-view='2']");
    assert!(!texts(list, "*").contains("4040"));
}

/// The query, and the names of the services that may rank first.
const NAMES: [(&str, &[&str]); 7] = [
    ("natoinal stalkng", &["national-stalking-helpline"]),
    (
        "hertfordhsire",
        &["beacon", "herts-domestic-abuse-helpline"],
    ),
    ("samaritens", &["samaritans"]),
    ("womens aid", &["womens-aid"]),
    ("gay", &["galop"]),
    ("0808 8020", &["national-stalking-helpline"]),
    ("text", &["emergency-text", "shout"]),
];

#[test]
fn the_service_that_is_meant_ranks_first() {
    let searched = Searched::new();
    for (query, names) in NAMES {
        let [_, services] = searched.found(query);
        assert!(names.contains(&services[0]), "“{query}” finds {services:?}");
    }
}

/// The answers, then the services that rank first, each with its reasons. `is_local`: in the site's own area.
struct Case {
    is_local: bool,
    country: Option<Region>,
    perpetrator: Option<PerpetratorRelation>,
    contact_mode: Option<ContactMode>,
    first: &'static [(&'static str, &'static str)],
}

const CASES: [Case; 5] = [
    Case {
        is_local: true,
        country: None,
        perpetrator: Some(PerpetratorRelation::Partner),
        contact_mode: Some(ContactMode::Aloud),
        first: &[
            ("emergency-999", "If you are in danger"),
            (
                "herts-domestic-abuse-helpline",
                "Near you: Hertfordshire. Helps with: A partner or an ex. You can call.",
            ),
            ("safer-places", "Near you: Hertfordshire. You can call."),
            (
                "national-stalking-helpline",
                "Covers England. You can call.",
            ),
        ],
    },
    Case {
        is_local: false,
        country: Some(Region::Scotland),
        perpetrator: None,
        contact_mode: None,
        first: &[
            ("emergency-999", "If you are in danger"),
            (
                "national-stalking-helpline",
                "Also listed for people in Scotland.",
            ),
        ],
    },
    Case {
        is_local: false,
        country: None,
        perpetrator: None,
        contact_mode: Some(ContactMode::Sign),
        first: &[("bsl-999", "If you are in danger")],
    },
    Case {
        is_local: false,
        country: None,
        perpetrator: None,
        contact_mode: Some(ContactMode::Text),
        first: &[
            ("silent-mobile", "If you are in danger"),
            ("silent-landline", "If you are in danger"),
            ("emergency-text", "If you are in danger"),
            ("wales-live-fear-free", "You can text."),
            ("shout", "You can text."),
        ],
    },
    Case {
        is_local: false,
        country: None,
        perpetrator: None,
        contact_mode: Some(ContactMode::Language),
        first: &[("england-domestic-abuse", "You can ask for an interpreter.")],
    },
];

#[test]
fn the_answers_put_the_right_services_first_and_say_why() {
    let Searched {
        page, directory, ..
    } = Searched::new();
    let near = u16::try_from(directory.near).unwrap();
    let rows = directory.services.iter();
    let candidates: Vec<_> = rows.map(|row| row.candidate.clone()).collect();
    for case in CASES {
        let local = case
            .is_local
            .then_some(Place::Police(near, Region::England));
        let answers = Answers {
            place: case.country.map(Place::Country).or(local),
            perpetrator: case.perpetrator,
            contact_mode: case.contact_mode,
        };
        let found = matches(&candidates, answers).into_iter();
        let found = found.map(|Match { service, reasons }| {
            let reasons = reasons.into_iter().map(|reason| {
                let texts = &directory.reasons;
                texts.reason(reason, |place| directory.place(place))
            });
            let reasons: Vec<String> = reasons.collect();
            (page.edition.services[service].id.clone(), reasons.join(" "))
        });
        let found: Vec<(String, String)> = found.take(case.first.len()).collect();
        let first = case.first.iter();
        let first = first.map(|(id, reasons)| ((*id).to_owned(), (*reasons).to_owned()));
        assert_eq!(found, first.collect::<Vec<_>>(), "{answers:?}");
    }
}
