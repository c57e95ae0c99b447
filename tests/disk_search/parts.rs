//! Parts of files that are places of their own: browsers keep engagement scores among the settings, closed tabs beside
//! open ones, and typed addresses among the visited ones.
//!
//! A part is searched again by itself, after the file that it is in, so that the report tells them apart.

use std::path::Path;

use rusqlite::Connection;
use rusqlite::types::ValueRef;
use serde_json::Value;

use super::place::Place;
use super::sqlite::is_database;
use super::unpacking::{MOZ_LZ4, Piece, moz_lz4};

/// Kinds of exceptions in the settings of Chromium that hold scores (`components/site_engagement`,
/// `chrome/browser/media`).
const SCORES: [&str; 2] = ["site_engagement", "media_engagement"];

/// Keys of Firefox's session for what can be reopened (`browser/components/sessionstore`).
const CLOSED: [&str; 4] = [
    "_closedTabs",
    "_closedWindows",
    "closedGroups",
    "savedGroups",
];

/// The addresses that were typed, what was typed, and the terms of a search in the address bar.
const TYPED: [&str; 4] = [
    "SELECT url, title FROM urls WHERE typed_count > 0",
    "SELECT term, '' FROM keyword_search_terms",
    "SELECT url, title FROM moz_places WHERE typed > 0",
    "SELECT input, url FROM moz_inputhistory JOIN moz_places ON moz_places.id = place_id",
];

/// Firefox's scores: of a host, and of how long a page was read and typed into.
const ENGAGED: [&str; 2] = [
    "SELECT prefix, host FROM moz_origins",
    "SELECT url, title FROM moz_places_metadata JOIN moz_places ON moz_places.id = place_id",
];

/// The parts of a file. `log` is the write-ahead log of a database.
pub(crate) fn of(file: &Path, bytes: &[u8], log: Option<&[u8]>) -> Vec<(Place, Piece)> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let part = |place: Place, how: &str, bytes: Vec<u8>| {
        let how = how.to_owned();
        (place, Piece { how, bytes })
    };
    let mut parts = Vec::new();
    if name == "Preferences" || name == "Secure Preferences" {
        parts.push(part(Place::Engagement, "its scores", scores(bytes)));
    } else if ["Tabs_", "Current Tabs", "Last Tabs"]
        .iter()
        .any(|start| name.starts_with(start))
    {
        parts.push(part(Place::ClosedTabs, "plain", bytes.to_vec()));
    } else if let Some(packed) = bytes.strip_prefix(MOZ_LZ4) {
        parts.push(part(Place::ClosedTabs, "its closed tabs", closed(packed)));
    } else if (name == "History" || name == "places.sqlite") && is_database(bytes) {
        parts.push(part(
            Place::TypedAddresses,
            "its typed rows",
            rows(bytes, log, &TYPED),
        ));
        parts.push(part(
            Place::Engagement,
            "its scores",
            rows(bytes, log, &ENGAGED),
        ));
    }
    parts.retain(|(_, piece)| !piece.bytes.is_empty());
    parts
}

/// The scores among Chromium's settings.
fn scores(settings: &[u8]) -> Vec<u8> {
    let settings: Value = serde_json::from_slice(settings).unwrap_or_default();
    let exceptions = settings.pointer("/profile/content_settings/exceptions");
    let scores = SCORES.iter().filter_map(|kind| exceptions?.get(kind));
    joined(scores.map(Value::to_string))
}

/// What Firefox's session can reopen.
fn closed(packed: &[u8]) -> Vec<u8> {
    let session = moz_lz4(packed).unwrap_or_default();
    let session: Value = serde_json::from_slice(&session).unwrap_or_default();
    let mut found = Vec::new();
    let mut waiting = vec![&session];
    while let Some(value) = waiting.pop() {
        if let Value::Array(values) = value {
            waiting.extend(values);
        } else if let Value::Object(entries) = value {
            for (key, value) in entries {
                if CLOSED.contains(&key.as_str()) {
                    found.push(value.to_string());
                } else {
                    waiting.push(value);
                }
            }
        }
    }
    joined(found.into_iter())
}

/// The texts in the rows of queries with two columns, as far as the database has their tables.
fn rows(database: &[u8], log: Option<&[u8]>, queries: &[&str]) -> Vec<u8> {
    // Without its table a query has no rows. The file itself is searched in any case.
    let texts = queries
        .iter()
        .flat_map(|query| query_texts(database, log, query).unwrap_or_default());
    joined(texts)
}

fn query_texts(
    database: &[u8],
    log: Option<&[u8]>,
    query: &str,
) -> Result<Vec<String>, Box<dyn std::error::Error>> {
    // SQLite recovers a log when it opens a database, so it opens a copy.
    let copy = tempfile::tempdir()?;
    std::fs::write(copy.path().join("data"), database)?;
    if let Some(log) = log {
        std::fs::write(copy.path().join("data-wal"), log)?;
    }
    let database = Connection::open(copy.path().join("data"))?;
    let mut query = database.prepare(query)?;
    let mut rows = query.query([])?;
    let mut texts = Vec::new();
    while let Some(row) = rows.next()? {
        for column in 0..2 {
            if let ValueRef::Text(text) | ValueRef::Blob(text) = row.get_ref(column)? {
                texts.push(String::from_utf8_lossy(text).into_owned());
            }
        }
    }
    Ok(texts)
}

/// Texts with a word between them that no list has, so that no run reaches from one into the next.
fn joined(texts: impl Iterator<Item = String>) -> Vec<u8> {
    texts.collect::<Vec<_>>().join("\n8f3a1c\n").into_bytes()
}
