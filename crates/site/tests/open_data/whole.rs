//! Snapshot of the example of `tests/fixtures/`, which has one of everything.

use serde_json::{Value, json};

use crate::scene::Scene;

/// Without identifiers, which are tested elsewhere.
fn without_ids(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let fields = fields
                .iter()
                .filter(|(name, _)| !matches!(name.as_str(), "id" | "link_id"));
            let fields = fields.map(|(name, value)| (name.clone(), without_ids(value)));
            Value::Object(fields.collect())
        }
        Value::Array(items) => items.iter().map(without_ids).collect(),
        other => other.clone(),
    }
}

fn attribute((link_type, value): (&str, &str)) -> Value {
    json!({ "link_type": link_type, "link_entity": "service", "value": value })
}

/// How the example can be reached, and when.
fn contacts() -> Value {
    let schedules = [("09:00", "12:00"), ("13:00", "17:00")].map(|(opens, closes)| {
        json!({
            "valid_from": "2026-11-21",
            "valid_to": "2027-02-19",
            "freq": "WEEKLY",
            "byday": "MO",
            "opens_at": opens,
            "closes_at": closes,
            "x_closes_at": closes,
            "x_timezone": "Europe/London",
            "description": "Mondays.",
            "notes": "Local time in the United Kingdom, summer time included. Hours can change.",
        })
    });
    json!({
        "url": "https://www.example.org/",
        "additional_urls": [
            { "label": "Open their chat", "url": "https://chat.example.org/", "x_kind": "chat" },
            { "label": "Open their form", "url": "https://www.example.org/form", "x_kind": "form" },
            { "label": "Sign with an interpreter", "url": "https://bsl.example.org/", "x_kind": "bsl-video" },
        ],
        "email": "help@example.org",
        "phones": [
            { "number": "+448088020300", "x_written": "0808 802 0300", "type": "voice" },
            { "number": "85258", "x_written": "85258", "type": "text" },
            { "number": "18001101", "x_written": "18001 101", "type": "textphone" },
        ],
        "service_at_locations": [{ "location": {
            "location_type": "physical",
            "addresses": [{
                "address_1": "1 High Street",
                "city": "Hertford",
                "state_province": "",
                "postal_code": "SG14 1AA",
                "country": "GB",
                "address_type": "physical",
                "x_written": "1 High Street, Hertford, SG14 1AA",
            }],
        } }],
        "schedules": schedules,
        "x_hours_description": "Mondays.",
    })
}

/// What it is, who it is for and on what terms.
fn terms() -> Value {
    let attributes = [
        ("group", "support"),
        ("audience", "women"),
        ("audience", "deaf"),
        ("done-by", "partner"),
        ("done-by", "family"),
        ("way-to-talk", "aloud"),
        ("way-to-talk", "text"),
        ("way-to-talk", "typing"),
        ("way-to-talk", "sign"),
        ("way-to-talk", "language"),
        ("way-to-talk", "later"),
        ("confidence", "confirmed"),
        ("cost", "free-to-call"),
        ("interpreters", "on-request"),
        ("hours", "weekly"),
        ("hours-agreement", "confirmed"),
        ("bank-holidays", "unknown"),
    ]
    .map(attribute);
    json!({
        "x_id": "example",
        "name": "Example Line",
        "status": "active",
        "description": "Anyone who tests\n\nSomething to know.",
        "eligibility_description": "Anyone who tests",
        "application_process": "One step.\nAnother step.",
        "x_what_happens_on_a_call": ["Somebody answers."],
        "x_leaves_behind": "What a test leaves behind.",
        "x_search_words": ["test"],
        "organization": {
            "name": "Example Trust",
            "description": "Who runs the service, as our sources say. It may not be a registered name.",
        },
        "assured_date": "2026-11-21",
        "x_next_check": "2027-02-19",
        "x_sources": [{ "name": "Example Trust", "date": "2026" }],
        "x_bill": {
            "claim": "should-not-show",
            "source": { "name": "Example Leaflet", "date": "2026" },
        },
        "fees_description": "Calls are free. A text may cost money.",
        "cost_options": [{ "option": "a call", "currency": "GBP", "amount": 0 }],
        "interpretation_services": "You can ask for an interpreter.",
        "languages": [{ "name": "Welsh", "code": "cy", "note": "Besides English." }],
        "service_areas": [
            { "name": "the UK", "extent": "the UK", "extent_type": "text", "x_code": "uk" },
            { "name": "Wales", "extent": "Wales", "extent_type": "text", "x_code": "wales" },
            {
                "name": "Hertfordshire",
                "extent": "Hertfordshire",
                "extent_type": "text",
                "x_code": "hertfordshire",
                "x_within": "england",
            },
        ],
        "attributes": attributes,
    })
}

#[test]
fn one_of_everything_comes_through_whole() {
    let scene = Scene::full();
    let found = without_ids(scene.one("example"));
    let (found, contacts, terms) = (found.as_object().unwrap(), contacts(), terms());
    let expected = contacts.as_object().unwrap().iter();
    let expected: Vec<_> = expected.chain(terms.as_object().unwrap()).collect();
    for (name, value) in &expected {
        assert_eq!(found.get(*name), Some(*value), "{name}");
    }
    assert_eq!(found.len(), expected.len(), "{found:#?}");
}
