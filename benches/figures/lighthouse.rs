//! What Lighthouse (from npm, in `tests/` only) says of the built page on its phone, from the server of
//! `make serve`: `make lighthouse`.
//!
//! Performance is the median of five runs, since it depends on times. The other scores are made of audits that
//! pass or fail: each run has to give 100, except for audits that fail by design, which are named here with their
//! reason. A score is then printed twice, as Lighthouse gives it and without those.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use serde_json::Value;
use site::hosting::server::Files;
use tokio::net::TcpListener;

use crate::Figure;
use crate::harness::Outcome;

/// The number of runs.
const RUNS: usize = 5;
/// The least scores.
const PERFORMANCE: u64 = 95;
const OTHERS: u64 = 100;

/// The categories, by Lighthouse's names.
const CATEGORIES: [&str; 4] = ["performance", "accessibility", "best-practices", "seo"];

/// Audits that fail by design.
const BY_DESIGN: [(&str, &str); 2] = [
    (
        "is-crawlable",
        "no search engine is to lead anybody here by words that then stand in their history (noindex)",
    ),
    (
        "meta-description",
        "it is written for lists of search engines and for previews of links, which others see",
    ),
];

/// Flags of the browser: headless, without background requests.
const FLAGS: &str = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
                     --disable-background-networking --disable-component-update --disable-sync";

/// One score of one run.
#[derive(Debug, Clone)]
struct Mark {
    category: &'static str,
    /// Of 100, as Lighthouse gives it.
    given: u64,
    /// Of 100, without what is lower by design.
    otherwise: u64,
    /// Audits that failed and count.
    failed: Vec<String>,
}

/// Runs Lighthouse and returns its scores.
pub(crate) async fn measure(project: &Path) -> Outcome<Vec<Figure>> {
    let files = Arc::new(Files::read(&project.join("dist"))?);
    let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
    let address = format!("http://{}/", listener.local_addr()?);
    tokio::spawn(async move { axum::serve(listener, files.router()).await });
    let mut runs = Vec::new();
    for run in 1..=RUNS {
        let (project, address) = (project.to_owned(), address.clone());
        let report = tokio::task::spawn_blocking(move || look(&project, &address, run)).await??;
        let marks: Vec<Mark> = CATEGORIES
            .into_iter()
            .map(|category| Mark::read(&report, category))
            .collect::<Outcome<_>>()?;
        say(run, &report, &marks);
        runs.push(marks);
    }
    Ok(figures(&runs))
}

/// One run, as Lighthouse reports it.
fn look(project: &Path, address: &str, run: usize) -> Outcome<Value> {
    let kept = project.join("target/bench");
    std::fs::create_dir_all(&kept)?;
    let report = kept.join(format!("lighthouse-{run}.json"));
    let output = Command::new("node")
        .arg(project.join("tests/node_modules/lighthouse/cli/index.js"))
        .arg(address)
        .args(["--quiet", "--no-enable-error-reporting", "--output=json"])
        .arg(format!("--output-path={}", report.display()))
        .arg(format!("--only-categories={}", CATEGORIES.join(",")))
        .arg(format!("--chrome-flags={FLAGS}"))
        .envs(browser().map(|path| ("CHROME_PATH", path)))
        .output()?;
    if !output.status.success() {
        return Err(format!("Lighthouse: {}", String::from_utf8_lossy(&output.stderr)).into());
    }
    let report: Value = serde_json::from_slice(&std::fs::read(report)?)?;
    match report
        .pointer("/runtimeError/message")
        .and_then(Value::as_str)
    {
        Some(error) => Err(format!("Lighthouse: {error}").into()),
        None => Ok(report),
    }
}

/// Debian's Chromium, unless `CHROME_PATH` names another.
fn browser() -> Option<PathBuf> {
    let usual = Path::new("/usr/bin/chromium");
    (std::env::var_os("CHROME_PATH").is_none() && usual.is_file()).then(|| usual.to_owned())
}

impl Mark {
    fn read(report: &Value, category: &'static str) -> Outcome<Self> {
        let missing = || format!("Lighthouse gave no {category}");
        let found = report
            .pointer(&format!("/categories/{category}"))
            .ok_or_else(missing)?;
        let given = found
            .get("score")
            .and_then(Value::as_f64)
            .ok_or_else(missing)?;
        let (mut sum, mut weights, mut failed) = (0.0, 0.0, Vec::new());
        for audit in found
            .get("auditRefs")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
        {
            let id = audit.get("id").and_then(Value::as_str).unwrap_or_default();
            let weight = audit
                .get("weight")
                .and_then(Value::as_f64)
                .unwrap_or_default();
            let score = report
                .pointer(&format!("/audits/{id}/score"))
                .and_then(Value::as_f64);
            // An audit that does not apply has no score and does not count.
            let Some(score) = score.filter(|_| weight > 0.0) else {
                continue;
            };
            if score < 1.0 {
                failed.push(format!("{id} ({score:.2})"));
            }
            if !BY_DESIGN.iter().any(|(known, _)| *known == id) {
                sum += score * weight;
                weights += weight;
            }
        }
        Ok(Self {
            category,
            given: hundredths(given),
            otherwise: hundredths(sum / weights),
            failed,
        })
    }
}

/// Of 100, rounded as Lighthouse rounds.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a mark is between 0 and 1"
)]
fn hundredths(mark: f64) -> u64 {
    (mark * 100.0).round() as u64
}

fn say(run: usize, report: &Value, marks: &[Mark]) {
    let version = report
        .get("lighthouseVersion")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let marks: Vec<String> = marks
        .iter()
        .map(|mark| {
            format!(
                "{} {} {}",
                mark.category,
                mark.given,
                mark.failed.join(", ")
            )
        })
        .collect();
    println!("Lighthouse {version}, run {run}: {}", marks.join("; "));
}

fn figures(runs: &[Vec<Mark>]) -> Vec<Figure> {
    let mut figures = Vec::new();
    for category in CATEGORIES {
        let mut marks: Vec<&Mark> = runs
            .iter()
            .flatten()
            .filter(|mark| mark.category == category)
            .collect();
        marks.sort_by_key(|mark| mark.otherwise);
        let is_of_times = category == "performance";
        let place = if is_of_times { marks.len() / 2 } else { 0 };
        let (Some(mark), Some(least)) = (marks.get(place), marks.first()) else {
            continue;
        };
        let (what, least_allowed) = if is_of_times {
            (
                format!(
                    "Lighthouse, {category}, median of {RUNS} (lowest {})",
                    least.given
                ),
                PERFORMANCE,
            )
        } else {
            (
                format!(
                    "Lighthouse, {category}, lowest of {RUNS} (as given: {})",
                    mark.given
                ),
                OTHERS,
            )
        };
        figures.push(Figure::at_least(
            what,
            mark.otherwise,
            least_allowed,
            "of 100",
        ));
    }
    for (audit, reason) in BY_DESIGN {
        println!("Left out of the marks by design: {audit}: {reason}");
    }
    figures
}
