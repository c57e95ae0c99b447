//! The real content, and files that have to be refused.

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
