//! The figures of the page: transfer size, first paint, blocked main thread.
//!
//! `make bench` prints them as a table and writes them to `target/bench/figures.json`. Times are
//! Chromium's, on a network of 400 kbit/s with 400 ms for each request (DevTools' emulation, which
//! leaves out the handshakes of TCP and TLS) and a processor slowed down by 4. Each is the median of
//! five visits, in turn with the same page without its scripts.
//!
//! A second table is about the exit, outcome by outcome, beside GOV.UK's: see [`exit`]. It is also
//! written to `target/bench/exit.json`. `make bench` fails if anything of ours is over its budget.
//! `cargo bench --bench figures -- exit` measures the exit alone, `-- speed` only how soon a press hides,
//! `-- visits` the visits, `-- lighthouse` what Lighthouse says.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "it is a command")]

#[expect(
    dead_code,
    unused_macros,
    unused_imports,
    reason = "the journeys use the rest"
)]
#[path = "../../tests/journeys/harness/mod.rs"]
#[macro_use]
mod harness;

mod exit;
mod lighthouse;
mod sizes;
mod visits;

use std::path::Path;
use std::process::ExitCode;

use harness::Outcome;
use serde_json::Value;

/// One figure, beside its budget.
pub(crate) struct Figure {
    /// What was measured.
    what: String,
    /// The measurement.
    is: u64,
    /// The budget, if there is one.
    budget: Option<u64>,
    /// Whether the budget is a minimum.
    is_least: bool,
    /// Bytes, milliseconds, or a count.
    unit: &'static str,
}

impl Figure {
    pub(crate) fn new(
        what: impl Into<String>,
        is: u64,
        budget: Option<u64>,
        unit: &'static str,
    ) -> Self {
        Self {
            what: what.into(),
            is,
            budget,
            is_least: false,
            unit,
        }
    }

    /// A figure with a minimum.
    pub(crate) fn at_least(
        what: impl Into<String>,
        is: u64,
        least: u64,
        unit: &'static str,
    ) -> Self {
        Self {
            is_least: true,
            ..Self::new(what, is, Some(least), unit)
        }
    }

    fn holds(&self) -> bool {
        let within = |budget| {
            if self.is_least {
                self.is >= budget
            } else {
                self.is <= budget
            }
        };
        self.budget.is_none_or(within)
    }

    fn line(&self) -> String {
        let bound = if self.is_least { "at least" } else { "at most" };
        let budget = self.budget.map_or(String::new(), |budget| {
            format!("{bound} {budget} {}", self.unit)
        });
        let verdict = match (self.holds(), self.is_least) {
            (true, _) => "",
            (false, false) => "   <-- over",
            (false, true) => "   <-- under",
        };
        format!(
            "{:<64} {:>9} {:<6} {budget}{verdict}",
            self.what, self.is, self.unit
        )
    }

    fn json(&self) -> Value {
        serde_json::json!({
            "what": self.what, "is": self.is, "budget": self.budget, "unit": self.unit, "holds": self.holds(),
        })
    }
}

/// Both tables.
struct Tables {
    page: Vec<Figure>,
    exit: Vec<exit::Row>,
    /// The load of the machine, before and after: times on a busy one are not valid.
    loads: [String; 2],
}

fn main() -> ExitCode {
    match measure() {
        Ok(tables) => {
            tables.print();
            if tables.hold() {
                ExitCode::SUCCESS
            } else {
                ExitCode::FAILURE
            }
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

impl Tables {
    fn print(&self) {
        for figure in &self.page {
            println!("{}", figure.line());
        }
        if !self.exit.is_empty() {
            println!("\n{}", exit::Row::head());
        }
        for row in &self.exit {
            println!("{}", row.line());
        }
        let [before, after] = &self.loads;
        println!("\nLoad of the machine over the last minute: {before} before, {after} after");
    }

    fn hold(&self) -> bool {
        self.page.iter().all(Figure::holds) && self.exit.iter().all(exit::Row::holds)
    }
}

fn measure() -> Outcome<Tables> {
    let project = test_support::project();
    let dist = project.join("dist");
    let kept = project.join("target/bench");
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()?;
    let before = load();
    let asked = |part: &str| std::env::args().any(|argument| argument == part);
    let (mut page, mut exit) = (Vec::new(), Vec::new());
    if asked("lighthouse") {
        page = runtime.block_on(lighthouse::measure(project))?;
        keep(&kept, "lighthouse.json", page.iter().map(Figure::json))?;
    } else if asked("visits") {
        page = runtime.block_on(visits::measure(&dist))?;
    } else if !asked("exit") && !asked("speed") {
        page = sizes::of(&dist)?;
        page.extend(runtime.block_on(visits::measure(&dist))?);
        keep(&kept, "figures.json", page.iter().map(Figure::json))?;
    }
    if asked("speed") {
        exit = runtime.block_on(exit::measure_speed(project))?;
    } else if !asked("visits") && !asked("lighthouse") {
        exit = runtime.block_on(exit::measure(project))?;
        keep(&kept, "exit.json", exit.iter().map(exit::Row::json))?;
    }
    Ok(Tables {
        page,
        exit,
        loads: [before, load()],
    })
}

/// The load over the last minute, where the system says.
fn load() -> String {
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let last_minute = load.split(' ').next().unwrap_or_default();
    if last_minute.is_empty() {
        return "unknown".into();
    }
    last_minute.to_owned()
}

fn keep(folder: &Path, name: &str, all: impl Iterator<Item = Value>) -> Outcome {
    std::fs::create_dir_all(folder)?;
    let all: Vec<Value> = all.collect();
    std::fs::write(folder.join(name), serde_json::to_string_pretty(&all)?)?;
    Ok(())
}
