//! Databases, made by hand: rows, long values, pages that are free, and the write-ahead log.

use crate::disk::lists::List;
use crate::disk::sqlite::{Database, Value};
use crate::{Planted, TEXT, is_found, is_hidden, padded};

const PAGE: usize = 512;

/// A row whose columns are text or numbers.
fn row(number: u8, columns: &[Result<&[u8], i32>]) -> Vec<u8> {
    let mut head = Vec::new();
    let mut body = Vec::new();
    for column in columns {
        match column {
            Ok(text) => {
                head.extend(varint(13 + 2 * text.len()));
                body.extend(*text);
            }
            Err(number) => {
                head.push(4);
                body.extend(number.to_be_bytes());
            }
        }
    }
    let record = [vec![u8::try_from(head.len() + 1).unwrap()], head, body].concat();
    [varint(record.len()), vec![number], record].concat()
}

fn varint(value: usize) -> Vec<u8> {
    let low = u8::try_from(value & 0x7f).unwrap();
    match value >> 7 {
        0 => vec![low],
        high => vec![u8::try_from(high).unwrap() | 0x80, low],
    }
}

/// A leaf with these cells, at its end as SQLite puts them.
fn leaf(head: usize, cells: &[Vec<u8>]) -> Vec<u8> {
    let mut page = vec![0; PAGE];
    page[head] = 0x0d;
    page[head + 4] = u8::try_from(cells.len()).unwrap();
    let mut end = PAGE;
    for (index, cell) in cells.iter().enumerate() {
        end -= cell.len();
        page[end..end + cell.len()].copy_from_slice(cell);
        let at = head + 8 + 2 * index;
        page[at..at + 2].copy_from_slice(&u16::try_from(end).unwrap().to_be_bytes());
    }
    page
}

/// A database with a table `urls` on page 2.
fn database(second: Vec<u8>) -> Vec<u8> {
    let sql = b"CREATE TABLE urls(id INTEGER PRIMARY KEY, url, title)";
    let schema = row(
        1,
        &[Ok(b"table"), Ok(b"urls"), Ok(b"urls"), Err(2), Ok(sql)],
    );
    let mut first = leaf(100, &[schema]);
    first[..16].copy_from_slice(b"SQLite format 3\0");
    first[16..18].copy_from_slice(&u16::try_from(PAGE).unwrap().to_be_bytes());
    [first, second].concat()
}

fn titles(database: &[u8], log: Option<&[u8]>) -> Vec<String> {
    let rows = Database::read(database, log).unwrap().rows("urls");
    rows.iter()
        .map(|(_, row)| row[1].text().into_owned())
        .collect()
}

#[test]
fn rows_are_read_by_their_table() {
    let rows = [
        row(1, &[Ok(b"https://a.example/"), Ok(b"Before")]),
        row(2, &[Ok(b"https://b.example/"), Ok(b"Weather"), Err(-7)]),
    ];
    let bytes = database(leaf(0, &rows));
    assert_eq!(titles(&bytes, None), ["Before", "Weather"]);
    let read = Database::read(&bytes, None).unwrap().rows("urls");
    assert_eq!(read[1].0, 2);
    assert_eq!(read[1].1[2], Value::Integer(-7));
    assert_eq!(read[1].1[2].number(), Some(-7));
    assert!(
        Database::read(&bytes, None)
            .unwrap()
            .rows("visits")
            .is_empty()
    );
    assert!(Database::read(b"no database", None).is_none());
}

#[test]
fn a_tree_of_pages_is_walked_and_one_that_goes_round_is_left() {
    let mut inner = vec![0; PAGE];
    inner[0] = 0x05;
    inner[4] = 1;
    inner[11] = 3;
    inner[12..14].copy_from_slice(&500_u16.to_be_bytes());
    inner[500..504].copy_from_slice(&4_u32.to_be_bytes());
    let third = leaf(0, &[row(9, &[Ok(b"b"), Ok(b"Second")])]);
    let fourth = leaf(0, &[row(3, &[Ok(b"a"), Ok(b"First")])]);
    let bytes = database([inner.clone(), third, fourth].concat());
    assert_eq!(titles(&bytes, None), ["First", "Second"]);
    inner[11] = 2;
    assert!(titles(&database(inner), None).is_empty());
}

#[test]
fn the_newest_pages_come_from_the_log() {
    let bytes = database(leaf(0, &[row(1, &[Ok(b"a"), Ok(b"Old")])]));
    let frame = |salt: u8, title: &[u8]| {
        let mut head = vec![0; 24];
        head[3] = 2;
        head[8..16].fill(salt);
        [head, leaf(0, &[row(1, &[Ok(b"a"), Ok(title)])])].concat()
    };
    let mut log = vec![0; 32];
    log[16..24].fill(5);
    log.extend(frame(5, b"New"));
    log.extend(frame(4, b"Of an earlier turn"));
    assert_eq!(titles(&bytes, Some(&log)), ["New"]);
    assert_eq!(titles(&bytes, None), ["Old"]);
    // A search reads the log both ways: as it is, and laid over the pages.
    let planted = Planted::new("History", &bytes)
        .and("History-wal", &[log, TEXT.as_bytes().to_vec()].concat());
    assert!(planted.search().of(List::Words).len() == 1);
}

#[test]
fn a_long_value_is_put_together_from_its_pages_and_unpacked() {
    let packed = snap::raw::Encoder::new().compress_vec(&padded()).unwrap();
    is_hidden(&packed);
    let packed = [packed, vec![0xff; 900]].concat();
    let whole = row(1, &[Ok(&packed)]);
    // What stays on the page: see “Cell payload overflow pages” in the format.
    let record = whole.len() - 3;
    let least = (PAGE - 12) * 32 / 255 - 23;
    let local = least + (record - least) % (PAGE - 4);
    let local = if local <= PAGE - 35 { local } else { least };
    let (here, mut rest) = whole.split_at(3 + local);
    let mut bytes = database(leaf(0, &[[here, &[0, 0, 0, 3]].concat()]));
    let mut next = 4_u32;
    while !rest.is_empty() {
        let (chunk, more) = rest.split_at(rest.len().min(PAGE - 4));
        let link = if more.is_empty() { 0 } else { next };
        bytes.extend(link.to_be_bytes());
        bytes.extend(chunk);
        bytes.resize(bytes.len().next_multiple_of(PAGE), 0);
        rest = more;
        next += 1;
    }
    is_found("storage/a/ls/data.sqlite", &bytes, "SQLite, snappy block");
}

#[test]
fn pages_that_are_free_and_freed_places_on_pages_are_searched() {
    let mut free = vec![0; 2 * PAGE];
    free[8..8 + TEXT.len()].copy_from_slice(TEXT.as_bytes());
    let bytes = [database(leaf(0, &[row(1, &[Ok(b"a"), Ok(b"b")])])), free].concat();
    is_found("places.sqlite", &bytes, "plain");
}
