//! Search, as people type.
//!
//! | file | tests |
//! |---|---|
//! | `directory.rs` | fixture: a small directory |
//! | `examples.rs` | queries with and without mistakes |
//! | `properties.rs` | property tests |
//! | `guidance.rs` | the real guidance, in everyday words |
//! | `figures.rs` | timings; ignored unless named |

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod directory;
mod examples;
mod figures;
mod guidance;
mod properties;
use test_support::texts;
