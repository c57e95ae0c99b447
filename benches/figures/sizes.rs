//! How much travels, packed with brotli at its best, as hosts pack files that do not change.

use std::path::Path;

use sidedoor::hosting::server::Files;

use crate::Figure;
use crate::harness::Outcome;

/// The sizes of what is shipped, against the budgets of the design.
pub(crate) fn of(dist: &Path) -> Outcome<Vec<Figure>> {
    let files = Files::read(dist)?;
    let packed = |path: &str| files.packed_size(path).unwrap_or(0) as u64;
    let mut app = 0;
    for entry in std::fs::read_dir(dist)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if [".js", ".wasm"].iter().any(|ending| name.ends_with(ending)) {
            app += packed(&format!("/{name}"));
        }
    }
    let first_view = packed("/index.html");
    Ok(vec![
        Figure::new(
            "first view: the whole page with its style and scripts",
            first_view,
            Some(61_440),
            "bytes",
        ),
        Figure::new("the app: WASM and glue", app, Some(112_640), "bytes"),
    ])
}
