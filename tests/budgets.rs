//! Size budgets: the files of `dist/`, compressed as hosts compress them.

#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test may fail loudly, and says its figures"
)]

use test_support::dist;
use test_support::files;
use test_support::packed;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use decoys::Decoy;
use packed::pack;
use site::page::{AppFiles, DECOY_FILES};
use site::ui::boot::SCREENS_FILES;

/// The page with every word, its style and its scripts inline.
const FIRST_VIEW: usize = 75 * 1024;
/// The WASM of the page and its glue, together.
const APP: usize = 110 * 1024;
/// The worker that makes keys and seals, fetched when a person first keeps something.
const WORKER: usize = 70 * 1024;
/// The screens on which a person writes: glue, WASM and words, fetched when the first is opened.
const SCREENS: usize = 110 * 1024;
/// The page of a decoy with everything that it needs.
const TOOL: usize = 40 * 1024;
/// One readable script of ours.
const SCRIPT: usize = 2_000;

/// The measured sizes, and those over budget.
#[derive(Default)]
struct Table {
    rows: String,
    too_large: Vec<String>,
}

impl Table {
    fn row(&mut self, what: &str, size: usize, budget: usize) {
        let fits = size <= budget;
        let mark = if fits { "" } else { "  TOO LARGE" };
        writeln!(self.rows, "{what:<40}{size:>8}{budget:>8}{mark}").unwrap();
        if !fits {
            self.too_large.push(what.to_owned());
        }
    }

    #[track_caller]
    fn check(&self) {
        println!("{:<40}{:>8}{:>8}\n{}", "", "packed", "budget", self.rows);
        assert_eq!(self.too_large, Vec::<String>::new(), "\n{}", self.rows);
    }
}

fn packed_size(path: &Path) -> usize {
    pack(&fs::read(path).unwrap()).len()
}

#[test]
fn the_built_page_and_its_app_keep_to_their_sizes() {
    let folder = dist::folder();
    let index = folder.join("index.html");
    let app = AppFiles::find(&fs::read_to_string(&index).unwrap()).unwrap();
    let [js, wasm] = [app.js, app.wasm].map(|file| packed_size(&folder.join(file)));
    let mut table = Table::default();
    table.row("the page", packed_size(&index), FIRST_VIEW);
    table.row("the app's glue", js, APP);
    table.row("the app's WASM", wasm, APP);
    table.row("the app, both together", js + wasm, APP);
    let worker =
        ["worker.js", "work.js", "work_bg.wasm"].map(|file| packed_size(&folder.join(file)));
    let [entry, js, wasm] = worker;
    table.row("the worker's glue", entry + js, WORKER);
    table.row("the worker's WASM", wasm, WORKER);
    table.row("the worker, all together", entry + js + wasm, WORKER);
    let [js, wasm, words] = SCREENS_FILES.map(|file| packed_size(&folder.join(file)));
    table.row("the screens' glue", js, SCREENS);
    table.row("the screens' WASM", wasm, SCREENS);
    table.row("the screens' words", words, SCREENS);
    table.row("the screens, all together", js + wasm + words, SCREENS);
    table.check();
}

#[test]
fn each_plain_tool_with_everything_that_it_needs_keeps_to_its_size() {
    let folder = dist::folder();
    let mut table = Table::default();
    let [js, wasm] = DECOY_FILES.map(|file| packed_size(&folder.join(file)));
    table.row("the tools' glue", js, TOOL);
    table.row("the tools' WASM", wasm, TOOL);
    for tool in Decoy::ALL {
        let own = files::below(&folder.join(tool.name()));
        // The page, its manifest and every icon of every size.
        assert!(own.len() >= 8, "{own:?}");
        let own: usize = own.iter().map(|file| packed_size(file)).sum();
        table.row(&format!("{}: its folder", tool.name()), own, TOOL);
        table.row(
            &format!("{}: everything", tool.name()),
            own + js + wasm,
            TOOL,
        );
    }
    table.check();
}

#[test]
fn every_script_of_ours_is_short() {
    let root = test_support::project();
    let folder = root.join("scripts");
    let mut scripts = files::below(&folder);
    scripts.retain(|path| {
        path.extension().is_some_and(|ending| ending == "js")
            && !path.starts_with(folder.join("testing"))
    });
    assert!(scripts.len() >= 20, "{scripts:?}");
    let mut table = Table::default();
    for path in scripts {
        let name = path.strip_prefix(root).unwrap().display().to_string();
        table.row(&name, packed_size(&path), SCRIPT);
    }
    table.check();
}

#[test]
fn packing_is_real_and_a_size_over_its_budget_is_noticed() {
    let words = "a plain line of words, again and again. ".repeat(100);
    let size = pack(words.as_bytes()).len();
    assert!(size > 20 && size < 200, "{size}");
    let mut table = Table::default();
    table.row("exactly its budget", SCRIPT, SCRIPT);
    table.row("one byte over", SCRIPT + 1, SCRIPT);
    assert_eq!(table.too_large, ["one byte over"]);
}
