//! Fixture: the page, rendered as the build renders it, and queries on its HTML.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use content::{self, Edition};
use domain::site::{Owner, Site};
use jiff::civil::Date;
use scraper::{ElementRef, Html, Selector};
use site::page::{AppFiles, Delivery, Document, PageKind, RenderInput, read_style};

use crate::copy::Copy;

/// The root of the project.
pub(crate) fn root() -> &'static Path {
    test_support::project()
}

/// A rendered page and what it was made from.
pub(crate) struct Page {
    pub(crate) edition: Arc<Edition>,
    pub(crate) site: Arc<Site>,
    pub(crate) document: Document,
}

/// The words and services of the main language.
pub(crate) fn edition() -> Edition {
    // Reading takes a second in an unoptimised build.
    static EDITION: LazyLock<Edition> = LazyLock::new(|| read(root()));
    EDITION.clone()
}

/// The page that is shipped.
pub(crate) fn shipped_page() -> Page {
    render(edition())
}

/// The same with the examples of `tests/fixtures/`, so that it holds one of everything.
pub(crate) fn full_edition() -> Edition {
    static EDITION: LazyLock<Edition> = LazyLock::new(|| read(Copy::new().root()));
    EDITION.clone()
}

/// The page with the examples.
pub(crate) fn full_page() -> Page {
    render(full_edition())
}

fn read(root: &Path) -> Edition {
    let site = content::read_site(root).unwrap();
    content::read_edition(root, site.languages.first().unwrap()).unwrap()
}

/// The page of an edition, as built on the day of its newest check.
pub(crate) fn render(edition: Edition) -> Page {
    let checks = edition
        .services
        .iter()
        .map(|service| service.assurance.checked);
    let built = checks.max().unwrap();
    render_on(edition, built)
}

/// The page that is shipped, as built on a day.
pub(crate) fn shipped_page_of(built: Date) -> Page {
    render_on(edition(), built)
}

/// The page that is shipped, as another owner would run it.
pub(crate) fn page_of(owner: Owner) -> Page {
    let mut site = content::read_site(root()).unwrap();
    site.owner = Some(owner);
    let edition = edition();
    let checks = edition.services.iter();
    let built = checks.map(|service| service.assurance.checked).max();
    render_for(edition, site, built.unwrap())
}

fn render_on(edition: Edition, built: Date) -> Page {
    render_for(edition, content::read_site(root()).unwrap(), built)
}

fn render_for(edition: Edition, site: Site, built: Date) -> Page {
    let site = Arc::new(site);
    let edition = Arc::new(edition);
    let style = read_style(root()).unwrap();
    let app = AppFiles {
        js: "./app.js".into(),
        wasm: "./app_bg.wasm".into(),
    };
    let material = RenderInput {
        edition: Arc::clone(&edition),
        site: Arc::clone(&site),
        built,
        style: &style,
        app: &app,
    };
    let document = Document::render(&material, PageKind::Words, Delivery::Hosted).unwrap();
    Page {
        edition,
        site,
        document,
    }
}

impl Page {
    /// The HTML.
    pub(crate) fn html(&self) -> &str {
        &self.document.html
    }

    /// The page as a browser without scripts parses it: the content of `noscript` counts.
    pub(crate) fn parse(&self) -> Html {
        // The parser is one of a browser with script, to which `noscript` holds only text.
        let html = self.html().replace("noscript>", "div>");
        // Leptos marks positions with the shortest comment there is, which parsers accept, but report.
        let html = html.replace("<!>", "<!---->");
        let parsed = Html::parse_document(&html);
        assert_eq!(parsed.errors, Vec::<String>::new(), "the HTML is malformed");
        parsed
    }
}

/// Every element that matches, in the order of the page.
#[track_caller]
pub(crate) fn all<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

/// The only element that matches.
#[track_caller]
pub(crate) fn one<'a>(html: &'a Html, selector: &str) -> ElementRef<'a> {
    let found = all(html, selector);
    let [element] = found.as_slice() else {
        panic!("{} elements match {selector}", found.len());
    };
    *element
}

/// The words of an element, with single spaces.
pub(crate) fn words(element: ElementRef<'_>) -> String {
    single_spaced(&element.text().collect::<String>())
}

/// `text` with single spaces.
pub(crate) fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether an ancestor matches.
pub(crate) fn is_in(element: ElementRef<'_>, selector: &str) -> bool {
    let selector = Selector::parse(selector).unwrap();
    element
        .ancestors()
        .filter_map(ElementRef::wrap)
        .any(|holder| selector.matches(&holder))
}

/// An element as it is named in the message of a failing test.
pub(crate) fn named(element: ElementRef<'_>) -> String {
    let html = element.html();
    html.chars().take(160).collect()
}

/// Every text that a person can see or hear: between tags, in labels, in island props.
pub(crate) fn texts(html: &Html) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    for element in one(html, "body").descendent_elements() {
        if element.value().name() == "script" {
            continue;
        }
        let between_tags = element.children().filter_map(|node| node.value().as_text());
        texts.extend(between_tags.map(|text| text.to_string()));
        for (name, value) in element.value().attrs() {
            match name {
                "aria-label" | "data-once-more" | "alt" | "title" | "placeholder" => {
                    texts.push(value.to_owned());
                }
                // Lines of numbers, and lines of words.
                "data-props" => {
                    let lines = value.split('\n');
                    let words = lines.filter(|line| line.contains(char::is_alphabetic));
                    texts.extend(words.map(str::to_owned));
                }
                "data-words" => texts.push(value.to_owned()),
                _ => {}
            }
        }
    }
    texts
}
