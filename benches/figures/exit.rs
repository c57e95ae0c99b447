//! The exit, outcome by outcome, beside GOV.UK Frontend's “exit this page” in the same run.
//!
//! Every outcome is measured in Chromium in this run, on this machine, for both: ours as it is
//! built in `dist/`, theirs (the npm package in `tests/`) on a site of three pages. Both get the
//! same fields to type into, the same touch (80 ms down) and the same destination. “The site is
//! seen” means that something of it is on top somewhere in a grid of 200 points of the window; what
//! is under our cover or their overlay is not.
//!
//! Two measurements of a press are shown, because neither is complete:
//!
//! - from the event's own time stamp to a message that arrives once the frame is painted
//!   (`requestAnimationFrame`, then a message), which is what the budget is about; and the browser's
//!   Event Timing, which also counts the way to the screen, in steps of 8 ms;
//! - from outside: a real button press on an X server, and the colour of a point on its screen.
//!   Ours hides when pressed; theirs when clicked, so the 80 ms of the finger are part of its figure.
//!
//! `make bench` keeps the table in `target/bench/exit.json`.

mod browser;
mod fixture;
mod keys;
mod leaving;
mod row;
mod screen;
mod shape;
mod speed;
mod traces;

use std::path::{Path, PathBuf};
use std::time::Duration;

use fixture::Fixture;
pub(crate) use row::Row;
use row::{Cell, Question};

use crate::harness::Outcome;

/// Timeout of a measurement.
const LIMIT: Duration = Duration::from_secs(100);

/// Both exits.
struct Both {
    ours: Fixture,
    theirs: Fixture,
}

/// How soon a press hides the site, and nothing else.
pub(crate) async fn measure_speed(project: &Path) -> Outcome<Vec<Row>> {
    Both::of(project)?.speed().await
}

/// Measures both exits; `project` holds `dist/` and `tests/node_modules/`.
pub(crate) async fn measure(project: &Path) -> Outcome<Vec<Row>> {
    let package = theirs(project);
    let both = Both::of(project)?;
    let mut rows = Vec::new();
    // Timings run alone on the machine.
    rows.extend(both.speed().await?);
    rows.extend(both.in_turn(screen::QUESTIONS, screen::measure).await);
    rows.extend(both.in_turn(leaving::TOGETHER, leaving::together).await);
    rows.extend(both.at_once(leaving::SLOWLY, leaving::slowly).await);
    rows.extend(both.at_once(leaving::OFFLINE, leaving::offline).await);
    rows.extend(both.at_once(traces::AFTERWARDS, traces::afterwards).await);
    let scripts = both.at_once(leaving::WITHOUT_SCRIPTS, leaving::without_scripts);
    rows.extend(scripts.await);
    rows.extend(both.at_once(keys::QUESTIONS, keys::measure).await);
    rows.extend(both.at_once(shape::ON_SCREEN, shape::on_screen).await);
    rows.extend(both.at_once(traces::WRITTEN, traces::written).await);
    rows.extend(both.at_once(leaving::UNWATCHED, leaving::unwatched).await);
    rows.extend(both.at_once(traces::KILLED, traces::killed).await);
    let weight = Row::all(
        shape::WEIGHT,
        shape::our_weight(),
        shape::their_weight(&package),
    );
    rows.extend(weight);
    Ok(rows)
}

/// The folder of GOV.UK's component.
fn theirs(project: &Path) -> PathBuf {
    project.join("tests/node_modules/govuk-frontend")
}

impl Both {
    fn of(project: &Path) -> Outcome<Self> {
        Ok(Self {
            ours: Fixture::ours(&project.join("dist"))?,
            theirs: Fixture::theirs(&theirs(project))?,
        })
    }

    /// How soon a press hides the site, beside GOV.UK's and beside a bare page.
    async fn speed(&self) -> Outcome<Vec<Row>> {
        let mut rows = self.in_turn(speed::QUESTIONS, speed::measure).await;
        let ours = match rows.as_slice() {
            [full, slow, ..] => [full.ours(), slow.ours()],
            _ => return Err("no figures of our exit".into()),
        };
        let bare = Fixture::bare()?;
        let least = once(&bare, async |bare: &Fixture| speed::floor(bare, ours).await).await;
        rows.extend(Row::alone(speed::FLOOR, least));
        Ok(rows)
    }

    /// Measures one after the other.
    async fn in_turn<const N: usize>(
        &self,
        questions: [Question; N],
        measure: impl AsyncFn(&Fixture) -> Outcome<[Cell; N]>,
    ) -> Vec<Row> {
        let ours = patiently(&self.ours, &questions, &measure).await;
        let theirs = patiently(&self.theirs, &questions, &measure).await;
        Row::all(questions, ours, theirs)
    }

    /// Measures both at the same time.
    async fn at_once<const N: usize>(
        &self,
        questions: [Question; N],
        measure: impl AsyncFn(&Fixture) -> Outcome<[Cell; N]>,
    ) -> Vec<Row> {
        let (ours, theirs) = tokio::join!(
            patiently(&self.ours, &questions, &measure),
            patiently(&self.theirs, &questions, &measure)
        );
        Row::all(questions, ours, theirs)
    }
}

/// Measures, with one retry: the connection to a driver may be lost on a busy machine.
async fn patiently<const N: usize>(
    fixture: &Fixture,
    questions: &[Question; N],
    measure: impl AsyncFn(&Fixture) -> Outcome<[Cell; N]>,
) -> Outcome<[Cell; N]> {
    match once(fixture, &measure).await {
        Ok(answers) => Ok(answers),
        Err(first) => {
            let what = questions.first().map_or("", |question| question.what);
            eprintln!("AGAIN for {:?}, “{what}”: {first}", fixture.side());
            let second = once(fixture, &measure).await;
            second.map_err(|second| format!("{first}; and again: {second}").into())
        }
    }
}

async fn once<const N: usize>(
    fixture: &Fixture,
    measure: impl AsyncFn(&Fixture) -> Outcome<[Cell; N]>,
) -> Outcome<[Cell; N]> {
    tokio::time::timeout(LIMIT, measure(fixture))
        .await
        .unwrap_or_else(|_| Err(format!("stuck for {LIMIT:?}").into()))
}
