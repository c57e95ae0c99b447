//! What is saved: everything that was written, and what is being written.
//!
//! A snapshot is UTF-8 text of items with U+001E (record separator) between them; docs/diary.md has their order. With JSON
//! by `serde_json`, which writes the same to and from JavaScript, the WASM of the screens was 20 kB larger, compressed.

use domain::props::Props;

use super::account::Account;
use super::entry::Diary;
use super::time::Timestamp;

/// The format of [`Snapshot::to_bytes`], its first item. A release reads every earlier one.
const FORMAT: usize = 1;
/// Between items. Typed text does not hold it: [`without_separator`].
const SEPARATOR: char = '\u{1e}';

/// The state of a diary.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Snapshot {
    /// What was written.
    pub diary: Diary,
    /// What is being written.
    pub draft: Account,
    /// Additions that are not saved yet, by the number of their entry.
    pub additions: Vec<(u32, String)>,
}

/// Failure to read a snapshot. Nothing was lost: it is where it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SnapshotError {
    /// A newer release wrote it.
    #[error("a newer version of this page saved it")]
    Newer,
    /// It is no snapshot.
    #[error("what was saved cannot be read")]
    Damaged,
}

impl SnapshotError {
    /// The name of the error, as the worker names faults (docs/keys.md).
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Newer => "newer",
            Self::Damaged => "damaged",
        }
    }
}

/// The text without the character that separates items in a snapshot, which no keyboard types.
#[must_use]
pub fn without_separator(text: &str) -> String {
    text.chars().filter(|letter| *letter != SEPARATOR).collect()
}

impl Snapshot {
    /// This diary with what was written while it was closed: its entries get the next numbers. If both have a draft, the
    /// other one becomes an entry, written at `now`; `salt` is for it.
    #[must_use]
    pub fn with(mut self, other: Self, now: Timestamp, salt: [u8; 32]) -> Self {
        let before = self.diary.entries().len();
        let additions = other.additions.into_iter().filter_map(|(number, text)| {
            let number = number.checked_add(u32::try_from(before).ok()?)?;
            Some((number, text))
        });
        self.additions.extend(additions);
        self.diary.append(other.diary);
        if self.draft.is_empty() {
            self.draft = other.draft;
        } else if !other.draft.is_empty() {
            // A draft without words has answers alone, and an entry needs words.
            let mut draft = other.draft;
            if draft.what.trim().is_empty() {
                draft.what.push('–');
            }
            Diary::write(&mut self.diary, draft, now, salt).ok();
        }
        self
    }

    /// Writes it.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut items = Vec::new();
        FORMAT.write(&mut items);
        self.diary.write(&mut items);
        self.draft.write(&mut items);
        self.additions.len().write(&mut items);
        for (number, text) in &self.additions {
            items.push(number.to_string());
            items.push(text.clone());
        }
        let mut bytes = Vec::new();
        for (place, item) in items.iter().enumerate() {
            if place > 0 {
                bytes.push(SEPARATOR as u8);
            }
            bytes.extend_from_slice(without_separator(item).as_bytes());
        }
        bytes
    }

    /// Reads what [`to_bytes`](Self::to_bytes) of this release or an earlier one wrote.
    ///
    /// # Errors
    ///
    /// A [`SnapshotError`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, SnapshotError> {
        let text = std::str::from_utf8(bytes).map_err(|_| SnapshotError::Damaged)?;
        let mut items = text.split(SEPARATOR);
        match usize::read(&mut items) {
            Some(FORMAT) => {}
            Some(format) if format > FORMAT => return Err(SnapshotError::Newer),
            _ => return Err(SnapshotError::Damaged),
        }
        let mut read = || {
            let mut snapshot = Self {
                diary: Props::read(&mut items)?,
                draft: Props::read(&mut items)?,
                additions: Vec::new(),
            };
            for _ in 0..usize::read(&mut items)? {
                let number = items.next()?.parse().ok()?;
                snapshot.additions.push((number, String::read(&mut items)?));
            }
            items.next().is_none().then_some(snapshot)
        };
        read().ok_or(SnapshotError::Damaged)
    }
}

#[cfg(test)]
mod tests {
    use super::{Snapshot, SnapshotError};
    use crate::account::{Account, Answer, Behaviour, Happened, Question};
    use crate::time::{CivilDate, ClockTime, Timestamp};
    use proptest::prelude::*;

    const fn at(seconds: i64) -> Timestamp {
        Timestamp {
            seconds,
            offset: -60,
        }
    }

