//! Transfer sizes, compressed with brotli at its highest quality, as hosts compress static files.

use std::path::Path;

use site::hosting::server::Files;
use site::page::AppFiles;

use crate::Figure;
use crate::harness::Outcome;

/// The sizes of what is shipped, against the budgets of the design.
pub(crate) fn of(dist: &Path) -> Outcome<Vec<Figure>> {
    let files = Files::read(dist)?;
    let packed = |names: &[&str]| -> u64 {
        let paths = names
            .iter()
            .map(|name| format!("/{}", name.trim_start_matches("./")));
        paths
            .map(|path| files.packed_size(&path).unwrap_or(0) as u64)
            .sum()
    };
    let app = AppFiles::find(&std::fs::read_to_string(dist.join("index.html"))?)?;
    let app = packed(&[&app.js, &app.wasm]);
    let worker = packed(&["worker.js", "work.js", "work_bg.wasm"]);
    let first_view = packed(&["index.html"]);
    let bytes = |what, size, budget| Figure::new(what, size, Some(budget), "bytes");
    let page = "first view: the whole page with its style and scripts";
    Ok(vec![
        bytes(page, first_view, 76_800),
        bytes("the app: WASM and glue", app, 112_640),
        bytes(
            "the worker: WASM, glue and entry, fetched to keep",
            worker,
            71_680,
        ),
    ])
}
