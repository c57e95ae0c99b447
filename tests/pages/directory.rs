//! The directory as open data, as `make build` left it in `kit/`. Nothing of it is beside the page.

use std::fs;

use site::open_data::OpenData;

use crate::page::{edition, root};
use crate::{dist, files};

fn built() -> String {
    fs::read_to_string(root().join("kit/directory/services.json")).unwrap_or_default()
}

#[test]
fn what_was_built_is_what_is_tested_here() {
    let built = built();
    let json: serde_json::Value = serde_json::from_str(&built).unwrap_or_default();
    let day = json["generated"].as_str().unwrap_or("1970-01-01");
    let fresh = OpenData::new(&edition(), day.parse().unwrap()).unwrap();
    assert!(
        built == fresh.json,
        "kit/directory/services.json is older than the sources: run `make build`"
    );
}

#[test]
fn nothing_of_it_is_in_what_is_shipped() {
    let built = built();
    // Names of fields that only this file has.
    let signs = ["hsds_version", "x_sources", "x_next_check", "cost_options"];
    for sign in signs {
        assert!(built.contains(sign), "{sign}: run `make build`");
    }
    for path in files::below(&dist::folder()) {
        let name = path.display();
        assert_ne!(path.file_name().unwrap(), "services.json", "{name}");
        assert!(!path.to_string_lossy().contains("/directory/"), "{name}");
        let text = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
        for sign in signs {
            assert!(!text.contains(sign), "{sign} in {name}");
        }
    }
}