    fn snapshot(text: &str) -> Snapshot {
        let mut account = Account::new("A van.");
        account.answer(Question::Place, Answer::Text(format!("bus {text}")));
        account.answer(Question::Who, Answer::NotSure);
        account.answer(
            Question::Behaviour,
            Answer::Behaviours([Behaviour::TurningUp, Behaviour::Gifts].into()),
        );
        account.answer(
            Question::When,
            Answer::Happened(Happened {
                date: CivilDate::parse("2026-11-03").ok(),
                time: ClockTime::parse("17:40").ok(),
                about: true,
            }),
        );
        let mut snapshot = Snapshot {
            draft: account.clone(),
            additions: vec![(1, format!("more {text}"))],
            ..Snapshot::default()
        };
        snapshot.diary.write(account, at(1), [1; 32]).unwrap();
        let other = Account::new("x");
        snapshot.diary.write(other, at(2), [2; 32]).unwrap();
        let addition = format!("y{text}");
        snapshot.diary.add(1, &addition, at(3), [3; 32]).unwrap();
        snapshot.diary.remove(2, at(4)).unwrap();
        snapshot
    }

    #[test]
    fn what_was_written_while_it_was_closed_is_added_and_nothing_is_lost() {
        let kept = snapshot("");
        let other = Snapshot {
            draft: Account::new("typed meanwhile"),
            ..snapshot("b")
        };
        let both = kept.clone().with(other.clone(), at(9), [1; 32]);
        let whats: Vec<_> = both.diary.entries();
        let whats: Vec<_> = whats
            .iter()
            .map(|entry| entry.account().map_or("", |account| account.what.as_str()))
            .collect();
        assert_eq!(whats, ["A van.", "", "A van.", "", "typed meanwhile"]);
        assert_eq!(both.draft, kept.draft);
        assert_eq!(both.additions, [(1, "more ".into()), (3, "more b".into())]);
        assert!(both.diary.check().is_ok());
        // Without a draft of its own, the other one goes on.
        let none = Snapshot {
            draft: Account::default(),
            ..kept
        };
        assert_eq!(none.with(other.clone(), at(9), [1; 32]).draft, other.draft);
    }

    /// A snapshot of this release, which every later one has to read.
    const FIRST: &str = "1|4|\
        1|1 -60|written|kept|0101010101010101010101010101010101010101010101010101010101010101|\
        A van.|4|when|happened|2026-11-03|17:40|about|\
        place|text|bus t\n|behaviour|behaviours|2|gifts|turning-up|who|not-sure|8c81f01e2a91b08e|\
        2|2 -60|written|digest|0c526b9360f41e0946e851063b10ee54667118ddb7ab5c541d537a0f691f5946|7a157a919eee042d|\
        1|3 -60|added|kept|0303030303030303030303030303030303030303030303030303030303030303|yt\n|2b825be2768dad50|\
        2|4 -60|removed|4dcf643e194bc4c7|\
        4dcf643e194bc4c749b0d810bfc380f22ba4bd32190cf4e40cdb32485fb4653e|\
        A van.|4|when|happened|2026-11-03|17:40|about|\
        place|text|bus t\n|behaviour|behaviours|2|gifts|turning-up|who|not-sure|1|1|more t\n";

    #[test]
    fn the_first_format_is_read_for_ever() {
        let first = FIRST.replace('|', "\u{1e}");
        assert_eq!(Snapshot::from_bytes(first.as_bytes()), Ok(snapshot("t\n")));
        assert_eq!(snapshot("t\n").to_bytes(), first.as_bytes());
    }

    #[test]
    fn a_newer_format_is_told_from_a_damaged_one() {
        let newer = FIRST.replacen('1', "2", 1);
        for (text, error) in [
            ("2", SnapshotError::Newer),
            (newer.as_str(), SnapshotError::Damaged),
            ("0", SnapshotError::Damaged),
            ("1", SnapshotError::Damaged),
            ("", SnapshotError::Damaged),
            ("{}", SnapshotError::Damaged),
        ] {
            assert_eq!(Snapshot::from_bytes(text.as_bytes()), Err(error), "{text}");
        }
        let newer = newer.replace('|', "\u{1e}");
        assert_eq!(
            Snapshot::from_bytes(newer.as_bytes()),
            Err(SnapshotError::Newer)
        );
        assert!(Snapshot::from_bytes(&[0xff]).is_err());
    }

    #[test]
    fn every_item_that_is_missing_or_doubled_is_found() {
        let items: Vec<&str> = FIRST.split('|').collect();
        for place in 0..items.len() {
            let mut fewer = items.clone();
            fewer.remove(place);
            assert!(Snapshot::from_bytes(fewer.join("\u{1e}").as_bytes()).is_err());
            let mut more = items.clone();
            more.insert(place, items[place]);
            assert!(Snapshot::from_bytes(more.join("\u{1e}").as_bytes()).is_err());
        }
    }

    proptest! {
        #[test]
        fn whatever_is_typed_reads_back(text in "[\\PC\n\t\u{0}\u{1e}]{0,20}") {
            let typed = super::without_separator(&text);
            let read = Snapshot::from_bytes(&snapshot(&text).to_bytes());
            prop_assert_eq!(read, Ok(snapshot(&typed)));
        }

        #[test]
        fn no_bytes_make_reading_panic(place in 0_usize..400, byte: u8) {
            let mut bytes = snapshot("").to_bytes();
            if let Some(one) = bytes.get_mut(place) {
                *one = byte;
            }
            Snapshot::from_bytes(&bytes).ok();
        }
    }
}
