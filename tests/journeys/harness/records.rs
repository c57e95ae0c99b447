//! Test report: `target/journeys.tsv` has a line for each journey, which `tools/slowest.sh` sums up.

use std::cell::Cell;
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::PathBuf;
use std::sync::LazyLock;

use tokio::time::Instant;

use super::{Outcome, log};

thread_local! {
    static STARTS: Cell<u32> = const { Cell::new(0) };
    static USES: Cell<u32> = const { Cell::new(0) };
}

/// When the first journey began.
static BEGAN: LazyLock<Instant> = LazyLock::new(Instant::now);

/// The header. Times are in seconds.
const HEAD: &str =
    "journey\tbegan\ttook\tbrowsers started\tbrowsers used\toutcome\tretried because";

/// One file for each run, created by its first journey.
static FILE: LazyLock<Result<PathBuf, String>> = LazyLock::new(|| {
    let folder = test_support::project().join("target");
    let file = folder.join("journeys.tsv");
    fs::create_dir_all(&folder)
        .and_then(|()| fs::write(&file, format!("{HEAD}\n")))
        .map_err(|error| error.to_string())?;
    Ok(file)
});

/// Counts a browser that was started for this thread's journey.
pub(super) fn count_start() {
    STARTS.set(STARTS.get() + 1);
}

/// Counts a browser that this thread's journey uses, started for it or not.
pub(super) fn count_use() {
    USES.set(USES.get() + 1);
}

/// The record of one journey in one engine.
pub(super) struct Record {
    began: Instant,
    reasons: Vec<String>,
}

impl Record {
    /// Starts the clock.
    pub(super) fn begin() -> Self {
        LazyLock::force(&BEGAN);
        Self {
            began: Instant::now(),
            reasons: Vec::new(),
        }
    }

    /// Records a retry with its reason.
    pub(super) fn retried(&mut self, reason: &str) {
        self.reasons.push(reason.replace(['\t', '\n'], " "));
    }

    /// Appends the record to the file.
    pub(super) fn end(self, passed: bool) {
        let thread = std::thread::current();
        let line = format!(
            "{}\t{:.1}\t{:.1}\t{}\t{}\t{}\t{}\n",
            thread.name().unwrap_or("main"),
            self.began.duration_since(*BEGAN).as_secs_f32(),
            self.began.elapsed().as_secs_f32(),
            STARTS.get(),
            USES.get(),
            if passed { "passed" } else { "failed" },
            self.reasons.join("; "),
        );
        if let Err(error) = append(&line) {
            log(&format!("target/journeys.tsv: {error}"));
        }
    }
}

/// In one write, so that lines of several threads do not interleave.
fn append(line: &str) -> Outcome {
    let file = FILE.as_ref().map_err(Clone::clone)?;
    let mut file = OpenOptions::new().append(true).open(file)?;
    Ok(file.write_all(line.as_bytes())?)
}
