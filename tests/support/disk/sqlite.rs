//! Reading a SQLite database as a file: rows by table, and every value that a page still holds.
//!
//! Just enough of the format (sqlite.org/fileformat2.html): table b-trees with their overflow pages, and
//! the write-ahead log laid over them. Nothing is locked, changed or recovered.

use std::borrow::Cow;

const MAGIC: &[u8] = b"SQLite format 3\0";
const LEAF: u8 = 0x0d;
const INNER: u8 = 0x05;

/// A value in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    /// A whole number.
    Integer(i64),
    /// Text or bytes.
    Bytes(Vec<u8>),
    /// Nothing, or a number that is not whole.
    Other,
}

impl Value {
    /// The text, if it is one.
    pub(crate) fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Bytes(bytes) => String::from_utf8_lossy(bytes),
            Self::Integer(_) | Self::Other => Cow::Borrowed(""),
        }
    }

    /// The whole number, if it is one.
    pub(crate) fn number(&self) -> Option<i64> {
        match self {
            Self::Integer(number) => Some(*number),
            Self::Bytes(_) | Self::Other => None,
        }
    }
}

/// A row: its number in the table, and its values. A column that holds that number is [`Value::Other`].
pub(crate) type Row = (i64, Vec<Value>);

/// A database.
#[derive(Debug)]
pub(crate) struct Database<'a> {
    pages: Vec<&'a [u8]>,
    usable: usize,
}

/// Whether bytes begin as a database does.
pub(super) fn is_database(bytes: &[u8]) -> bool {
    bytes.starts_with(MAGIC)
}

impl<'a> Database<'a> {
    /// Reads a database, with what its write-ahead log has newer. `None` if it is none.
    pub(crate) fn read(bytes: &'a [u8], log: Option<&'a [u8]>) -> Option<Self> {
        if !is_database(bytes) {
            return None;
        }
        let size = match number(bytes, 16, 2)? {
            1 => 65_536,
            size => size,
        };
        if !size.is_power_of_two() || size < 512 {
            return None;
        }
        let reserved = number(bytes, 20, 1)?;
        let mut database = Self {
            pages: bytes.chunks_exact(size).collect(),
            usable: size.checked_sub(reserved)?,
        };
        if let Some(log) = log {
            database.lay_over(log, size);
        }
        Some(database)
    }

    /// Puts the log's pages in the place of older ones.
    fn lay_over(&mut self, log: &'a [u8], size: usize) {
        let Some(salts) = log.get(16..24) else { return };
        for frame in log.get(32..).unwrap_or_default().chunks_exact(24 + size) {
            // Frames of an earlier turn of the log have other salts.
            if frame.get(8..16) != Some(salts) {
                continue;
            }
            let page = number(frame, 0, 4).and_then(|page| page.checked_sub(1));
            if let (Some(page), Some(bytes)) = (page, frame.get(24..)) {
                if page >= self.pages.len() && page < 1 << 20 {
                    self.pages.resize(page + 1, &[]);
                }
                if let Some(place) = self.pages.get_mut(page) {
                    *place = bytes;
                }
            }
        }
    }

    /// The rows of a table; none if there is no such table.
    pub(crate) fn rows(&self, table: &str) -> Vec<Row> {
        let schema = self.rows_below(1);
        let root = schema.iter().find_map(|(_, row)| {
            let [kind, name, _, root, ..] = row.as_slice() else {
                return None;
            };
            (kind.text() == "table" && name.text() == table).then(|| root.number())?
        });
        let root = root.and_then(|root| usize::try_from(root).ok());
        root.map_or_else(Vec::new, |root| self.rows_below(root))
    }

    fn rows_below(&self, root: usize) -> Vec<Row> {
        let mut rows = Vec::new();
        let mut waiting = vec![root];
        let mut left = self.pages.len();
        while let Some(page) = waiting.pop() {
            // A damaged tree may go round in circles.
            let Some(fewer) = left.checked_sub(1) else {
                break;
            };
            left = fewer;
            let Some((bytes, head)) = self.page(page) else {
                continue;
            };
            match bytes.get(head) {
                Some(&LEAF) => rows.extend(self.rows_of(page)),
                Some(&INNER) => {
                    waiting.extend(number(bytes, head + 8, 4));
                    waiting
                        .extend(cells(bytes, head, 12).filter_map(|cell| number(bytes, cell, 4)));
                }
                _ => {}
            }
        }
        rows.sort_by_key(|(row, _)| *row);
        rows
    }

