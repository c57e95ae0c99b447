//! The three questions: which services rank first, why, and which are left out.
//!
//! The rules are tested on a fixture (`tests/fixtures/directory`), which no edit of `content/` changes. `published.rs`
//! asserts what holds for any list that is published, on the real one.

#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test may fail loudly"
)]

mod published;

use std::sync::{Arc, LazyLock};

use content::Directory;
use domain::matching::{Answers, Candidate, Match, Place, Reason, matches};
use domain::place::{Area, PoliceArea, Region};
use domain::service::{ContactMode, Group, PerpetratorRelation, Service};
use proptest::prelude::*;

/// Services and police areas, as the rules see them.
struct List {
    services: Vec<Service>,
    places: Vec<Arc<PoliceArea>>,
}

/// The fixture, read once.
fn fixture() -> &'static List {
    static FIXTURE: LazyLock<List> = LazyLock::new(|| {
        let root = test_support::project().join("tests/fixtures/directory");
        let Directory {
            services, places, ..
        } = content::read_directory(&root, "en").unwrap();
        List { services, places }
    });
    &FIXTURE
}

impl List {
    fn candidates(&self) -> Vec<Candidate> {
        let services = self.services.iter();
        services
            .map(|service| Candidate::of(service, &self.places))
            .collect()
    }

    fn police(&self, id: &str) -> Place {
        let place = self.places.iter().position(|area| area.id == id).unwrap();
        Place::Police(u16::try_from(place).unwrap(), self.places[place].region)
    }

    fn service(&self, id: &str) -> &Service {
        let mut services = self.services.iter();
        services.find(|service| service.id == id).unwrap()
    }

    /// The ids of the matches, with their reasons.
    fn found(&self, answers: Answers) -> Vec<(String, Vec<Reason>)> {
        let fits = matches(&self.candidates(), answers).into_iter();
        fits.map(|Match { service, reasons }| (self.services[service].id.clone(), reasons))
            .collect()
    }

    /// The same without the ways to reach 999.
    fn beyond_danger(&self, answers: Answers) -> Vec<String> {
        let ids = self.found(answers).into_iter().map(|(id, _)| id);
        ids.filter(|id| self.service(id).group != Group::Emergency)
            .collect()
    }
}

#[test]
fn stalking_in_the_county_by_an_ex_ranks_local_specialists_first() {
    let list = fixture();
    let here = list.police("anyshire");
    let answers = Answers {
        place: Some(here),
        perpetrator: Some(PerpetratorRelation::Partner),
        contact_mode: Some(ContactMode::Aloud),
    };
    let found = list.found(answers);
    assert_eq!(found[0].0, "emergency");
    assert_eq!(found[0].1, [Reason::Danger]);
    let local: Vec<&str> = found[1..3].iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(local, ["local-helpline", "local-advocates"]);
    let reasons = [
        Reason::Local(here),
        Reason::Specialism(PerpetratorRelation::Partner),
        Reason::Mode(ContactMode::Aloud),
    ];
    assert_eq!(found[1].1, reasons);
    assert_eq!(found[3].0, "stalking-helpline");
}

#[test]
fn a_stranger_s_victim_is_not_sent_to_lines_for_families() {
    let list = fixture();
    let answers = Answers {
        perpetrator: Some(PerpetratorRelation::Stranger),
        ..Answers::default()
    };
    let found = list.beyond_danger(answers);
    assert_eq!(found[0], "stalking-helpline");
    for id in found {
        let relations = &list.service(&id).perpetrator_relations;
        assert!(
            relations.is_empty() || relations.contains(&PerpetratorRelation::Stranger),
            "{id}"
        );
    }
}

#[test]
fn scotland_is_not_sent_to_england() {
    let list = fixture();
    let answers = Answers {
        place: Some(Place::Country(Region::Scotland)),
        ..Answers::default()
    };
    let found = list.beyond_danger(answers);
    assert!(found.contains(&"scotland-helpline".to_owned()));
    assert!(found.contains(&"scotland-victims".to_owned()));
    for id in found {
        let areas = &list.service(&id).areas;
        let works =
            areas.is_empty() || areas.contains(&Area::UK) || areas.contains(&Area::SCOTLAND);
        // Scotland's own pages signpost to it.
        assert!(works || id == "stalking-helpline", "{id}");
    }
    let reasons = list.found(answers);
    let helpline = reasons.iter().find(|(id, _)| id == "stalking-helpline");
    assert_eq!(helpline.unwrap().1, [Reason::Signposted(Region::Scotland)]);
}

#[test]
fn who_signs_or_cannot_speak_finds_the_way_to_999_first_and_it_says_no_more_than_danger() {
    let list = fixture();
    for (contact_mode, first) in [
        (ContactMode::Sign, "emergency-signed"),
        (ContactMode::Text, "silent-call"),
        (ContactMode::Typing, "silent-call"),
        (ContactMode::Aloud, "emergency"),
    ] {
        let found = list.found(Answers {
            contact_mode: Some(contact_mode),
            ..Answers::default()
        });
        assert_eq!(
            found[0],
            (first.to_owned(), vec![Reason::Danger]),
            "{contact_mode:?}"
        );
    }
    // A call that is made in silence is not a way to speak, and 999 takes no text that is not registered.
    let aloud = list.found(Answers {
        contact_mode: Some(ContactMode::Aloud),
        ..Answers::default()
    });
    assert!(aloud.iter().all(|(id, _)| !id.starts_with("silent")));
}

/// Indexes of a place (an area, then the four countries), a relation and a contact mode.
fn any_answers() -> impl Strategy<Value = (Option<usize>, Option<usize>, Option<usize>)> {
    (
        prop::option::of(0..fixture().places.len() + 4),
        prop::option::of(0..PerpetratorRelation::ALL.len()),
        prop::option::of(0..ContactMode::ALL.len()),
    )
}

fn answers(
    list: &List,
    (place, perpetrator, contact_mode): (Option<usize>, Option<usize>, Option<usize>),
) -> Answers {
    let place = place.map(|place| match list.places.get(place) {
        Some(area) => list.police(&area.id),
        None => Place::Country(Region::ALL[1 + (place - list.places.len())]),
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
        let list = fixture();
        let all = answers(list, given);
        let found_with = |answers| list.found(answers);
        let narrow = found_with(all);
        for wide in [
            Answers { place: None, ..all },
            Answers { perpetrator: None, ..all },
            Answers { contact_mode: None, ..all },
        ] {
            let wide: Vec<String> = found_with(wide).into_iter().map(|(id, _)| id).collect();
            for (id, _) in &narrow {
                // A contact mode adds the ways to reach 999 by that mode, and no other service.
                let danger = list.service(id).group == Group::Emergency;
                prop_assert!(danger || wide.contains(id), "{} came in", id);
            }
        }
        for (id, reasons) in narrow {
            let service = list.service(&id);
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
        let list = fixture();
        let found = list.found(answers(list, given));
        let danger = found.iter().map(|(id, _)| list.service(id).group == Group::Emergency);
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
fn a_candidate_is_staffed_as_its_service_is() {
    let list = fixture();
    let candidates = list.candidates();
    let pairs = list.services.iter().zip(&candidates);
    let staffed: Vec<bool> = pairs
        .map(|(service, candidate)| {
            assert_eq!(
                candidate.is_staffed(),
                service.is_staffed(),
                "{}",
                service.id
            );
            candidate.is_staffed()
        })
        .collect();
    assert!(staffed.contains(&true) && staffed.contains(&false));
}
