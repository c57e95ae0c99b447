//! Databases that SQLite wrote: long values, free pages, and the write-ahead log.

use std::path::Path;

use rusqlite::Connection;

use crate::disk::Finding;
use crate::disk::lists::List;
use crate::{Planted, TEXT, found_in, is_found, is_hidden, lists, padded};

/// A folder with a database of small pages, in which an empty table has columns for an address and a body. What is
/// deleted stays on its page, as SQLite leaves it unless told otherwise.
fn database() -> (tempfile::TempDir, Connection) {
    let folder = tempfile::tempdir().unwrap();
    let database = Connection::open(folder.path().join("data.sqlite")).unwrap();
    let setup = "PRAGMA page_size = 512; PRAGMA secure_delete = OFF;
        CREATE TABLE data(id INTEGER PRIMARY KEY, address TEXT, body BLOB)";
    database.execute_batch(setup).unwrap();
    (folder, database)
}

fn insert(database: &Connection, body: &[u8]) {
    let insert = "INSERT INTO data(address, body) VALUES ('https://a.example/', ?)";
    database.execute(insert, [body]).unwrap();
}

fn file(folder: &tempfile::TempDir, name: &str) -> Vec<u8> {
    std::fs::read(folder.path().join(name)).unwrap()
}

/// The text in a block of snappy that is too long for a page.
fn long_value() -> Vec<u8> {
    let packed = snap::raw::Encoder::new().compress_vec(&padded()).unwrap();
    is_hidden(&packed);
    [vec![0xff; 700], packed, vec![0xff; 900]].concat()
}

#[test]
fn a_long_value_is_put_together_from_its_pages_and_unpacked() {
    let (folder, database) = database();
    insert(&database, &long_value());
    drop(database);
    let bytes = file(&folder, "data.sqlite");
    is_found("storage/a/ls/data.sqlite", &bytes, "SQLite, snappy block");
}

#[test]
fn a_long_value_that_no_table_has_any_more_is_put_together_too() {
    let (folder, database) = database();
    for _ in 0..40 {
        insert(&database, b"short");
    }
    insert(&database, &long_value());
    for _ in 0..40 {
        insert(&database, b"short");
    }
    database.execute_batch("DELETE FROM data").unwrap();
    let left: i64 = database
        .query_row("SELECT count(*) FROM data", [], |row| row.get(0))
        .unwrap();
    assert_eq!(left, 0);
    drop(database);
    let bytes = file(&folder, "data.sqlite");
    is_found("storage/a/ls/data.sqlite", &bytes, "SQLite, snappy block");
}

#[test]
fn freed_places_on_pages_are_searched() {
    let (folder, database) = database();
    insert(&database, TEXT.as_bytes());
    insert(&database, b"stays");
    let delete = "DELETE FROM data WHERE body <> CAST('stays' AS BLOB)";
    assert_eq!(database.execute(delete, []).unwrap(), 1);
    drop(database);
    is_found("places.sqlite", &file(&folder, "data.sqlite"), "plain");
}

#[test]
fn the_newest_pages_come_from_the_log() {
    let (folder, database) = database();
    let set_up = "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0";
    database.execute_batch(set_up).unwrap();
    let update = |body: &[u8]| {
        database
            .execute("UPDATE data SET body = ?", [body])
            .unwrap()
    };
    let newest = long_value();
    insert(&database, b"");
    for _ in 0..3 {
        update(&vec![1; newest.len()]);
    }
    // The log restarts; frames of the earlier checkpoint remain after the newest ones.
    let restart = "PRAGMA wal_checkpoint(RESTART)";
    database.query_row(restart, [], |_| Ok(())).unwrap();
    update(&newest);
    let bytes = file(&folder, "data.sqlite");
    let log = file(&folder, "data.sqlite-wal");
    let path = "storage/a/ls/data.sqlite";
    assert!(found_in(path, &bytes).all.is_empty());
    let planted = Planted::new(path, &bytes).and("storage/a/ls/data.sqlite-wal", &log);
    let findings = planted.search();
    let runs = findings.of(List::Runs).into_iter();
    let runs: Vec<_> = runs
        .filter(|finding| finding.file == Path::new(path))
        .collect();
    assert_eq!(runs.len(), lists().runs(), "{}", findings.lines(20));
    let is_unpacked = |finding: &&Finding| finding.how == "plain, SQLite, snappy block";
    assert!(2 * runs.into_iter().filter(is_unpacked).count() > lists().runs());
}
