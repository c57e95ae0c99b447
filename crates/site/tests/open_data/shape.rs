//! Names of fields, identifiers, order, and what surrounds the services.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::{env, fs, process};

use jiff::civil::date;
use serde_json::Value;
use site::open_data::OpenData;

use crate::scene::{Scene, text};

/// The fields of HSDS 3.1 that are used, object by object; those that it requires come first.
const FIELDS: [(&str, usize, &str); 15] = [
    (
        "service",
        3,
        "id name status description url additional_urls email contacts interpretation_services \
         application_process fees_description eligibility_description assured_date phones schedules \
         service_areas service_at_locations languages organization cost_options attributes",
    ),
    ("additional_urls", 2, "id url label"),
    ("contacts", 1, "id email"),
    ("phones", 2, "id number type"),
    (
        "schedules",
        1,
        "id valid_from valid_to freq byday opens_at closes_at description notes",
    ),
    ("service_areas", 1, "id name extent extent_type"),
    ("service_at_locations", 1, "id location"),
    ("location", 2, "id location_type addresses"),
    (
        "addresses",
        7,
        "id address_1 city state_province postal_code country address_type",
    ),
    ("languages", 1, "id name code note"),
    ("organization", 3, "id name description"),
    ("cost_options", 1, "id option currency amount"),
    ("attributes", 1, "id link_id link_type link_entity value"),
    // Our own attributes, and their content.
    ("x_sources", 2, "name date"),
    ("x_bill", 2, "claim source"),
];

/// Checks an object recursively.
fn look(kind: &str, object: &Value, seen: &mut BTreeSet<String>) {
    let kind = if kind == "source" { "x_sources" } else { kind };
    let (_, required, names) = FIELDS
        .into_iter()
        .find(|(name, ..)| *name == kind)
        .unwrap_or_else(|| unreachable!("no object of HSDS is called {kind}"));
    let names: Vec<&str> = names.split_whitespace().collect();
    for name in names.iter().take(required) {
        assert!(object.get(name).is_some(), "no {name} in {kind}: {object}");
    }
    for (name, value) in object.as_object().unwrap() {
        let known = names.contains(&name.as_str()) || name.starts_with("x_");
        assert!(known, "HSDS has no {name} in {kind}");
        seen.insert(format!("{kind}.{name}"));
        match value {
            Value::Object(_) => look(name, value, seen),
            Value::Array(items) => {
                assert!(!items.is_empty(), "an empty {name}");
                for item in items.iter().filter(|item| item.is_object()) {
                    look(name, item, seen);
                }
            }
            Value::Null => unreachable!("{name} is null in {object}"),
            // The county, which HSDS requires and addresses in the United Kingdom do not need.
            Value::String(text) => assert!(
                !text.trim().is_empty() || name == "state_province",
                "an empty {name} in {object}"
            ),
            Value::Bool(_) | Value::Number(_) => {}
        }
    }
}

#[test]
fn every_field_is_hsds_s_or_says_that_it_is_ours() {
    let mut seen = BTreeSet::new();
    for service in Scene::full().written() {
        look("service", service, &mut seen);
        assert_eq!(service["status"], "active");
    }
    // Each occurs at least once, except a second e-mail address, which no service has.
    for (kind, _, names) in FIELDS {
        for name in names.split_whitespace() {
            let there = seen.contains(&format!("{kind}.{name}"));
            let rare = kind == "contacts" || name == "contacts";
            assert_eq!(there, !rare, "{kind}.{name}");
        }
    }
}

#[test]
fn every_service_is_there_once_in_the_order_of_the_list() {
    let scene = Scene::real();
    assert!(scene.edition.services.len() > 40);
    let expected = scene.edition.services.iter().map(|service| &service.id);
    let found = scene.written().iter().map(|service| text(service, "x_id"));
    assert!(found.eq(expected));
    for (service, written) in scene.each() {
        assert_eq!(text(written, "name"), service.name);
    }
}

/// Every `id` below a value, except those of organisations, which several services share.
fn ids<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(id) if name == "id" => found.push(id),
                    _ if name == "organization" => {}
                    _ => ids(value, found),
                }
            }
        }
        Value::Array(items) => {
            for item in items {
                ids(item, found);
            }
        }
        _ => {}
    }
}

