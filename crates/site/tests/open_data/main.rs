//! The directory as open data (HSDS) equals the edition, and holds nothing else.
//!
//! | file | tests |
//! |---|---|
//! | `scene.rs` | fixture: the file, parsed |
//! | `shape.rs` | names of fields, identifiers, order, what surrounds the services |
//! | `contacts.rs` | numbers and addresses |
//! | `times.rs` | hours, dates and sources |
//! | `terms.rs` | area, eligibility, language, cost |
//! | `whole.rs` | one service with one of everything |

#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test may fail loudly"
)]

mod contacts;
use test_support::copy;
mod scene;
mod shape;
mod terms;
mod times;
mod whole;
