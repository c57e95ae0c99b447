//! What the page says of its services, and the island props from which the app computes opening times.

use domain::matching::Candidate;
use domain::number::DialNumber;
use domain::opening::Timetable;
use domain::props::Props as _;
use domain::service::{Contact, ContactMode, Group};
use scraper::ElementRef;
use sidedoor::islands::DirectoryProps;

use crate::links::card;
use crate::page::{Page, all, full_page, one, shipped_page, words};

/// The props of the island of the list.
#[track_caller]
pub(crate) fn directory(page: &Page) -> DirectoryProps {
    let html = page.parse();
    let given = one(&html, "[data-for=finder]");
    DirectoryProps::from_lines(given.attr("data-props").unwrap()).unwrap()
}

#[test]
fn nothing_is_said_of_this_moment_before_a_phone_says_it() {
    let page = full_page();
    let html = page.parse();
    let lines = all(&html, ".now");
    assert!(lines.len() > 30, "{}", lines.len());
    for line in lines {
        // A key service shows its usual hours until then.
        assert_eq!(words(line), line.attr("data-usual").unwrap_or_default());
    }
    assert_eq!(all(&html, "[data-open-status][data-usual]").len(), 4);
    let shown: Vec<String> = all(&html, "body *").into_iter().map(words).collect();
    let now = &page.edition.text.now;
    for claim in [
        &now.always,
        &now.open,
        &now.closed_single,
        &now.may_be_open,
        &now.may_be_closed,
        &now.closed_now,
    ] {
        let (claim, _) = claim.split_once('{').unwrap_or((claim, ""));
        assert!(!shown.iter().any(|text| text.contains(claim)), "{claim}");
    }
}

#[test]
fn the_app_is_given_what_the_page_was_built_from() {
    let page = full_page();
    let html = page.parse();
    let given = directory(&page);
    let edition = &page.edition;
    assert_eq!(given.services.len(), edition.services.len());
    for (entry, service) in given.services.iter().zip(&edition.services) {
        assert_eq!(
            entry.candidate,
            Candidate::of(service, &edition.places),
            "{}",
            service.id
        );
        assert_eq!(
            entry.hours,
            Timetable::of(&service.hours, &service.areas),
            "{}",
            service.id
        );
        let dates = (
            service.assurance.checked.into(),
            service.assurance.next_check.into(),
        );
        let danger = service.group == Group::Emergency;
        assert_eq!(entry.checked, (!danger).then_some(dates), "{}", service.id);
        let text = words(card(&html, service)).to_lowercase();
        for word in &service.words.search {
            let known = entry.search.contains(word) || text.contains(&word.to_lowercase());
            assert!(known, "{} is not found by {word}", service.id);
        }
    }
    for (force, area) in given.police_areas.iter().zip(&edition.places) {
        assert_eq!(
            (&force.name, &force.force, force.region),
            (&area.name, &area.force, area.region)
        );
        for place in &area.places {
            let names = [&force.name, &force.force, &force.places];
            assert!(
                names.into_iter().any(|names| names.contains(place)),
                "{place}"
            );
        }
    }
    assert_eq!(given.police_areas.len(), edition.places.len());
    assert_eq!(given.police_areas[given.near].name, page.site.area.name);
    assert_eq!(given.opening, edition.text.now);
    assert_eq!(given.months, edition.text.months);
    assert_eq!(given.labels.search, edition.text.directory.search);
    assert_eq!(given.labels.not_copied, edition.text.service.not_copied);
    assert_eq!(
        given.reasons.contact_modes[ContactMode::Later as usize],
        edition.text.directory.talks[&ContactMode::Later]
    );
    assert_eq!(
        DirectoryProps::from_lines(&given.to_lines()),
        Some(given.clone())
    );
}

#[test]
fn the_app_is_told_what_comes_first_for_words_of_despair() {
    let page = shipped_page();
    let (given, edition) = (directory(&page), &page.edition);
    let crisis = given.crisis.clone().unwrap();
    assert_eq!(edition.services[crisis.service].id, "samaritans");
    assert_eq!(edition.guides[crisis.guide].id, "too-much");
    let listed = &edition.service("samaritans").unwrap().words.crisis;
    assert_eq!(crisis.phrases, *listed);
    let without = DirectoryProps {
        crisis: None,
        ..given
    };
    assert_eq!(
        DirectoryProps::from_lines(&without.to_lines()),
        Some(without.clone())
    );
}

#[test]
fn lists_that_no_build_writes_are_refused() {
    let given = directory(&shipped_page());
    let lines = given.to_lines();
    assert!(DirectoryProps::from_lines(&lines).is_some());
    assert!(DirectoryProps::from_lines("").is_none());
    let all: Vec<&str> = lines.split('\n').collect();
    for missing in 0..5 {
        let mut fewer = all.clone();
        fewer.remove(missing);
        let read = DirectoryProps::from_lines(&fewer.join("\n"));
        assert!(
            read.is_none_or(|read| read != given),
            "without the list {missing}"
        );
    }
    assert!(DirectoryProps::from_lines("1\n\n").is_none());
}

