//! The chain: what happened to the entries of a diary, in order, each event bound to the one before by SHA-256 (FIPS
//! 180-4). docs/diary.md has the format, and what it can and cannot prove.

mod event;
mod hex;
#[cfg(test)]
mod tests;

use std::fmt::{self, Write};
use std::str::Split;

use domain::props::Props;

pub(crate) use event::{Change, Content, Event};
pub(crate) use hex::Hex;

use super::time::Timestamp;

/// The events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Chain {
    events: Vec<Event>,
    /// The link of the last event.
    head: Hex<32>,
}

/// The last link of a chain, made from every event: with another event, or without one of them, it is another.
///
/// It is shown and printed as its first eight bytes in hexadecimal digits, in groups of four: `5f3a 09bc 1d2e 77a0`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChainHead([u8; 32]);

/// The first event that is not as it was when it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("event {event}: {fault}")]
pub struct ChainError {
    /// Its place in the chain, from 0. One after the last if events are missing at the end.
    pub event: usize,
    /// The number of its entry, as the event has it. `None` if the event is missing.
    pub entry: Option<u32>,
    /// What is wrong.
    pub fault: ChainFault,
}

/// What is wrong with an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ChainFault {
    /// It, its text or its salt was changed, or an event before it was added, dropped or exchanged.
    #[error("it does not match its link")]
    Link,
    /// It is an entry, and its number is not the next one.
    #[error("its number is not the next one")]
    Number,
    /// It is an addition to, or a removal of, an entry that was not there.
    #[error("there was no entry with its number")]
    NoSuchEntry,
    /// It has a text although its entry was removed.
    #[error("its entry was removed, and its text is there")]
    NotRemoved,
    /// It has no text although its entry was not removed.
    #[error("its text is missing")]
    Missing,
    /// Events are missing at the end, or the head was changed.
    #[error("it is missing")]
    End,
}

impl Default for Chain {
    fn default() -> Self {
        Self {
            events: Vec::new(),
            head: Hex([0; 32]),
        }
    }
}

impl Chain {
    /// The events, in order.
    pub(crate) fn events(&self) -> &[Event] {
        &self.events
    }

    /// The last link.
    pub(crate) fn head(&self) -> ChainHead {
        ChainHead(self.head.0)
    }

    /// Appends an event.
    pub(crate) fn push(&mut self, entry: u32, at: Timestamp, change: Change) {
        let mut event = Event {
            entry,
            at,
            change,
            link: Hex([0; 8]),
        };
        self.head = Hex(event.link_to(&self.head.0));
        event.link = self.head().first();
        self.events.push(event);
    }

    /// Appends the events of another chain. The number of each entry becomes larger by `count`.
    pub(crate) fn append(&mut self, other: Self, count: u32) {
        for event in other.events {
            self.push(event.entry.saturating_add(count), event.at, event.change);
        }
    }

    /// Removes what was written in an entry and in its additions, and appends the removal.
    pub(crate) fn remove(&mut self, entry: u32, at: Timestamp) {
        for event in &mut self.events {
            if event.entry == entry {
                event.change.remove_text();
            }
        }
        self.push(entry, at, Change::Removed);
    }

    /// Checks every event.
    ///
    /// # Errors
    ///
    /// A [`ChainError`] for the first event with a fault.
    pub(crate) fn check(&self) -> Result<ChainHead, ChainError> {
        let mut head = ChainHead([0; 32]);
        // Whether each entry is there: not after it was removed.
        let mut entries = Vec::new();
        for (place, event) in self.events.iter().enumerate() {
            head = ChainHead(event.link_to(&head.0));
            if head.first() != event.link {
                return Err(event.error(place, ChainFault::Link));
            }
            match (&event.change, state(&mut entries, event.entry)) {
                (Change::Written(_), _) => {
                    entries.push(true);
                    if event.entry as usize != entries.len() {
                        return Err(event.error(place, ChainFault::Number));
                    }
                }
                (Change::Added(_), Some(true)) => {}
                (Change::Removed, Some(is_there @ true)) => *is_there = false,
                _ => return Err(event.error(place, ChainFault::NoSuchEntry)),
            }
        }
        if head != self.head() {
            return Err(ChainError {
                event: self.events.len(),
                entry: None,
                fault: ChainFault::End,
            });
        }
        for (place, event) in self.events.iter().enumerate() {
            let is_there = matches!(state(&mut entries, event.entry), Some(true));
            match (event.change.has_text(), is_there) {
                (true, false) => return Err(event.error(place, ChainFault::NotRemoved)),
                (false, true) => return Err(event.error(place, ChainFault::Missing)),
                _ => {}
            }
        }
        Ok(head)
    }
}

/// The number of events, each of them, and the head. What they say is for [`Chain::check`]: a damaged chain can be read.
impl Props for Chain {
    fn write(&self, lines: &mut Vec<String>) {
        self.events.write(lines);
        self.head.write(lines);
    }

    fn read(lines: &mut Split<'_, char>) -> Option<Self> {
        Some(Self {
            events: Props::read(lines)?,
            head: Props::read(lines)?,
        })
    }
}

/// Whether the entry with a number is there; `None` if it never was.
fn state(entries: &mut [bool], number: u32) -> Option<&mut bool> {
    entries.get_mut((number as usize).checked_sub(1)?)
}

impl Event {
    fn error(&self, event: usize, fault: ChainFault) -> ChainError {
        ChainError {
            event,
            entry: Some(self.entry),
            fault,
        }
    }
}

impl ChainHead {
    /// The part of a link that an event holds, and that is shown.
    fn first(self) -> Hex<8> {
        Hex(self.0.first_chunk().copied().unwrap_or_default())
    }
}

impl fmt::Display for ChainHead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, byte) in self.first().0.into_iter().enumerate() {
            if index > 0 && index % 2 == 0 {
                f.write_char(' ')?;
            }
            for digit in hex::digits(byte) {
                f.write_char(digit)?;
            }
        }
        Ok(())
    }
}
