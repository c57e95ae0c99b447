//! Carving values out of a SQLite database: those of every page, free pages included.
//!
//! Only what SQLite itself does not list (sqlite.org/fileformat2.html): leaves of table b-trees with their
//! overflow pages, and the write-ahead log laid over them. Nothing is locked, changed or recovered.

const MAGIC: &[u8] = b"SQLite format 3\0";
const LEAF: u8 = 0x0d;

/// The pages of a database.
#[derive(Debug)]
pub(crate) struct Pages<'a> {
    pages: Vec<&'a [u8]>,
    usable: usize,
}

/// Whether bytes begin with the magic bytes of a database.
pub(crate) fn is_database(bytes: &[u8]) -> bool {
    bytes.starts_with(MAGIC)
}

impl<'a> Pages<'a> {
    /// Reads a database, with the newer pages of its write-ahead log. `None` if it is no database.
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
        let mut read = Self {
            pages: bytes.chunks_exact(size).collect(),
            usable: size.checked_sub(reserved)?,
        };
        if let Some(log) = log {
            read.lay_over(log, size);
        }
        Some(read)
    }

    /// Replaces pages by newer ones from the log.
    fn lay_over(&mut self, log: &'a [u8], size: usize) {
        let Some(salts) = log.get(16..24) else { return };
        for frame in log.get(32..).unwrap_or_default().chunks_exact(24 + size) {
            // Frames of an earlier generation of the log have other salts.
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

    /// Every text and blob of at least `least` bytes on any leaf, free pages included.
    pub(crate) fn values(&self, least: usize) -> Vec<Vec<u8>> {
        let records = self.pages.iter().enumerate().flat_map(|(index, page)| {
            // The first page begins with the header of the file.
            let head = if index == 0 { 100 } else { 0 };
            cells(page, head).filter_map(|cell| self.record(page, cell))
        });
        records
            .flat_map(|record| values(&record))
            .filter(|value| value.len() >= least)
            .collect()
    }

    /// The record of a cell, joined with its overflow pages.
    fn record(&self, page: &[u8], cell: usize) -> Option<Vec<u8>> {
        let (size, at) = varint(page, cell)?;
        let (_row, at) = varint(page, at)?;
        let most = self.usable.checked_sub(35)?;
        if size <= most {
            return Some(page.get(at..at.checked_add(size)?)?.to_vec());
        }
        let least = (self.usable - 12) * 32 / 255 - 23;
        let local = least + (size - least) % (self.usable - 4);
        let local = if local <= most { local } else { least };
        let mut record = page.get(at..at.checked_add(local)?)?.to_vec();
        let mut next = number(page, at + local, 4)?;
        // A damaged chain may be a cycle.
        for _ in &self.pages {
            let Some(bytes) = next.checked_sub(1).and_then(|page| self.pages.get(page)) else {
                break;
            };
            let more = (size - record.len()).min(self.usable - 4);
            let Some(more) = bytes.get(4..4 + more) else {
                break;
            };
            record.extend_from_slice(more);
            next = number(bytes, 0, 4)?;
        }
        Some(record)
    }
}

/// The offsets of the cells of a page; none if it is not a leaf.
fn cells(page: &[u8], head: usize) -> impl Iterator<Item = usize> {
    let is_leaf = page.get(head) == Some(&LEAF);
    let count = number(page, head + 3, 2).filter(|_| is_leaf).unwrap_or(0);
    (0..count).filter_map(move |index| number(page, head + 8 + 2 * index, 2))
}

/// The texts and blobs of a record.
fn values(record: &[u8]) -> Vec<Vec<u8>> {
    let mut values = Vec::new();
    let Some((mut from, mut at)) = varint(record, 0) else {
        return values;
    };
    let end = from;
    while at < end {
        let Some((kind, next)) = varint(record, at) else {
            break;
        };
        at = next;
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
        if kind >= 12 {
            // A truncated row is still read.
            let value = record.get(from..end.min(record.len()));
            values.push(value.unwrap_or_default().to_vec());
        }
        from = end;
    }
    values
}

/// A big-endian integer.
fn number(bytes: &[u8], at: usize, size: usize) -> Option<usize> {
    let bytes = bytes.get(at..at.checked_add(size)?)?.iter();
    Some(bytes.fold(0, |value, byte| value << 8 | usize::from(*byte)))
}

/// A varint of one to nine bytes, and the offset after it.
fn varint(bytes: &[u8], at: usize) -> Option<(usize, usize)> {
    let mut value = 0;
    for index in 0..8 {
        let byte = *bytes.get(at + index)?;
        value = value << 7 | usize::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            return Some((value, at + index + 1));
        }
    }
    let last = *bytes.get(at + 8)?;
    Some((value << 8 | usize::from(last), at + 9))
}
