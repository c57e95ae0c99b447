//! Area, eligibility, language and cost: the edition's, and absent where the edition has none.

use domain::place::{Area, Region};
use domain::service::{Cost, Interpreters, LanguageTag};
use serde_json::Value;

use crate::scene::{Scene, attributes, list, text};

const fn code(region: Region) -> &'static str {
    match region {
        Region::Uk => "uk",
        Region::England => "england",
        Region::Wales => "wales",
        Region::Scotland => "scotland",
        Region::NorthernIreland => "northern-ireland",
    }
}

#[test]
fn a_service_works_where_it_does_and_nowhere_if_it_names_no_area() {
    let scene = Scene::full();
    let mut silent = 0;
    for (service, written) in scene.each() {
        let expected = service.areas.iter().map(|area| match area {
            Area::Region(region) => (
                scene.edition.text.areas[region].clone(),
                code(*region),
                None,
            ),
            Area::Police(area) => (area.name.clone(), area.id.as_str(), Some(code(area.region))),
        });
        let found = list(written, "service_areas").iter().map(|area| {
            assert_eq!(area["extent_type"], "text");
            assert_eq!(area["extent"], area["name"]);
            let within = area.get("x_within").and_then(Value::as_str);
            (text(area, "name").to_owned(), text(area, "x_code"), within)
        });
        assert!(found.eq(expected), "{}", service.id);
        silent += usize::from(service.areas.is_empty());
    }
    assert!(silent > 0);
    // A person in Scotland is not sent to a line of England.
    let england = list(scene.one("england-domestic-abuse"), "service_areas");
    let codes = england.iter().map(|area| text(area, "x_code"));
    assert_eq!(codes.collect::<Vec<_>>(), ["england"]);
}

#[test]
fn who_it_is_for_comes_first_and_what_else_to_know_after_it() {
    for (service, written) in Scene::full().each() {
        let words = &service.words;
        assert_eq!(text(written, "eligibility_description"), words.eligibility);
        let paragraphs: Vec<&str> = text(written, "description").split("\n\n").collect();
        let (first, notes) = paragraphs.split_first().unwrap();
        assert_eq!(*first, words.eligibility);
        assert_eq!(notes, words.notes, "{}", service.id);
        let steps = written.get("application_process").and_then(Value::as_str);
        let steps: Vec<&str> = steps.map(|it| it.split('\n').collect()).unwrap_or_default();
        assert_eq!(steps, words.steps, "{}", service.id);
        assert_eq!(list(written, "x_what_happens_on_a_call"), words.call);
        assert_eq!(list(written, "x_search_words"), words.search);
        let leaves = written.get("x_leaves_behind").and_then(Value::as_str);
        assert_eq!(leaves, words.traces.as_deref());
    }
}

#[test]
fn its_languages_are_there_and_that_english_is_another_one() {
    let scene = Scene::full();
    let mut looked_at = 0;
    for (service, written) in scene.each() {
        let found = list(written, "languages").iter().map(|language| {
            assert_eq!(language["note"], "Besides English.");
            (text(language, "code"), text(language, "name"))
        });
        let names = &scene.edition.text.languages;
        let own = service.languages.own.iter().map(LanguageTag::as_str);
        let own: Vec<_> = own.map(|code| (code, names[code].as_str())).collect();
        assert_eq!(found.collect::<Vec<_>>(), own, "{}", service.id);
        looked_at += own.len();
        let interprets = service.languages.interpreters == Interpreters::OnRequest;
        let says = &scene.edition.text.service.interprets;
        let found = written
            .get("interpretation_services")
            .and_then(Value::as_str);
        assert_eq!(found, interprets.then_some(says.as_str()), "{}", service.id);
        let code = if interprets {
            "on-request"
        } else {
            "not-stated"
        };
        assert_eq!(attributes(written, "interpreters"), [code]);
    }
    assert!(looked_at > 2);
}

#[test]
fn only_what_a_source_calls_free_costs_nothing() {
    let scene = Scene::full();
    for (service, written) in scene.each() {
        let (code, option) = match service.cost {
            Cost::Free => ("free", Some("any contact")),
            Cost::FreeToCall => ("free-to-call", Some("a call")),
            Cost::UsuallyFree => ("usually-free", None),
            Cost::Charged => ("charged", None),
            Cost::NotStated => ("not-stated", None),
        };
        assert_eq!(attributes(written, "cost"), [code], "{}", service.id);
        let words = scene.edition.text.service.cost.get(&service.cost);
        let found = written.get("fees_description").and_then(Value::as_str);
        assert_eq!(found, words.map(String::as_str), "{}", service.id);
        assert_eq!(found.is_none(), service.cost == Cost::NotStated);
        let options = list(written, "cost_options").iter().map(|it| {
            assert_eq!(it["amount"], 0);
            assert_eq!(it["currency"], "GBP");
            text(it, "option")
        });
        assert!(options.eq(option), "{}", service.id);
    }
}
