//! Findings by place, and the baseline of a blank visit.

use std::path::Path;

use crate::disk::found_in_raw;
use crate::disk::lists::List;
use crate::disk::place::Place;
use crate::{Planted, TEXT, lists};

#[test]
fn every_kind_of_file_has_its_place() {
    let places = [
        ("profile/Default/Cache/Cache_Data/0a_0", Place::HttpCache),
        ("profile/cache2/entries/0A", Place::HttpCache),
        ("profile/Default/Code Cache/js/0a_0", Place::CodeCache),
        ("profile/startupCache/scriptCache.bin", Place::CodeCache),
        ("profile/Default/Sessions/Session_1", Place::Session),
        (
            "profile/sessionstore-backups/recovery.jsonlz4",
            Place::Session,
        ),
        ("profile/sessionstore.jsonlz4", Place::Session),
        ("profile/Default/History", Place::History),
        ("profile/Default/Top Sites-journal", Place::TopSites),
        ("profile/Default/Shortcuts", Place::TypedAddresses),
        (
            "profile/Default/Network Action Predictor",
            Place::TypedAddresses,
        ),
        ("profile/places.sqlite-wal", Place::History),
        ("profile/Default/Favicons-journal", Place::Favicons),
        ("profile/favicons.sqlite", Place::Favicons),
        ("profile/Default/Web Data", Place::Forms),
        ("profile/formhistory.sqlite", Place::Forms),
        ("profile/Default/Login Data", Place::Logins),
        ("profile/logins.json", Place::Logins),
        (
            "profile/Default/Local Storage/leveldb/000003.log",
            Place::Storage,
        ),
        ("profile/Default/Session Storage/000003.log", Place::Storage),
        (
            "profile/Default/Service Worker/CacheStorage/0a/index",
            Place::Storage,
        ),
        (
            "profile/storage/default/http+++127.0.0.1/ls/data.sqlite",
            Place::Storage,
        ),
        (
            "profile/storage/default/a/cache/morgue/1/b.final",
            Place::Storage,
        ),
        ("profile/Default/Network/Cookies", Place::Storage),
        ("profile/Default/Preferences", Place::Preferences),
        ("profile/prefs.js", Place::Preferences),
        ("profile/Default/optimization_guide/a", Place::Other),
        ("tmp/a", Place::Other),
    ];
    for (file, place) in places {
        assert_eq!(Place::of(Path::new(file)), place, "{file}");
    }
}

#[test]
fn findings_are_counted_by_place_and_a_blank_visit_is_taken_away() {
    let visit = Planted::new("Default/History", TEXT.as_bytes())
        .and(
            "Default/Sessions/Tabs_1",
            b"the example helpline, Quorvindel",
        )
        .and("Default/Sessions/Session_1", b"the example helpline")
        .search();
    assert_eq!(
        visit.places(List::Typed),
        [Place::Session, Place::ClosedTabs].into()
    );
    assert_eq!(
        visit.places(List::Words),
        [Place::Session, Place::ClosedTabs, Place::History].into()
    );
    let table = visit.table();
    let row = |place: &str| {
        let row = table
            .lines()
            .find(|line| line.trim_start().starts_with(place));
        let numbers = row.unwrap().split_whitespace().skip(1);
        numbers
            .map(|number| number.parse().unwrap())
            .collect::<Vec<usize>>()
    };
    // Two files of one place hold the same run: it counts once.
    assert_eq!(row("session"), [1, 1, 0, 1, 0], "{table}");
    assert_eq!(row("favicons"), [0, 0, 0, 0, 0], "{table}");
    for place in Place::ALL {
        assert!(
            table.contains(&format!("\n  {:<15}", place.name())),
            "{table}"
        );
    }

    let blank = Planted::new(
        "Default/Sessions/Tabs_2",
        b"the example helpline, Quorvindel",
    )
    .search();
    let left = visit.without(&blank);
    assert_eq!(left.places(List::Words), [Place::History].into());
    assert_eq!(left.places(List::Runs), [Place::History].into());
    assert_eq!(
        left.places(List::Typed),
        [Place::Session, Place::ClosedTabs].into(),
        "what was typed is never known before"
    );
    assert!(left.lines(1).contains("Tabs_1"), "{}", left.lines(9));
    assert_eq!(left.lines(1).lines().count(), 1);
}

#[test]
fn what_a_browser_brings_along_is_read_as_it_is() {
    let planted = Planted::new("omni.ja", TEXT.replace(' ', "\\n").as_bytes());
    let found = found_in_raw(&planted.folder.path().join("omni.ja"), &lists()).unwrap();
    let runs = found.iter().filter(|(list, _)| *list == List::Runs);
    assert_eq!(runs.count(), lists().runs());
    assert!(found.contains(&(List::Runs, "keep your phone".to_owned())));
}
