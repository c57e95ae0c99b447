//! The three questions on the real list: which services rank first, why, and which are left out.

#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test may fail loudly"
)]

use content::{self, Edition};
use domain::matching::{Answers, Candidate, ContactMode, Match, Place, Reason, matches};
use domain::place::{Area, Region};
use domain::service::{Contact, Group, PerpetratorRelation};
use std::sync::LazyLock;

use proptest::prelude::*;

/// The real content, read once: reading it takes a second in an unoptimised build.
fn edition() -> &'static Edition {
    static EDITION: LazyLock<Edition> =
        LazyLock::new(|| content::read_edition(test_support::project(), "en").unwrap());
    &EDITION
}

fn listed(edition: &Edition) -> Vec<Candidate> {
    let services = edition.services.iter();
    services
        .map(|service| Candidate::of(service, &edition.places))
        .collect()
}

fn police(edition: &Edition, id: &str) -> Place {
    let place = edition
        .places
        .iter()
        .position(|area| area.id == id)
        .unwrap();
    Place::Police(u16::try_from(place).unwrap(), edition.places[place].region)
}

/// The ids of the matches, with their reasons.
fn found(edition: &Edition, answers: Answers) -> Vec<(String, Vec<Reason>)> {
    let fits = matches(&listed(edition), answers).into_iter();
    fits.map(|Match { service, reasons }| (edition.services[service].id.clone(), reasons))
        .collect()
}

/// The same without the ways to reach 999.
fn beyond_danger(edition: &Edition, answers: Answers) -> Vec<String> {
    let ids = found(edition, answers).into_iter().map(|(id, _)| id);
    ids.filter(|id| edition.service(id).unwrap().group != Group::Emergency)
        .collect()
}

#[test]
fn stalking_in_the_county_by_an_ex_ranks_local_specialists_first() {
    let edition = edition();
    let here = police(edition, "hertfordshire");
    let answers = Answers {
        place: Some(here),
        perpetrator: Some(PerpetratorRelation::Partner),
        contact_mode: Some(ContactMode::Aloud),
    };
    let found = found(edition, answers);
    assert_eq!(found[0].0, "emergency-999");
    assert_eq!(found[0].1, [Reason::Danger]);
    let local: Vec<&str> = found[1..3].iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(local, ["herts-domestic-abuse-helpline", "safer-places"]);
    let reasons = [
        Reason::Local(here),
        Reason::Specialism(PerpetratorRelation::Partner),
        Reason::Mode(ContactMode::Aloud),
    ];
    assert_eq!(found[1].1, reasons);
    assert_eq!(found[3].0, "national-stalking-helpline");
}

#[test]
fn a_stranger_s_victim_is_not_sent_to_lines_for_families() {
    let edition = edition();
    let answers = Answers {
        perpetrator: Some(PerpetratorRelation::Stranger),
        ..Answers::default()
    };
    let found = beyond_danger(edition, answers);
    assert_eq!(found[0], "national-stalking-helpline");
    for id in found {
        let relations = &edition.service(&id).unwrap().perpetrator_relations;
        assert!(
            relations.is_empty() || relations.contains(&PerpetratorRelation::Stranger),
            "{id}"
        );
    }
}

#[test]
fn scotland_is_not_sent_to_england() {
    let edition = edition();
    let answers = Answers {
        place: Some(Place::Country(Region::Scotland)),
        ..Answers::default()
    };
    let found = beyond_danger(edition, answers);
    assert!(found.contains(&"scotland-domestic-abuse-forced-marriage".to_owned()));
    assert!(found.contains(&"victim-support-scotland".to_owned()));
    for id in found {
        let areas = &edition.service(&id).unwrap().areas;
        let works =
            areas.is_empty() || areas.contains(&Area::UK) || areas.contains(&Area::SCOTLAND);
        // Scotland's own pages signpost to it.
        assert!(works || id == "national-stalking-helpline", "{id}");
    }
    let reasons = self::found(edition, answers);
    let helpline = reasons
        .iter()
        .find(|(id, _)| id == "national-stalking-helpline");
    assert_eq!(helpline.unwrap().1, [Reason::Signposted(Region::Scotland)]);
}

