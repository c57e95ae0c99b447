//! What a search finds, as people type.
//!
//! | file | looks at |
//! |---|---|
//! | `directory.rs` | a small directory to search |
//! | `examples.rs` | what people type, well and not well |
//! | `properties.rs` | what holds for any words |
//! | `guidance.rs` | the real guidance, in everyday words |
//! | `figures.rs` | how long it takes; asked for by name |

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod directory;
mod examples;
mod figures;
mod guidance;
mod properties;
#[path = "../support/texts.rs"]
mod texts;
