//! The entries of a site in the browser's history database.

use std::path::Path;

use rusqlite::Connection;

use crate::harness::{Engine, Outcome};

/// Chromium lists visits with `PAGE_TRANSITION_CHAIN_END` only (`ui/base/page_transition_types.h`).
const CHROMIUM: &str = "SELECT url, title, NOT hidden AND EXISTS (
    SELECT 1 FROM visits WHERE visits.url = urls.id AND visits.transition & 0x20000000
) FROM urls ORDER BY id";

const FIREFOX: &str = "SELECT url, title, NOT hidden AND EXISTS (
    SELECT 1 FROM moz_historyvisits WHERE place_id = moz_places.id
) FROM moz_places ORDER BY id";

/// An entry of the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// The address.
    pub(super) address: String,
    /// The title.
    pub(super) title: String,
    /// Whether the browser's history page lists it.
    pub(super) is_listed: bool,
}

/// Every entry of a site in the history of a browser, listed or not.
pub(super) fn lines(engine: Engine, folder: &Path, origin: &str) -> Outcome<Vec<Line>> {
    let (file, visits, query) = match engine {
        Engine::Chromium => ("profile/Default/History", "visits", CHROMIUM),
        _ => ("profile/places.sqlite", "moz_historyvisits", FIREFOX),
    };
    // SQLite recovers a log when it opens a database, so it opens a copy.
    let copy = tempfile::tempdir()?;
    std::fs::copy(folder.join(file), copy.path().join("history"))?;
    let log = folder.join(format!("{file}-wal"));
    if log.exists() {
        std::fs::copy(log, copy.path().join("history-wal"))?;
    }
    let database = Connection::open(copy.path().join("history"))?;
    let visits = format!("SELECT EXISTS (SELECT 1 FROM {visits})");
    if !database.query_row(&visits, [], |row| row.get(0))? {
        return Err("the history has no visits at all: nothing can be said of it".into());
    }
    let mut query = database.prepare(query)?;
    let lines = query.query_map([], |row| {
        Ok(Line {
            address: row.get(0)?,
            title: row.get::<_, Option<String>>(1)?.unwrap_or_default(),
            is_listed: row.get(2)?,
        })
    })?;
    let lines: Vec<Line> = lines.collect::<Result<_, _>>()?;
    let is_of_the_site = |line: &Line| line.address.starts_with(origin);
    Ok(lines.into_iter().filter(is_of_the_site).collect())
}
