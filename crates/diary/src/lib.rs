//! A diary of stalking, without a browser: what an entry holds, how entries are added to and removed, and the words of
//! the screens. Clock and random bytes come as arguments.
//!
//! ```
//! use diary::{Account, Answer, Diary, Question, Timestamp};
//!
//! let now = Timestamp { seconds: 1_793_732_100, offset: 0 };
//! let mut diary = Diary::default();
//! let mut account = Account::new("A white van waited outside.");
//! account.answer(Question::Place, Answer::Text("at home".to_owned()));
//! let number = diary.write(account, now, [1; 32])?;
//! diary.add(number, "I told the police.", now, [2; 32])?;
//! assert_eq!(diary.entry(number).map(|entry| entry.additions().len()), Some(1));
//! assert_eq!(diary.check(), Ok(diary.head()));
//! # Ok::<(), diary::DiaryError>(())
//! ```
//!
//! The fields of an entry are those of the logs that advocates and police forces use; docs/diary.md names the sources.

mod account;
mod chain;
mod entry;
mod snapshot;
pub mod text;
mod time;

pub use account::{Account, Answer, Behaviour, Happened, Question};
pub use chain::{ChainError, ChainFault, ChainHead};
pub use entry::{Addition, Diary, DiaryError, Entry};
pub use snapshot::{Snapshot, SnapshotError};
pub use time::{CivilDate, ClockTime, ParseTimeError, Timestamp};