    /// Every value of some length that stands in a row of any page, in use or not.
    pub(super) fn values(&self, least: usize) -> Vec<Vec<u8>> {
        let rows = (1..=self.pages.len()).flat_map(|page| self.rows_of(page));
        rows.flat_map(|(_, row)| row)
            .filter_map(|value| match value {
                Value::Bytes(bytes) if bytes.len() >= least => Some(bytes),
                _ => None,
            })
            .collect()
    }

    /// A page by its number from 1, and where its head is.
    fn page(&self, page: usize) -> Option<(&'a [u8], usize)> {
        let bytes = self.pages.get(page.checked_sub(1)?)?;
        Some((bytes, if page == 1 { 100 } else { 0 }))
    }

    fn rows_of(&self, page: usize) -> Vec<Row> {
        match self.page(page) {
            Some((bytes, head)) if bytes.get(head) == Some(&LEAF) => cells(bytes, head, 8)
                .filter_map(|cell| self.row(bytes, cell))
                .collect(),
            _ => Vec::new(),
        }
    }

    fn row(&self, page: &[u8], cell: usize) -> Option<Row> {
        let (size, at) = varint(page, cell)?;
        let (row, at) = varint(page, at)?;
        let size = usize::try_from(size).ok()?;
        let most = self.usable.checked_sub(35)?;
        if size <= most {
            let payload = page.get(at..at.checked_add(size)?)?;
            return Some((row, record(payload)));
        }
        // What does not fit stands on a chain of pages.
        let least = (self.usable - 12) * 32 / 255 - 23;
        let local = least + (size - least) % (self.usable - 4);
        let local = if local <= most { local } else { least };
        let mut payload = page.get(at..at.checked_add(local)?)?.to_vec();
        let mut next = number(page, at + local, 4)?;
        while payload.len() < size {
            let Some(bytes) = next.checked_sub(1).and_then(|page| self.pages.get(page)) else {
                break;
            };
            let more = (size - payload.len()).min(self.usable - 4);
            let Some(more) = bytes.get(4..4 + more) else {
                break;
            };
            payload.extend_from_slice(more);
            next = number(bytes, 0, 4)?;
        }
        Some((row, record(&payload)))
    }
}

/// Where the cells of a page begin.
fn cells(page: &[u8], head: usize, length: usize) -> impl Iterator<Item = usize> {
    let count = number(page, head + 3, 2).unwrap_or(0);
    (0..count).filter_map(move |index| number(page, head + length + 2 * index, 2))
}

/// The values of a row.
fn record(bytes: &[u8]) -> Vec<Value> {
    let mut values = Vec::new();
    let Some((head, mut at)) = varint(bytes, 0) else {
        return values;
    };
    let Ok(mut from) = usize::try_from(head) else {
        return values;
    };
    let end = from;
    while at < end {
        let Some((kind, next)) = varint(bytes, at) else {
            break;
        };
        at = next;
        let Ok(kind) = usize::try_from(kind) else {
            break;
        };
        let length = match kind {
            1..=4 => kind,
            5 => 6,
            6 | 7 => 8,
            12.. => (kind - 12) / 2,
            _ => 0,
        };
        let Some(end) = from.checked_add(length) else {
            break;
        };
        // What is left of a row that was cut off is still worth reading.
        let value = bytes.get(from..end.min(bytes.len())).unwrap_or_default();
        values.push(match kind {
            1..=6 => integer(value),
            8 => Value::Integer(0),
            9 => Value::Integer(1),
            12.. => Value::Bytes(value.to_vec()),
            _ => Value::Other,
        });
        from = end;
    }
    values
}

fn integer(bytes: &[u8]) -> Value {
    let negative = bytes.first().is_some_and(|byte| byte & 0x80 != 0);
    let start = if negative { -1 } else { 0 };
    let value = bytes
        .iter()
        .fold(start, |value: i64, byte| value << 8 | i64::from(*byte));
    Value::Integer(value)
}

/// A number of so many bytes, highest first.
fn number(bytes: &[u8], at: usize, size: usize) -> Option<usize> {
    let bytes = bytes.get(at..at.checked_add(size)?)?.iter();
    Some(bytes.fold(0, |value, byte| value << 8 | usize::from(*byte)))
}

/// A number of one to nine bytes, and where the next thing begins.
fn varint(bytes: &[u8], at: usize) -> Option<(i64, usize)> {
    let mut value = 0;
    for index in 0..9 {
        let byte = *bytes.get(at + index)?;
        if index == 8 {
            return Some((value << 8 | i64::from(byte), at + 9));
        }
        value = value << 7 | i64::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            return Some((value, at + index + 1));
        }
    }
    None
}
