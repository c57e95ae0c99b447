//! Whole sentences as people type them, searched in the page as the app indexes it.

use domain::props::Props as _;
use domain::search::Index;
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
            let card = one(&html, &format!("[data-service='{place}']"));
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
