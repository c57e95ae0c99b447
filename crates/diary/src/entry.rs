//! The entries of a diary. Nothing is overwritten: a correction is a dated addition, and an entry that is removed leaves
//! its number and the time of its removal.

#[cfg(test)]
mod tests;

use std::str::Split;

use domain::props::Props;

use super::account::Account;
use super::chain::{Chain, ChainError, ChainHead, Change, Content, Event, Hex};
use super::time::Timestamp;

/// The entries, in the order in which they were written. All that happened to them is in a chain, which can be checked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diary(Chain);

/// An entry, as its chain tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry<'a> {
    number: u32,
    written: Timestamp,
    account: Option<&'a Account>,
    additions: Vec<Addition<'a>>,
    removed: Option<Timestamp>,
}

/// What was added to an entry later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Addition<'a> {
    /// When it was written.
    pub written: Timestamp,
    /// The text.
    pub text: &'a str,
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
    /// `salt` is 32 random bytes, fresh for each text. It is removed with the text, which then cannot be guessed from
    /// what the chain keeps of it. The time is taken as it is, also if it is before that of the last entry.
    ///
    /// # Errors
    ///
    /// [`DiaryError::Empty`] if nothing says what happened.
    pub fn write(
        &mut self,
        account: Account,
        written: Timestamp,
        salt: [u8; 32],
    ) -> Result<u32, DiaryError> {
        if account.what.trim().is_empty() {
            return Err(DiaryError::Empty);
        }
        let number = self.last_number().saturating_add(1);
        let salt = Hex(salt);
        let content = Content::Kept {
            salt,
            text: account,
        };
        self.0.push(number, written, Change::Written(content));
        Ok(number)
    }

    /// Adds to an entry. What was written before stays. `salt` and time are as for [`write`](Self::write).
    ///
    /// # Errors
    ///
    /// [`DiaryError::Empty`] without a text, [`DiaryError::NoSuchEntry`] if it does not exist or was removed.
    pub fn add(
        &mut self,
        number: u32,
        text: &str,
        written: Timestamp,
        salt: [u8; 32],
    ) -> Result<(), DiaryError> {
        if text.trim().is_empty() {
            return Err(DiaryError::Empty);
        }
        self.find(number)?;
        let salt = Hex(salt);
        let text = text.to_owned();
        let content = Content::Kept { salt, text };
        self.0.push(number, written, Change::Added(content));
        Ok(())
    }

    /// Removes the text of an entry and of its additions. Its number, the times and this time stay.
    ///
    /// # Errors
    ///
    /// [`DiaryError::NoSuchEntry`] if it does not exist or was removed before.
    pub fn remove(&mut self, number: u32, at: Timestamp) -> Result<(), DiaryError> {
        self.find(number)?;
        self.0.remove(number, at);
        Ok(())
    }

    /// Appends what happened in another diary, with its times. Its entries get the next numbers.
    pub fn append(&mut self, other: Self) {
        self.0.append(other.0, self.last_number());
    }

    /// The entries, in the order in which they were written.
    #[must_use]
    pub fn entries(&self) -> Vec<Entry<'_>> {
        let mut entries: Vec<Entry> = Vec::new();
        for event in self.0.events() {
            if let Change::Written(account) = &event.change {
                entries.push(Entry::new(event, account.text()));
                continue;
            }
            // Most additions are to one of the last entries. There is an entry, unless the chain was changed.
            let mut earlier = entries.iter_mut().rev();
            let Some(entry) = earlier.find(|entry| entry.number == event.entry) else {
                continue;
            };
            match &event.change {
                Change::Added(content) => {
                    let written = event.at;
                    let addition = content.text().map(|text| Addition { written, text });
                    entry.additions.extend(addition);
                }
                _ => entry.remove(event.at),
            }
        }
        entries
    }

    /// The entry with this number.
    #[must_use]
    pub fn entry(&self, number: u32) -> Option<Entry<'_>> {
        let mut entries = self.entries().into_iter();
        entries.find(|entry| entry.number == number)
    }

    /// Checks that nothing of the chain was changed since it was written: order, numbers, times, and every text that
    /// was not removed. It shows accidents and later changes; it does not show that what was written is true, nor that
    /// the phone's clock was right (docs/diary.md).
    ///
    /// # Errors
    ///
    /// A [`ChainError`] for the first event with a fault.
    pub fn check(&self) -> Result<ChainHead, ChainError> {
        self.0.check()
    }

    /// The last link of the chain, to write down or print: a diary that is checked and has the same one is the same.
    #[must_use]
    pub fn head(&self) -> ChainHead {
        self.0.head()
    }

    /// The highest number so far, or 0.
    fn last_number(&self) -> u32 {
        let numbers = self.0.events().iter().map(|event| event.entry);
        numbers.max().unwrap_or(0)
    }

    /// Whether an entry exists and was not removed: the last that happened to it says so.
    fn find(&self, number: u32) -> Result<(), DiaryError> {
        let mut events = self.0.events().iter();
        match events.rfind(|event| event.entry == number) {
            Some(event) if !matches!(event.change, Change::Removed) => Ok(()),
            _ => Err(DiaryError::NoSuchEntry),
        }
    }
}

/// The chain.
impl Props for Diary {
    fn write(&self, lines: &mut Vec<String>) {
        self.0.write(lines);
    }

    fn read(lines: &mut Split<'_, char>) -> Option<Self> {
        Props::read(lines).map(Self)
    }
}

impl<'a> Entry<'a> {
    fn new(event: &Event, account: Option<&'a Account>) -> Self {
        Self {
            number: event.entry,
            written: event.at,
            account,
            additions: Vec::new(),
            removed: None,
        }
    }

    fn remove(&mut self, at: Timestamp) {
        self.account = None;
        self.additions.clear();
        self.removed = Some(at);
    }

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
    pub fn account(&self) -> Option<&'a Account> {
        self.account
    }

    /// The additions, in the order in which they were written.
    #[must_use]
    pub fn additions(&self) -> &[Addition<'a>] {
        &self.additions
    }

    /// When it was removed, if it was.
    #[must_use]
    pub fn removed(&self) -> Option<Timestamp> {
        self.removed
    }
}
