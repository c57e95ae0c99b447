//! What the browser's history holds of a site, read from its database.

use std::path::Path;

use crate::disk::sqlite::{Database, Row, Value};
use crate::harness::{Engine, Outcome};

/// `PAGE_TRANSITION_CHAIN_END` of Chromium's `ui/base/page_transition_types.h`: only visits with it are listed.
const CHAIN_END: i64 = 0x2000_0000;

/// A line of the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// Where.
    pub(super) address: String,
    /// Under which name.
    pub(super) title: String,
    /// Whether the browser's history page lists it.
    pub(super) is_listed: bool,
}

/// Every line about a site that the history of a browser holds, listed or not.
pub(super) fn lines(engine: Engine, folder: &Path, origin: &str) -> Outcome<Vec<Line>> {
    let (file, pages, visits) = match engine {
        Engine::Chromium => ("profile/Default/History", "urls", "visits"),
        _ => ("profile/places.sqlite", "moz_places", "moz_historyvisits"),
    };
    let file = folder.join(file);
    let bytes = std::fs::read(&file)?;
    let log = std::fs::read(format!("{}-wal", file.display())).ok();
    let database = Database::read(&bytes, log.as_deref()).ok_or("the history is no database")?;
    let visits = database.rows(visits);
    if visits.is_empty() {
        return Err("the history has no visits at all: nothing can be said of it".into());
    }
    let number = |row: &Row, column: usize| row.1.get(column).and_then(Value::number).unwrap_or(0);
    let is_listed = |page: &Row| {
        let of =
            |visit: &&Row| number(visit, if engine == Engine::Chromium { 1 } else { 2 }) == page.0;
        let mut of = visits.iter().filter(of);
        match engine {
            Engine::Chromium => {
                number(page, 6) == 0 && of.any(|visit| number(visit, 5) & CHAIN_END != 0)
            }
            _ => number(page, 5) == 0 && of.next().is_some(),
        }
    };
    let text = |row: &Row, column: usize| row.1.get(column).map(|value| value.text().into_owned());
    let rows = database.rows(pages);
    let lines = rows.iter().map(|row| Line {
        address: text(row, 1).unwrap_or_default(),
        title: text(row, 2).unwrap_or_default(),
        is_listed: is_listed(row),
    });
    Ok(lines
        .filter(|line| line.address.starts_with(origin))
        .collect())
}
