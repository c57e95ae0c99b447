//! Numbers and addresses are equal to the edition's, and complete.

use domain::address::EmailAddress;
use domain::service::{Contact, Service, WebKind};
use serde_json::Value;

use crate::scene::{Scene, list, text};

/// A number in international format, from the one printed on the page.
fn expected(written: &str) -> String {
    let digits = written.replace(' ', "");
    match digits.strip_prefix('0') {
        Some(rest) => format!("+44{rest}"),
        None => digits,
    }
}

#[test]
fn every_number_is_there_in_its_order_and_says_what_it_is_for() {
    let mut looked_at = 0;
    for (service, written) in Scene::full().each() {
        let numbers = service.contacts.iter().filter_map(|contact| match contact {
            Contact::Call(number) => Some(("voice", number.written())),
            Contact::Text(number) => Some(("text", number.written())),
            Contact::Relay(number) => Some(("textphone", number.number().written())),
            _ => None,
        });
        let numbers: Vec<_> = numbers
            .map(|(kind, written)| (kind, expected(written), written))
            .collect();
        let phones = list(written, "phones").iter().map(|phone| {
            let number = text(phone, "number").to_owned();
            (text(phone, "type"), number, text(phone, "x_written"))
        });
        assert_eq!(phones.collect::<Vec<_>>(), numbers, "{}", service.id);
        looked_at += numbers.len();
    }
    assert!(looked_at > 30, "{looked_at}");
}

#[test]
fn a_short_code_never_has_a_country_prefix() {
    let scene = Scene::full();
    let phones = scene.written().iter().flat_map(|it| list(it, "phones"));
    let (national, short): (Vec<_>, Vec<_>) = phones.partition(|phone| {
        let written = text(phone, "x_written");
        written.starts_with('0')
    });
    for phone in &national {
        assert!(text(phone, "number").starts_with("+44"), "{phone}");
    }
    let mut codes: Vec<&str> = short.iter().map(|phone| text(phone, "number")).collect();
    for code in &codes {
        assert!(code.bytes().all(|byte| byte.is_ascii_digit()), "{code}");
    }
    codes.sort_unstable();
    codes.dedup();
    let all = [
        "101",
        "111",
        "116123",
        "18000",
        // Lifeline's number after 18001.
        "1800108088088000",
        "18001101",
        "61016",
        "85258",
        "999",
    ];
    assert_eq!(codes, all);
}

/// The pages of one service as the edition has them.
fn pages(service: &Service) -> Vec<(WebKind, &str)> {
    let pages = service.contacts.iter().filter_map(|contact| match contact {
        Contact::Web(page) => Some((page.kind, page.address.as_str())),
        _ => None,
    });
    pages.collect()
}

#[test]
fn every_address_on_the_web_is_there_the_site_of_a_service_first() {
    let scene = Scene::full();
    let mut looked_at = 0;
    for (service, written) in scene.each() {
        let mut expected = pages(service);
        let site = expected.iter().position(|(kind, _)| *kind == WebKind::Site);
        let site = site.map(|place| expected.remove(place).1);
        assert_eq!(written.get("url").and_then(Value::as_str), site);
        let more = list(written, "additional_urls");
        let found: Vec<&str> = more.iter().map(|page| text(page, "url")).collect();
        let addresses: Vec<&str> = expected.iter().map(|(_, address)| *address).collect();
        assert_eq!(found, addresses, "{}", service.id);
        for ((kind, _), page) in expected.iter().zip(more) {
            assert_eq!(text(page, "label"), scene.edition.text.web[kind]);
            let code = match kind {
                WebKind::Site => "site",
                WebKind::Chat => "chat",
                WebKind::Form => "form",
                WebKind::BslVideo => "bsl-video",
            };
            assert_eq!(text(page, "x_kind"), code);
        }
        looked_at += found.len() + usize::from(site.is_some());
    }
    assert!(looked_at > 40, "{looked_at}");
}

fn emails(written: &Value) -> Vec<&str> {
    let first = written.get("email").and_then(Value::as_str);
    let more = list(written, "contacts").iter();
    first
        .into_iter()
        .chain(more.map(|contact| text(contact, "email")))
        .collect()
}

#[test]
fn every_e_mail_address_is_there_and_a_second_one_too() {
    let mut edition = Scene::full().edition;
    let address = |contact: &Contact| match contact {
        Contact::Email(address) => Some(address.clone()),
        _ => None,
    };
    let all: Vec<_> = edition
        .services
        .iter()
        .flat_map(|service| service.contacts.iter().filter_map(address))
        .collect();
    assert!(all.len() > 2);
    // One service has them all.
    let example = edition
        .services
        .iter_mut()
        .find(|service| service.id == "example");
    let others = all
        .iter()
        .filter(|address| address.as_str() != "help@example.org");
    let others = others.cloned().map(Contact::Email);
    example.unwrap().contacts.extend(others);
    let scene = Scene::of(edition);
    for (service, written) in scene.each() {
        let expected: Vec<_> = service.contacts.iter().filter_map(address).collect();
        let expected: Vec<&str> = expected.iter().map(EmailAddress::as_str).collect();
        assert_eq!(emails(written), expected, "{}", service.id);
    }
    assert_eq!(emails(scene.one("example")).len(), all.len());
}
