//! Fixture: the file, parsed, and the edition that it was made from.

use std::path::Path;

use content::{self, Edition};
use domain::service::Service;
use serde_json::Value;
use site::open_data::OpenData;

use jiff::civil::{Date, date};

use crate::copy::Copy;

/// The day of a build.
pub(crate) const BUILT: Date = date(2026, 11, 22);

/// An edition and its directory.
pub(crate) struct Scene {
    pub(crate) edition: Edition,
    pub(crate) text: String,
    pub(crate) json: Value,
}

impl Scene {
    /// The real services, and the example with one of everything among them.
    pub(crate) fn full() -> Self {
        Self::of(read(Copy::new().root()))
    }

    /// The real services.
    pub(crate) fn real() -> Self {
        Self::of(read(test_support::project()))
    }

    /// The directory of an edition.
    pub(crate) fn of(edition: Edition) -> Self {
        let text = OpenData::new(&edition, BUILT).unwrap().json;
        let json = serde_json::from_str(&text).unwrap();
        Self {
            edition,
            text,
            json,
        }
    }

    /// The services in the file.
    pub(crate) fn written(&self) -> &[Value] {
        self.json["services"].as_array().unwrap()
    }

    /// Every service of the edition with its object in the file.
    pub(crate) fn each(&self) -> impl Iterator<Item = (&Service, &Value)> {
        self.edition.services.iter().map(|service| {
            let written = self.written().iter();
            let mut found = written.filter(|written| written["x_id"] == service.id.as_str());
            let one = found.next().unwrap_or(&Value::Null);
            assert!(found.next().is_none(), "{} is there twice", service.id);
            assert!(one.is_object(), "{} is not there", service.id);
            (service, one)
        })
    }

    /// The object in the file of the service with this id.
    pub(crate) fn one(&self, id: &str) -> &Value {
        let mut each = self.each();
        each.find(|(service, _)| service.id == id).unwrap().1
    }
}

fn read(root: &Path) -> Edition {
    content::read_edition(root, "en").unwrap()
}

/// The items of a list. An empty list is absent.
pub(crate) fn list<'a>(of: &'a Value, name: &str) -> &'a [Value] {
    of.get(name).map_or(&[], |list| list.as_array().unwrap())
}

/// A required string.
#[track_caller]
pub(crate) fn text<'a>(of: &'a Value, name: &str) -> &'a str {
    of[name].as_str().unwrap_or_else(|| {
        let shown = of.to_string();
        unreachable!("no {name} in {shown}")
    })
}

/// The values of one kind of attribute.
pub(crate) fn attributes<'a>(service: &'a Value, link_type: &str) -> Vec<&'a str> {
    let all = list(service, "attributes").iter();
    let these = all.filter(|attribute| attribute["link_type"] == link_type);
    these.map(|attribute| text(attribute, "value")).collect()
}
