//! Places within a file: engagement scores, closed tabs, typed addresses.

use rusqlite::Connection;

use crate::disk::lists::List;
use crate::disk::place::Place;
use crate::{Planted, found_in};

const ADDRESS: &str = "http://127.0.0.1:4711/";

/// A session of Firefox as it packs it.
fn packed(session: &str) -> Vec<u8> {
    let mut packed = b"mozLz40\0".to_vec();
    packed.extend(u32::try_from(session.len()).unwrap().to_le_bytes());
    packed.extend(lz4_flex::block::compress(session.as_bytes()));
    packed
}

/// The bytes of a database that SQLite wrote, and of its log if that is kept.
fn database(setup: &str) -> (Vec<u8>, Option<Vec<u8>>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("data");
    let database = Connection::open(&path).unwrap();
    database.execute_batch(setup).unwrap();
    let log = std::fs::read(folder.path().join("data-wal")).ok();
    (std::fs::read(path).unwrap(), log)
}

#[track_caller]
fn is_at(path: &str, bytes: &[u8], places: &[Place]) {
    let findings = found_in(path, bytes);
    let found = findings.places(List::Address);
    let expected = places.iter().copied().collect();
    assert_eq!(found, expected, "{path}: {}", findings.lines(9));
}

#[test]
fn engagement_scores_are_told_from_other_settings() {
    let settings = |kind: &str| {
        format!(
            r#"{{"profile": {{"content_settings": {{"exceptions": {{"{kind}": {{"{ADDRESS},*": {{"setting": {{"rawScore": 4.2}}}}}}}}}}}}}}"#
        )
    };
    for kind in ["site_engagement", "media_engagement"] {
        let both = [Place::Engagement, Place::Preferences];
        is_at("Default/Preferences", settings(kind).as_bytes(), &both);
    }
    let other = settings("cookies");
    is_at(
        "Default/Preferences",
        other.as_bytes(),
        &[Place::Preferences],
    );
    is_at(
        "Default/Preferences",
        ADDRESS.as_bytes(),
        &[Place::Preferences],
    );
}

#[test]
fn closed_tabs_are_told_from_open_ones() {
    let both = [Place::Session, Place::ClosedTabs];
    for path in ["Default/Sessions/Tabs_1", "Default/Last Tabs"] {
        is_at(path, ADDRESS.as_bytes(), &both);
    }
    is_at(
        "Default/Sessions/Session_1",
        ADDRESS.as_bytes(),
        &[Place::Session],
    );
    let tab = format!(r#"{{"entries": [{{"url": "{ADDRESS}"}}]}}"#);
    for path in [
        "sessionstore.jsonlz4",
        "sessionstore-backups/recovery.jsonlz4",
    ] {
        for key in ["_closedTabs", "closedGroups"] {
            let closed =
                format!(r#"{{"windows": [{{"tabs": [], "{key}": [{{"state": {tab}}}]}}]}}"#);
            is_at(path, &packed(&closed), &both);
        }
        let window = format!(r#"{{"windows": [], "_closedWindows": [{{"tabs": [{tab}]}}]}}"#);
        is_at(path, &packed(&window), &both);
        let open = format!(r#"{{"windows": [{{"tabs": [{tab}], "_closedTabs": []}}]}}"#);
        is_at(path, &packed(&open), &[Place::Session]);
    }
}

#[test]
fn typed_addresses_are_told_from_visited_ones() {
    let both = [Place::History, Place::TypedAddresses];
    let urls = |typed: u8| {
        let rows = format!(
            "CREATE TABLE urls(id INTEGER PRIMARY KEY, url TEXT, title TEXT, typed_count INTEGER);
            INSERT INTO urls(url, title, typed_count) VALUES ('{ADDRESS}', NULL, {typed})"
        );
        database(&rows).0
    };
    is_at("Default/History", &urls(2), &both);
    is_at("Default/History", &urls(0), &[Place::History]);
    let term = format!(
        "CREATE TABLE keyword_search_terms(term TEXT); INSERT INTO keyword_search_terms VALUES ('{ADDRESS}')"
    );
    is_at("Default/History", &database(&term).0, &both);
    for path in ["Default/Shortcuts", "Default/Network Action Predictor"] {
        is_at(path, ADDRESS.as_bytes(), &[Place::TypedAddresses]);
    }
    is_at("Default/Top Sites", ADDRESS.as_bytes(), &[Place::TopSites]);
}

/// Tables of Firefox's history with one page in them.
fn places(typed: u8, more: &str) -> (Vec<u8>, Option<Vec<u8>>) {
    let rows = format!(
        "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0;
        CREATE TABLE moz_places(id INTEGER PRIMARY KEY, url TEXT, title TEXT, typed INTEGER);
        CREATE TABLE moz_inputhistory(place_id INTEGER, input TEXT);
        CREATE TABLE moz_places_metadata(place_id INTEGER, typing_time INTEGER);
        CREATE TABLE moz_origins(prefix TEXT, host TEXT, frecency INTEGER);
        INSERT INTO moz_places VALUES (1, '{ADDRESS}', 'a', {typed});
        {more}"
    );
    database(&rows)
}

#[test]
fn typed_addresses_and_scores_of_firefox_are_read_with_the_log() {
    let found = |(bytes, log): (Vec<u8>, Option<Vec<u8>>)| {
        let log = log.unwrap();
        let planted = Planted::new("places.sqlite", &bytes).and("places.sqlite-wal", &log);
        planted.search().places(List::Address)
    };
    let history = Place::History;
    assert_eq!(found(places(0, "")), [history].into());
    assert_eq!(
        found(places(1, "")),
        [history, Place::TypedAddresses].into()
    );
    let input = "INSERT INTO moz_inputhistory VALUES (1, 'inf')";
    assert_eq!(
        found(places(0, input)),
        [history, Place::TypedAddresses].into()
    );
    let origin = "INSERT INTO moz_origins VALUES ('http://', '127.0.0.1:4711', 20)";
    assert_eq!(
        found(places(0, origin)),
        [history, Place::Engagement].into()
    );
    let read = "INSERT INTO moz_places_metadata VALUES (1, 2000)";
    assert_eq!(found(places(0, read)), [history, Place::Engagement].into());
}

#[test]
fn a_part_makes_no_run_of_two_rows() {
    let rows = "CREATE TABLE urls(id INTEGER PRIMARY KEY, url TEXT, title TEXT, typed_count INTEGER);
        INSERT INTO urls(url, title, typed_count) VALUES ('keep your', 'phone', 1), ('call', 'the example helpline', 1)";
    let findings = found_in("Default/History", &database(rows).0);
    let runs = findings.of(List::Runs).into_iter();
    let runs: Vec<_> = runs
        .filter(|finding| finding.place == Place::TypedAddresses)
        .collect();
    let [run] = runs.as_slice() else {
        panic!("{runs:#?}");
    };
    assert_eq!(run.what, "the example helpline");
}
