//! Every link leads where it says, and the page requests only its own files.

use std::collections::BTreeSet;

use domain::service::{Contact, Service};
use scraper::ElementRef;

use crate::page::{all, full_page, named, one, single_spaced, words};

/// The text in the same paragraph or box as an element, without the element itself.
fn beside(element: ElementRef<'_>) -> String {
    let inside: Vec<_> = element.descendants().map(|node| node.id()).collect();
    let holder = element.parent().and_then(ElementRef::wrap).unwrap();
    let others = holder
        .descendants()
        .filter(|node| !inside.contains(&node.id()));
    let text = others.filter_map(|node| node.value().as_text().map(|text| text.to_string()));
    single_spaced(&text.collect::<Vec<_>>().join(" "))
}

/// The one `bdi` in a link.
#[track_caller]
fn shown(link: ElementRef<'_>) -> String {
    let mut apart = link
        .descendent_elements()
        .filter(|inner| inner.value().name() == "bdi");
    let found = apart
        .next()
        .unwrap_or_else(|| panic!("nothing to read in {}", named(link)));
    assert!(
        apart.next().is_none(),
        "two things to read in {}",
        named(link)
    );
    words(found)
}

fn digits_of(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

#[test]
fn a_number_that_is_pressed_is_the_number_that_is_read() {
    let page = full_page();
    let html = page.parse();
    for scheme in ["tel:", "sms:"] {
        let links = all(&html, &format!("a[href^='{scheme}']"));
        assert!(!links.is_empty(), "no link starts with {scheme}");
        for link in links {
            let number = link.attr("href").unwrap().trim_start_matches(scheme);
            // A relay call has 18001 before the number.
            let called = number.strip_prefix("18001").unwrap_or(number);
            let plain =
                (3..=11).contains(&called.len()) && number.bytes().all(|b| b.is_ascii_digit());
            assert!(plain, "{}", named(link));
            let read = shown(link);
            assert_eq!(digits_of(&read), number, "{}", named(link));
            assert!(
                read.chars().all(|c| c.is_ascii_digit() || c == ' '),
                "{read}"
            );
            assert_eq!(link.attr("target"), None, "{}", named(link));
        }
    }
}

#[test]
fn an_address_that_is_written_to_is_the_address_that_is_read() {
    let page = full_page();
    let html = page.parse();
    let links = all(&html, "a[href^='mailto:']");
    assert!(!links.is_empty());
    for link in links {
        let address = link.attr("href").unwrap().trim_start_matches("mailto:");
        let (name, host) = address.split_once('@').unwrap();
        let plain = |text: &str| {
            text.chars()
                .all(|c| c.is_ascii_alphanumeric() || "._-".contains(c))
        };
        assert!(
            !name.is_empty() && plain(name) && plain(host) && host.contains('.'),
            "{address}"
        );
        assert_eq!(shown(link), address);
    }
}

#[test]
fn every_way_to_reach_a_service_can_be_pressed_in_its_card() {
    let page = full_page();
    let html = page.parse();
    for service in &page.edition.services {
        let card = card(&html, service);
        let pressed: BTreeSet<String> = card
            .descendent_elements()
            .filter_map(|inner| inner.attr("href").map(str::to_owned))
            .collect();
        let given: BTreeSet<String> = service.contacts.iter().filter_map(address_of).collect();
        assert_eq!(pressed, given, "{}", service.id);
    }
}

/// The address that a contact opens. A place to visit has none.
fn address_of(contact: &Contact) -> Option<String> {
    match contact {
        Contact::Call(number) => Some(format!("tel:{}", number.digits())),
        Contact::Relay(number) => Some(format!("tel:{}", number.number().digits())),
        Contact::Text(number) => Some(format!("sms:{}", number.number().digits())),
        Contact::Email(address) => Some(format!("mailto:{}", address.as_str())),
        Contact::Web(page) => Some(page.address.as_str().to_owned()),
        Contact::Visit(_) => None,
    }
}

/// The card of a service in the list.
#[track_caller]
pub(crate) fn card<'a>(html: &'a scraper::Html, service: &Service) -> ElementRef<'a> {
    let has_name = |card: &ElementRef<'_>| {
        let mut headings = card
            .descendent_elements()
            .filter(|inner| inner.value().name() == "h4");
        headings.any(|heading| words(heading) == service.name)
    };
    let cards = all(html, "article.service");
    let mut found = cards.into_iter().filter(has_name);
    let card = found
        .next()
        .unwrap_or_else(|| panic!("{} has no card", service.name));
    assert!(found.next().is_none(), "{} has two cards", service.name);
    card
}

#[test]
fn a_link_to_another_site_says_where_it_leads_and_opens_apart() {
    let page = full_page();
    let html = page.parse();
    let links = all(&html, "a[href^='https:']:not([data-exit])");
    assert!(!links.is_empty());
    for link in links {
        assert_eq!(link.attr("target"), Some("_blank"), "{}", named(link));
        assert_eq!(
            link.attr("rel"),
            Some("noopener noreferrer"),
            "{}",
            named(link)
        );
        let rest = link.attr("href").unwrap().trim_start_matches("https://");
        let host = rest.split(['/', '?', '#']).next().unwrap();
        let told = beside(link)
            .split([' ', '(', ')', ','])
            .any(|word| word.trim_end_matches('.') == host);
        assert!(
            told,
            "{host} is not in words beside {}: {}",
            named(link),
            beside(link)
        );
        assert!(!words(link).is_empty(), "{}", named(link));
    }
}

#[test]
fn a_link_is_of_one_of_four_kinds() {
    let page = full_page();
    let html = page.parse();
    for link in all(&html, "a, area") {
        let href = link
            .attr("href")
            .unwrap_or_else(|| panic!("{} leads nowhere", named(link)));
        let known = ["tel:", "sms:", "mailto:", "https://"]
            .iter()
            .any(|kind| href.starts_with(kind));
        assert!(known, "{}", named(link));
        for gone in ["ping", "download", "onclick"] {
            assert_eq!(link.attr(gone), None, "{}", named(link));
        }
    }
}

#[test]
fn nothing_but_the_page_s_own_files_is_asked_for() {
    let page = full_page();
    let html = page.parse();
    let own = |address: &str| {
        let outside =
            address.contains(':') || address.starts_with("//") || address.starts_with('\\');
        !outside && !address.is_empty()
    };
    let mut asked = 0;
    for element in all(&html, "*") {
        for (name, value) in element.value().attrs() {
            let link = element.value().name() == "a";
            let fetched = matches!(
                name,
                "src"
                    | "srcset"
                    | "href"
                    | "data"
                    | "poster"
                    | "action"
                    | "background"
                    | "data-js"
                    | "data-wasm"
                    | "imagesrcset"
                    | "manifest"
                    | "archive"
                    | "code"
                    | "longdesc"
                    | "cite"
            );
            if fetched && !link {
                asked += 1;
                assert!(own(value), "{name} of {}", named(element));
            }
        }
    }
    assert!(
        asked >= 3,
        "the icon and the app's two files were expected, found {asked}"
    );
    let style = words(one(&html, "style"));
    for outside in ["url(", "@import", "@font-face", "image-set(", "src("] {
        assert!(
            !style.contains(outside),
            "the style asks for something with {outside}"
        );
    }
    for gone in [
        "link[rel=preconnect]",
        "link[rel=dns-prefetch]",
        "link[rel=prefetch]",
        "iframe",
        "object",
        "embed",
    ] {
        assert!(all(&html, gone).is_empty(), "{gone}");
    }
}