#[test]
fn a_line_that_is_said_to_be_open_or_closed_is_said_to_change_hours_too() {
    let page = full_page();
    let html = page.parse();
    let silent = Timetable::of(&domain::service::Hours::NotStated, &[]);
    for (service, entry) in page.edition.services.iter().zip(&directory(&page).services) {
        if entry.hours == silent || service.group == Group::Emergency || service.id == "example" {
            continue;
        }
        let text = words(card(&html, service));
        assert!(text.contains("can change"), "{}", service.id);
    }
    for lines in [".view--start", ".key-contacts"] {
        assert!(words(one(&html, lines)).contains("can change"), "{lines}");
    }
}

#[test]
fn the_traces_of_a_call_come_before_its_number() {
    let page = full_page();
    let html = page.parse();
    for service in &page.edition.services {
        let traces = service
            .contacts
            .iter()
            .any(|contact| contact.trace().is_some());
        if service.group == Group::Emergency || !traces {
            continue;
        }
        let card = card(&html, service);
        let line = page.edition.trace_note(service).unwrap();
        let at =
            |is: &dyn Fn(ElementRef<'_>) -> bool| card.descendent_elements().position(is).unwrap();
        let note = at(&|inner| inner.value().name() == "p" && words(inner) == line);
        let pressed = at(&|inner| {
            inner
                .attr("href")
                .is_some_and(|href| !href.starts_with("https:"))
        });
        assert!(note < pressed, "{}", service.id);
        if service.call().is_some() && service.id != "example" {
            assert!(line.contains("Not safe to talk?"), "{line}");
        }
    }
}

#[test]
fn the_start_has_what_fits_most_people_and_the_silent_contact_options() {
    let page = shipped_page();
    let html = page.parse();
    let numbers: Vec<String> = all(&html, ".view--start > .call bdi")
        .into_iter()
        .map(words)
        .collect();
    let near = &page
        .edition
        .service("safer-places")
        .unwrap()
        .call()
        .unwrap()
        .written()
        .to_owned();
    assert_eq!(numbers, ["999", "0808 802 0300", near]);
    let quiet = one(&html, ".view--start .quiet");
    let text = words(quiet);
    for step in &page.edition.service("silent-mobile").unwrap().words.steps {
        assert!(text.contains(step.as_str()), "{step}");
    }
    for talk in [
        ContactMode::Text,
        ContactMode::Typing,
        ContactMode::Sign,
        ContactMode::Language,
    ] {
        assert!(
            text.contains(&page.edition.text.directory.talks[&talk]),
            "{talk:?}"
        );
    }
    let links = quiet
        .descendent_elements()
        .filter(|inner| inner.attr("href").is_some());
    assert!(links.count() >= 6);
}

#[test]
fn the_card_for_a_shoe_has_five_numbers_and_no_name() {
    let page = full_page();
    let html = page.parse();
    let folded = one(&html, ".fold__card");
    let lines: Vec<String> = all(&html, ".fold__card dd")
        .into_iter()
        .map(words)
        .collect();
    assert_eq!(lines.len(), 5, "{lines:?}");
    let text = words(folded);
    for service in &page.edition.services {
        let named = service.name.chars().any(char::is_alphabetic) && text.contains(&service.name);
        assert!(!named, "{}", service.name);
    }
    assert_eq!(domain::site::revealing_word(&text.replace("999", "")), None);
    let known: Vec<&str> = page
        .edition
        .services
        .iter()
        .filter_map(|service| service.call())
        .map(DialNumber::written)
        .collect();
    for line in lines {
        let number = line.split(',').next().unwrap();
        assert!(known.contains(&number), "{number}");
    }
}

#[test]
fn every_call_can_be_copied_and_shown_large_and_the_main_lines_say_what_happens() {
    let page = shipped_page();
    let html = page.parse();
    for service in &page.edition.services {
        let card = card(&html, service);
        let tools = card
            .descendent_elements()
            .filter(|inner| inner.value().name() == "button")
            .count();
        let calls = service
            .contacts
            .iter()
            .any(|it| matches!(it, Contact::Call(_)));
        assert_eq!(tools, if calls { 2 } else { 0 }, "{}", service.id);
    }
    for id in [
        "emergency-999",
        "national-stalking-helpline",
        "safer-places",
        "paladin",
        "police-101",
        "samaritans",
        "herts-domestic-abuse-helpline",
    ] {
        assert!(
            !page.edition.service(id).unwrap().words.call.is_empty(),
            "{id}"
        );
    }
}
