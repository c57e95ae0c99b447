//! What holds for any list of services that is published, on the real one.

use std::sync::LazyLock;

use domain::matching::{Answers, Candidate, Place};
use domain::place::Region;
use domain::service::{Contact, ContactMode, PerpetratorRelation};

use crate::List;

/// The real content, read once: reading it takes a second in an unoptimised build.
fn published() -> &'static List {
    static PUBLISHED: LazyLock<List> = LazyLock::new(|| {
        let edition = content::read_edition(test_support::project(), "en").unwrap();
        List {
            services: edition.services,
            places: edition.places,
        }
    });
    &PUBLISHED
}

#[test]
fn every_way_of_talking_is_backed_by_something_that_can_be_pressed_or_done() {
    let list = published();
    for service in &list.services {
        for contact_mode in ContactMode::of(service) {
            let has = |is: fn(&Contact) -> bool| service.contacts.iter().any(is);
            let backed = match contact_mode {
                ContactMode::Aloud => has(|it| matches!(it, Contact::Call(_) | Contact::Visit(_))),
                ContactMode::Text => {
                    has(|it| matches!(it, Contact::Text(_)))
                        || service.contact_modes.contains(&contact_mode)
                }
                ContactMode::Typing
                | ContactMode::Sign
                | ContactMode::Language
                | ContactMode::Later => !service.contacts.is_empty(),
            };
            assert!(backed, "{}: {contact_mode:?}", service.id);
        }
    }
}

#[test]
fn each_answer_alone_finds_somebody_who_answers() {
    let list = published();
    let places = list.places.iter().map(|area| list.police(&area.id));
    let countries = Region::ALL
        .into_iter()
        .filter(|region| *region != Region::Uk)
        .map(Place::Country);
    let places = places.chain(countries).map(|place| Answers {
        place: Some(place),
        ..Answers::default()
    });
    let perpetrators = PerpetratorRelation::ALL.map(|perpetrator| Answers {
        perpetrator: Some(perpetrator),
        ..Answers::default()
    });
    let talks = ContactMode::ALL.map(|contact_mode| Answers {
        contact_mode: Some(contact_mode),
        ..Answers::default()
    });
    for answers in places.chain(perpetrators).chain(talks) {
        let found = list.beyond_danger(answers);
        let sign = answers.contact_mode == Some(ContactMode::Sign); // no source that could be published names one yet
        assert!(sign || !found.is_empty(), "{answers:?}");
    }
}

#[test]
fn every_service_comes_back_from_its_numbers() {
    let list = published();
    for listed in list.candidates() {
        assert_eq!(Candidate::from_numbers(&listed.numbers()), Some(listed));
    }
}
