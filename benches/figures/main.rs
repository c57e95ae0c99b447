//! The figures of the page: how much travels, how soon it can be read, how long it is ever busy.
//!
//! `make bench` prints them as a table and writes them to `target/bench/figures.json`. Times are
//! Chromium's, on a network of 400 kbit/s with 400 ms for each request (DevTools' emulation, which
//! leaves out the handshakes of TCP and TLS) and a processor slowed down by 4. Each is the median of
//! five visits, in turn with the same page without its scripts.

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

mod sizes;
mod visits;

use std::path::Path;
use std::process::ExitCode;

use harness::Outcome;
use serde_json::Value;

/// One figure, beside what it may be.
pub(crate) struct Figure {
    /// What was measured.
    what: String,
    /// The measurement.
    is: u64,
    /// The most it may be, if there is a budget.
    budget: Option<u64>,
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
            unit,
        }
    }

    fn holds(&self) -> bool {
        self.budget.is_none_or(|budget| self.is <= budget)
    }

    fn line(&self) -> String {
        let budget = self.budget.map_or(String::new(), |budget| {
            format!("at most {budget} {}", self.unit)
        });
        let verdict = if self.holds() { "" } else { "   <-- over" };
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

fn main() -> ExitCode {
    match measure() {
        Ok(figures) => {
            for figure in &figures {
                println!("{}", figure.line());
            }
            let all_hold = figures.iter().all(Figure::holds);
            if all_hold {
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

fn measure() -> Outcome<Vec<Figure>> {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let dist = project.join("dist");
    let mut figures = sizes::of(&dist)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()?;
    figures.extend(runtime.block_on(visits::measure(&dist))?);
    keep(&project.join("target/bench"), &figures)?;
    Ok(figures)
}

fn keep(folder: &Path, figures: &[Figure]) -> Outcome {
    std::fs::create_dir_all(folder)?;
    let all: Vec<Value> = figures.iter().map(Figure::json).collect();
    std::fs::write(
        folder.join("figures.json"),
        serde_json::to_string_pretty(&all)?,
    )?;
    Ok(())
}