#[test]
fn who_signs_or_cannot_speak_finds_the_way_to_999_first_and_it_says_no_more_than_danger() {
    let edition = edition();
    for (contact_mode, first) in [
        (ContactMode::Sign, "bsl-999"),
        (ContactMode::Text, "silent-mobile"),
        (ContactMode::Typing, "silent-mobile"),
        (ContactMode::Aloud, "emergency-999"),
    ] {
        let found = found(
            edition,
            Answers {
                contact_mode: Some(contact_mode),
                ..Answers::default()
            },
        );
        assert_eq!(
            found[0],
            (first.to_owned(), vec![Reason::Danger]),
            "{contact_mode:?}"
        );
    }
    // A call that is made in silence is not a way to speak, and 999 takes no text that is not registered.
    let aloud = found(
        edition,
        Answers {
            contact_mode: Some(ContactMode::Aloud),
            ..Answers::default()
        },
    );
    assert!(aloud.iter().all(|(id, _)| !id.starts_with("silent")));
}

#[test]
fn every_way_of_talking_is_backed_by_something_that_can_be_pressed_or_done() {
    let edition = edition();
    for service in &edition.services {
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
    let edition = edition();
    let places = (0..edition.places.len()).map(|place| police(edition, &edition.places[place].id));
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
        let found = beyond_danger(edition, answers);
        let sign = answers.contact_mode == Some(ContactMode::Sign); // no source that could be published names one yet
        assert!(sign || !found.is_empty(), "{answers:?}");
    }
}

fn any_answers() -> impl Strategy<Value = (Option<usize>, Option<usize>, Option<usize>)> {
    (
        prop::option::of(0..49_usize),
        prop::option::of(0..PerpetratorRelation::ALL.len()),
        prop::option::of(0..ContactMode::ALL.len()),
    )
}

fn answers(
    edition: &Edition,
    (place, perpetrator, contact_mode): (Option<usize>, Option<usize>, Option<usize>),
) -> Answers {
    let place = place.map(|place| match edition.places.get(place) {
        Some(area) => police(edition, &area.id),
        None => Place::Country(Region::ALL[1 + (place - edition.places.len()) % 4]),
    });
    Answers {
        place,
        perpetrator: perpetrator.map(|perpetrator| PerpetratorRelation::ALL[perpetrator]),
        contact_mode: contact_mode.map(|contact_mode| ContactMode::ALL[contact_mode]),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// A further answer never adds a service, and every match has a reason for each answer.
    #[test]
    fn another_answer_only_takes_away_and_each_is_a_reason(given in any_answers()) {
        let edition = edition();
        let all = answers(edition, given);
        let found_with = |answers| found(edition, answers);
        let narrow = found_with(all);
        for wide in [
            Answers { place: None, ..all },
            Answers { perpetrator: None, ..all },
            Answers { contact_mode: None, ..all },
        ] {
            let wide: Vec<String> = found_with(wide).into_iter().map(|(id, _)| id).collect();
            for (id, _) in &narrow {
                // A contact mode adds the ways to reach 999 by that mode, and no other service.
                let danger = edition.service(id).unwrap().group == Group::Emergency;
                prop_assert!(danger || wide.contains(id), "{} came in", id);
            }
        }
        for (id, reasons) in narrow {
            let service = edition.service(&id).unwrap();
            if service.group == Group::Emergency {
                prop_assert_eq!(reasons, vec![Reason::Danger]);
                continue;
            }
            let has = |is: fn(&Reason) -> bool| reasons.iter().any(is);
            prop_assert_eq!(
                all.place.is_some(),
                has(|it| matches!(it, Reason::Local(_)
                        | Reason::Works(_)
                        | Reason::Signposted(_)
                        | Reason::PlaceUnknown))
            );
            prop_assert_eq!(all.contact_mode.is_some(), has(|it| matches!(it, Reason::Mode(_))));
            let knows = all.perpetrator.is_some_and(|perpetrator| service.perpetrator_relations.contains(&perpetrator));
            prop_assert_eq!(knows, has(|it| matches!(it, Reason::Specialism(_))));
        }
    }

    /// The ways to reach 999 rank before every other service, whatever the answers.
    #[test]
    fn danger_comes_first(given in any_answers()) {
        let edition = edition();
        let found = found(edition, answers(edition, given));
        let danger = found.iter().map(|(id, _)| edition.service(id).unwrap().group == Group::Emergency);
        let danger: Vec<bool> = danger.collect();
        prop_assert!(danger.is_sorted_by(|a, b| a >= b), "{:?}", danger);
    }

    /// Numbers that no build writes are refused; the others round trip.
    #[test]
    fn numbers_come_back_or_are_refused(numbers in prop::collection::vec(-5..400_i64, 0..7)) {
        if let Some(read) = Candidate::from_numbers(&numbers) {
            prop_assert_eq!(Candidate::from_numbers(&read.numbers()), Some(read));
        }
    }
}

#[test]
fn every_service_comes_back_from_its_numbers() {
    let edition = edition();
    for listed in listed(edition) {
        assert_eq!(Candidate::from_numbers(&listed.numbers()), Some(listed));
    }
}
