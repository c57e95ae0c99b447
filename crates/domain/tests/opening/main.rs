//! What may be said about a service at a moment, tested against two oracles: a whole time-zone database and a
//! walk from minute to minute.
//!
//! | file | compares | with |
//! |---|---|---|
//! | `clock.rs` | the day and the time in London | jiff's copy of the IANA database |
//! | `claims.rs` | the claims for random timetables | a walk on that database's clock (`walk.rs`) |
//! | `content.rs` | the claims for the real services | the bank holidays, and a size |
//! | `examples.rs` | edge cases | what people would say |
//! | `moments.rs` | the lines of a fixture's services | what its sources carry |

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail loudly")]

mod case;
mod claims;
mod clock;
mod content;
mod examples;
mod moments;
mod walk;

use jiff::tz::{TimeZone, TimeZoneDatabase};

/// London, from the database that jiff bundles, whatever is installed.
fn london() -> TimeZone {
    TimeZoneDatabase::bundled().get("Europe/London").unwrap()
}
