//! The entries of a diary. Nothing is overwritten: a correction is a dated addition, and an entry that is removed leaves
//! its number and the time of its removal.

use serde::{Deserialize, Serialize};

use super::account::Account;
use super::time::Timestamp;

/// The entries, in the order in which they were written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Diary {
    entries: Vec<Entry>,
}

/// An entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    number: u32,
    written: Timestamp,
    content: Content,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Content {
    Kept {
        account: Account,
        additions: Vec<Addition>,
    },
    Removed(Timestamp),
}

/// What was added to an entry later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Addition {
    /// When it was written.
    pub written: Timestamp,
    /// The text.
    pub text: String,
}

/// A change that was refused. The diary is as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DiaryError {
    /// There is no text.
    #[error("there is nothing to keep yet: write a few words first")]
    Empty,
    /// No entry has the number, or it was removed.
    #[error("there is no entry with this number")]
    NoSuchEntry,
}

impl Diary {
    /// Writes an entry and returns its number. Numbers count from 1 and are never used again.
    ///
    /// # Errors
    ///
    /// [`DiaryError::Empty`] if nothing says what happened.
    pub fn write(&mut self, account: Account, written: Timestamp) -> Result<u32, DiaryError> {
        if account.what.trim().is_empty() {
            return Err(DiaryError::Empty);
        }
        let number = self.entries.last().map_or(0, |last| last.number) + 1;
        self.entries.push(Entry {
            number,
            written,
            content: Content::Kept {
                account,
                additions: Vec::new(),
            },
        });
        Ok(number)
    }

    /// Adds to an entry. What was written before stays.
    ///
    /// # Errors
    ///
    /// [`DiaryError::Empty`] without a text, [`DiaryError::NoSuchEntry`] if it does not exist or was removed.
    pub fn add(&mut self, number: u32, text: &str, written: Timestamp) -> Result<(), DiaryError> {
        if text.trim().is_empty() {
            return Err(DiaryError::Empty);
        }
        match self.find(number).map(|entry| &mut entry.content) {
            Some(Content::Kept { additions, .. }) => {
                additions.push(Addition {
                    written,
                    text: text.to_owned(),
                });
                Ok(())
            }
            _ => Err(DiaryError::NoSuchEntry),
        }
    }

    /// Removes the text of an entry and of its additions. Its number and this time stay.
    ///
    /// # Errors
    ///
    /// [`DiaryError::NoSuchEntry`] if it does not exist or was removed before.
    pub fn remove(&mut self, number: u32, at: Timestamp) -> Result<(), DiaryError> {
        let entry = self.find(number).ok_or(DiaryError::NoSuchEntry)?;
        if entry.removed().is_some() {
            return Err(DiaryError::NoSuchEntry);
        }
        entry.content = Content::Removed(at);
        Ok(())
    }

    /// The entries, in the order in which they were written.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry with this number.
    #[must_use]
    pub fn entry(&self, number: u32) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.number == number)
    }

    fn find(&mut self, number: u32) -> Option<&mut Entry> {
        self.entries.iter_mut().find(|entry| entry.number == number)
    }
}

impl Entry {
    /// Its number, from 1.
    #[must_use]
    pub fn number(&self) -> u32 {
        self.number
    }

    /// When it was written.
    #[must_use]
    pub fn written(&self) -> Timestamp {
        self.written
    }

    /// The account, unless the entry was removed.
    #[must_use]
    pub fn account(&self) -> Option<&Account> {
        match &self.content {
            Content::Kept { account, .. } => Some(account),
            Content::Removed(_) => None,
        }
    }

    /// The additions, in the order in which they were written.
    #[must_use]
    pub fn additions(&self) -> &[Addition] {
        match &self.content {
            Content::Kept { additions, .. } => additions,
            Content::Removed(_) => &[],
        }
    }

    /// When it was removed, if it was.
    #[must_use]
    pub fn removed(&self) -> Option<Timestamp> {
        match self.content {
            Content::Removed(at) => Some(at),
            Content::Kept { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Diary, DiaryError};
    use crate::account::Account;
    use crate::time::Timestamp;
    use proptest::prelude::*;

    const fn at(seconds: i64) -> Timestamp {
        Timestamp {
            seconds,
            offset: 60,
        }
    }

    #[test]
    fn nothing_is_overwritten() {
        let mut diary = Diary::default();
        assert_eq!(
            diary.write(Account::new(" "), at(1)),
            Err(DiaryError::Empty)
        );
        assert_eq!(diary.write(Account::new("one"), at(1)), Ok(1));
        assert_eq!(diary.add(1, "later", at(2)), Ok(()));
        assert_eq!(diary.add(1, "\n", at(3)), Err(DiaryError::Empty));
        let entry = diary.entry(1).unwrap();
        assert_eq!(
            entry.account().map(|account| account.what.as_str()),
            Some("one")
        );
        assert_eq!(entry.written(), at(1));
        assert_eq!(entry.additions()[0].text, "later");
        assert_eq!(entry.additions()[0].written, at(2));
    }

    #[test]
    fn what_is_removed_leaves_its_number_and_when() {
        let mut diary = Diary::default();
        for what in ["one", "two", "three"] {
            diary.write(Account::new(what), at(1)).unwrap();
        }
        diary.add(3, "words", at(2)).unwrap();
        assert_eq!(diary.remove(3, at(5)), Ok(()));
        assert_eq!(diary.remove(3, at(6)), Err(DiaryError::NoSuchEntry));
        assert_eq!(diary.add(3, "more", at(6)), Err(DiaryError::NoSuchEntry));
        assert_eq!(diary.remove(9, at(6)), Err(DiaryError::NoSuchEntry));
        let entry = diary.entry(3).unwrap();
        assert_eq!(
            (entry.account(), entry.additions(), entry.removed()),
            (None, [].as_slice(), Some(at(5)))
        );
        assert!(!serde_json::to_string(&diary).unwrap().contains("words"));
        // The number of a removed entry is not given out again.
        assert_eq!(diary.write(Account::new("four"), at(7)), Ok(4));
        let numbers: Vec<u32> = diary.entries().iter().map(super::Entry::number).collect();
        assert_eq!(numbers, [1, 2, 3, 4]);
    }

    proptest! {
        #[test]
        fn what_is_stored_reads_back(texts in proptest::collection::vec("\\PC{1,40}", 1..8), seconds: i64) {
            let mut diary = Diary::default();
            for text in &texts {
                if let Ok(number) = diary.write(Account::new(text.as_str()), at(seconds)) {
                    diary.add(number, text, at(seconds)).unwrap();
                }
            }
            diary.remove(1, at(seconds)).ok();
            let stored = serde_json::to_string(&diary).unwrap();
            prop_assert_eq!(serde_json::from_str::<Diary>(&stored).unwrap(), diary);
        }
    }
}
