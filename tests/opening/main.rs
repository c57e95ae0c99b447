//! What may be said about a service at a moment, held against a whole time-zone database and against
//! a walk from minute to minute.
//!
//! | file | compares | with |
//! |---|---|---|
//! | `clock.rs` | the day and the time in London | jiff's copy of the IANA database |
//! | `claims.rs` | what is said of random timetables | a walk on that database's clock (`walk.rs`) |
//! | `content.rs` | what is said of the real services | the bank holidays, and a size |
//! | `examples.rs` | days that are easy to get wrong | what people would say |

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail loudly")]

mod case;
mod claims;
mod clock;
mod content;
mod examples;
mod walk;

use jiff::tz::{TimeZone, TimeZoneDatabase};

/// London, from the database that jiff carries, whatever this machine has.
fn london() -> TimeZone {
    TimeZoneDatabase::bundled().get("Europe/London").unwrap()
}
