//! How large the exit is, how well it reads, what covers it, and how much it weighs.

use std::path::Path;

use serde::Deserialize;
use serde_json::json;
use site::hosting::server::Files;
use site::page::Inline;
use site::ui::exit::{LEAVING, PLACE};

use super::fixture::{Fixture, Visit};
use super::row::{Cell, Question, Wants};
use crate::harness::Outcome;

/// The questions about the exit on the screen.
pub(super) const ON_SCREEN: [Question; 7] = [
    question("width at 320 px", "px", Wants::Anything),
    question("height at 320 px", "px", Wants::AtLeast(48.0)),
    question("width at 1280 px", "px", Wants::Anything),
    question("height at 1280 px", "px", Wants::AtLeast(48.0)),
    question("contrast of its words, to 1", "", Wants::AtLeast(7.0)),
    question(
        "can be pressed at 320 px with a cookie bar at the bottom",
        "%",
        Wants::AtLeast(100.0),
    ),
    question("the same, at the top", "%", Wants::AtLeast(100.0)),
];

const fn question(what: &'static str, unit: &'static str, wants: Wants) -> Question {
    Question { what, unit, wants }
}

#[derive(Debug, Deserialize)]
struct Shape {
    width: f64,
    height: f64,
    contrast: f64,
}

/// Measures the exit on a small phone and on a laptop.
pub(super) async fn on_screen(fixture: &Fixture) -> Outcome<[Cell; 7]> {
    let visit = fixture.visit().await?;
    resize(&visit, 320, 568).await?;
    visit.arrive().await?;
    let small: Shape = visit.eval(include_str!("js/shape.js")).await?;
    let bottom = tappable(&visit, "bottom").await?;
    let top = tappable(&visit, "top").await?;
    resize(&visit, 1280, 800).await?;
    let large: Shape = visit.eval(include_str!("js/shape.js")).await?;
    let numbers = [
        small.width,
        small.height,
        large.width,
        large.height,
        small.contrast.min(large.contrast),
        bottom,
        top,
    ];
    Ok(numbers.map(Cell::Number))
}

async fn tappable(visit: &Visit, edge: &str) -> Outcome<f64> {
    let script = include_str!("js/tappable.js");
    visit.page().eval(script, vec![json!(edge)]).await
}

async fn resize(visit: &Visit, width: u32, height: u32) -> Outcome {
    let metrics =
        json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    visit
        .tools("Emulation.setDeviceMetricsOverride", metrics)
        .await?;
    Ok(())
}

/// The questions about the files.
pub(super) const WEIGHT: [Question; 1] = [question(
    "its scripts, brotli (GOV.UK: the component alone, not minified)",
    "bytes",
    Wants::Anything,
)];

/// Our exit's scripts as they are in the page.
pub(super) fn our_weight() -> Outcome<[Cell; 1]> {
    let scripts: Result<Vec<String>, _> = LEAVING
        .iter()
        .chain([&PLACE])
        .map(|source| Inline::script(source).map(|script| script.as_str().to_owned()))
        .collect();
    packed(scripts?.concat().as_bytes())
}

/// The component as its package publishes it.
pub(super) fn their_weight(package: &Path) -> Outcome<[Cell; 1]> {
    let path = "dist/govuk/components/exit-this-page/exit-this-page.bundle.mjs";
    packed(&std::fs::read(package.join(path))?)
}

fn packed(script: &[u8]) -> Outcome<[Cell; 1]> {
    let folder = tempfile::tempdir()?;
    std::fs::write(folder.path().join("script.js"), script)?;
    let size = Files::read(folder.path())?
        .packed_size("/script.js")
        .ok_or("the script was not packed")?;
    Ok([Cell::Number(f64::from(u32::try_from(size)?))])
}
