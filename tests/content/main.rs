//! The real content can be published, and every kind of bad file stops the build with its file, its
//! line and the reason.
//!
//! Each fault is put into a copy of the real content, next to one example of a service, one of
//! guidance and a short list of bank holidays that are known to be good (`tests/fixtures/content/`).

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail loudly")]

mod bank_holidays;
#[path = "../support/copy.rs"]
mod copy;
mod fault;
mod guidance;
mod hours;
mod interface;
mod services;
mod site;
mod spoil;
mod terms;
mod together;

use std::path::Path;

use sidedoor::content;

#[test]
fn the_real_content_can_be_published() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let site = content::read_site(root).unwrap_or_else(|problems| panic!("\n{problems}"));
    for language in &site.languages {
        content::read_edition(root, language).unwrap_or_else(|problems| panic!("\n{problems}"));
    }
}