#[test]
fn an_identifier_is_a_uuid_of_its_own() {
    let scene = Scene::full();
    let mut all = Vec::new();
    ids(&scene.json, &mut all);
    assert!(all.len() > 500, "{}", all.len());
    for id in &all {
        let parsed = uuid::Uuid::parse_str(id).unwrap();
        assert_eq!(parsed.get_version_num(), 5, "{id}");
    }
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
    for service in scene.written() {
        for attribute in service["attributes"].as_array().unwrap() {
            assert_eq!(attribute["link_id"], service["id"]);
        }
    }
}

#[test]
fn the_same_people_have_the_same_identifier_wherever_they_run_a_service() {
    let scene = Scene::real();
    let organization = |(_, written): (_, &Value)| {
        let it = &written["organization"];
        (text(it, "name").to_owned(), text(it, "id").to_owned())
    };
    let pairs: BTreeSet<_> = scene.each().map(organization).collect();
    let names: BTreeSet<_> = pairs.iter().map(|(name, _)| name).collect();
    let ids: BTreeSet<_> = pairs.iter().map(|(_, id)| id).collect();
    assert_eq!((names.len(), ids.len()), (pairs.len(), pairs.len()));
    assert!(
        pairs.len() < scene.written().len(),
        "no organization runs two"
    );
    for (service, written) in scene.each() {
        assert_eq!(text(&written["organization"], "name"), service.organization);
    }
}

#[test]
fn two_builds_of_one_day_are_the_same_byte_for_byte_and_another_day_changes_only_itself() {
    let scene = Scene::full();
    assert_eq!(scene.text, Scene::full().text);
    let later = OpenData::new(&scene.edition, date(2027, 1, 2)).unwrap();
    let expected = scene.text.replacen(
        "\"generated\": \"2026-11-22\"",
        "\"generated\": \"2027-01-02\"",
        1,
    );
    assert_ne!(scene.text, expected);
    assert_eq!(later.json, expected);
}

#[test]
fn a_part_keeps_its_identifier_when_others_change_places() {
    let scene = Scene::full();
    let mut edition = scene.edition.clone();
    edition.services.reverse();
    for service in &mut edition.services {
        service.contacts.reverse();
    }
    let turned = Scene::of(edition);
    let sorted = |scene: &Scene| {
        let mut all = Vec::new();
        ids(&scene.json, &mut all);
        let all: BTreeSet<String> = all.into_iter().map(str::to_owned).collect();
        all
    };
    assert_eq!(sorted(&scene), sorted(&turned));
}

#[test]
fn the_head_says_what_it_is_how_old_and_on_what_terms_and_links_to_nothing() {
    let json = Scene::real().json;
    let head = json.as_object().unwrap();
    let names: BTreeSet<&str> = head.keys().map(String::as_str).collect();
    let expected = "generated hsds_version language license notice services";
    assert_eq!(names, expected.split(' ').collect());
    assert_eq!(text(&json, "hsds_version"), "3.1");
    assert_eq!(text(&json, "generated"), "2026-11-22");
    assert_eq!(text(&json, "language"), "en-GB");
    // The file that the project is under.
    assert_eq!(text(&json, "license"), "AGPL-3.0-or-later");
    let root = test_support::project();
    let license = fs::read_to_string(root.join("LICENSE")).unwrap();
    assert!(license.starts_with("GNU AFFERO GENERAL PUBLIC LICENSE\nVersion 3"));
    let notice = json["notice"].as_array().unwrap();
    let notice: Vec<&str> = notice.iter().map(|line| line.as_str().unwrap()).collect();
    let notice = notice.join(" ");
    for phrase in [
        "Nobody dialled",
        "can change",
        "assured_date",
        "service_areas",
    ] {
        assert!(notice.contains(phrase), "{phrase}");
    }
    for link in ["http", "www.", "://", "@"] {
        assert!(!notice.contains(link), "{link}");
    }
}

/// A temporary folder, removed when the test ends.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

#[test]
fn it_is_written_as_one_file_into_a_folder_that_need_not_exist() {
    let scene = Scene::real();
    let folder = Folder(env::temp_dir().join(format!("open-data-test-{}", process::id())));
    let inner = folder.0.join("kit/directory");
    let data = OpenData::new(&scene.edition, crate::scene::BUILT).unwrap();
    data.write(&inner).unwrap();
    let names = fs::read_dir(&inner).unwrap();
    let names: Vec<_> = names.map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["services.json"]);
    let written = fs::read_to_string(inner.join("services.json")).unwrap();
    assert_eq!(written, scene.text);
    assert!(written.ends_with("}\n"));
}
