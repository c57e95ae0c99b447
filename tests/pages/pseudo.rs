//! The two pseudo-locales: a word that stays plain English is hard-coded.

use content::pseudo::Pseudo;
use domain::preferences::{ExitKeys, ReturnView, TextSize};
use domain::service::{Bill, Contact, Service};
use domain::view::View;
use scraper::Html;

use crate::page::{Page, all, full_edition, full_page, one, render, texts};

fn pseudo(kind: Pseudo) -> Page {
    render(kind.edition(&full_edition()))
}

/// Proper names, the same in every language, the longest first, since one may be part of another:
/// services, who runs them, sources, addresses, and the site itself.
fn names(page: &Page, html: &Html) -> Vec<String> {
    let mut names = vec![page.site.title.as_str().to_owned()];
    for link in all(html, "a[href^='https://'], a[href^='mailto:']") {
        let (_, address) = link.attr("href").unwrap().split_once(':').unwrap();
        let host = address
            .trim_start_matches('/')
            .split(['/', '?', '#'])
            .next();
        names.extend(host.map(str::to_owned));
    }
    names.extend(page.site.exits.iter().map(|exit| exit.name.clone()));
    for service in page.edition.every_service() {
        names.extend([service.name.clone(), service.organization.clone()]);
    }
    let services = page
        .edition
        .services
        .iter()
        .map(|service| &service.assurance);
    let guides = page.edition.guides.iter().map(|guide| &guide.assurance);
    let sources = services
        .chain(guides)
        .flat_map(|assurance| &assurance.sources);
    // A source is cited as its file writes it, its date too.
    names.extend(sources.flat_map(|source| [source.name.clone(), source.date.clone()]));
    for area in &page.edition.places {
        names.extend([area.force.clone(), area.name.clone()]);
        names.extend(area.places.iter().cloned());
    }
    names.extend(page.edition.every_service().flat_map(own_names));
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names
}

/// What else of a service is not translated: where to go, and who says what about bills.
fn own_names(service: &Service) -> Vec<String> {
    let visits = service.contacts.iter().filter_map(|contact| match contact {
        Contact::Visit(address) => Some(address.as_str().to_owned()),
        _ => None,
    });
    let claims = match &service.bill {
        Bill::ShouldNotShow(source) => vec![source.name.clone(), source.date.clone()],
        Bill::NotStated => Vec::new(),
    };
    visits.chain(claims).collect()
}

/// The placeholders that an island fills, as they are in its words.
const PLACEHOLDERS: [&str; 9] = [
    "{count}",
    "{date}",
    "{day}",
    "{perpetrator}",
    "{force}",
    "{place}",
    "{talk}",
    "{time}",
    "{when}",
];

/// Whether a text is an identifier of a view or a setting.
fn is_code(text: &str) -> bool {
    View::from_name(text).is_some()
        || TextSize::ALL.iter().any(|size| size.as_str() == text)
        || ExitKeys::ALL.iter().any(|keys| keys.as_str() == text)
        || ReturnView::ALL.iter().any(|back| back.as_str() == text)
}

/// The words of four letters and more in a page, without names. `translated` removes from a text what is
/// translated.
fn plain_words(page: &Page, translated: impl Fn(&str) -> String) -> Vec<String> {
    let html = page.parse();
    let names = names(page, &html);
    let mut found = Vec::new();
    for mut text in texts(&html) {
        if is_code(&text) {
            continue;
        }
        for name in names.iter().map(String::as_str).chain(PLACEHOLDERS) {
            text = text.replace(name, " ");
        }
        let left = translated(&text);
        let words = left.split(|c: char| !c.is_alphabetic());
        found.extend(
            words
                .filter(|word| word.len() > 3 && word.is_ascii())
                .map(str::to_owned),
        );
    }
    found
}

/// `text` without what is between the marks that reverse a run of words.
fn outside_overrides(text: &str) -> String {
    let mut depth = 0;
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\u{202e}' => depth += 1,
            '\u{202c}' => depth -= 1,
            _ if depth == 0 => out.push(c),
            _ => {}
        }
        assert!(
            depth >= 0,
            "an override is closed that was not opened in {text:?}"
        );
    }
    assert_eq!(depth, 0, "an override is left open in {text:?}");
    out
}

#[test]
fn no_plain_word_is_left_in_the_page_with_accents() {
    // Every English word of four letters holds one that gets an accent.
    assert_eq!(
        plain_words(&pseudo(Pseudo::Longer), str::to_owned),
        Vec::<String>::new()
    );
}

#[test]
fn no_plain_word_is_left_in_the_mirrored_page() {
    assert_eq!(
        plain_words(&pseudo(Pseudo::Mirrored), outside_overrides),
        Vec::<String>::new()
    );
}

#[test]
fn the_english_page_is_full_of_plain_words() {
    // So the two tests above do find words.
    let found = plain_words(&full_page(), outside_overrides);
    assert!(found.len() > 3000, "{}", found.len());
}

#[test]
fn a_page_says_its_language_and_its_direction() {
    let english = full_page();
    let locale = english.edition.text.locale.clone();
    for (page, lang, dir) in [
        (english, locale.lang.as_str(), locale.dir.as_str()),
        (pseudo(Pseudo::Longer), "en-XA", "ltr"),
        (pseudo(Pseudo::Mirrored), "ar-XB", "rtl"),
    ] {
        let html = page.parse();
        let root = one(&html, "html");
        assert_eq!(
            (root.attr("lang"), root.attr("dir")),
            (Some(lang), Some(dir))
        );
    }
}

#[test]
fn numbers_and_addresses_keep_their_direction_in_a_mirrored_page() {
    let page = pseudo(Pseudo::Mirrored);
    let html = page.parse();
    let mut apart = 0;
    for element in one(&html, "body").descendent_elements() {
        let own: String = element
            .children()
            .filter_map(|node| node.value().as_text().map(|text| text.to_string()))
            .collect();
        let is_number = own.chars().filter(char::is_ascii_digit).count() > 4
            && own.chars().all(|c| c.is_ascii_digit() || c == ' ');
        if is_number {
            apart += 1;
            assert_eq!(element.value().name(), "bdi", "{own}");
        }
    }
    assert!(apart > 5, "{apart}");
}
