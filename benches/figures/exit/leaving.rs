//! What is seen while leaving, on a bad network, with scripts stalled, and in another window.

use std::time::Duration;

use serde_json::json;

use super::fixture::{Fixture, Visit, WORDS};
use super::row::{Cell, Question, Wants};
use crate::harness::{Answer, Fault, Outcome};

const SAMPLES: &str = include_str!("js/samples.js");
const TELL_LETTING_GO: &str = "addEventListener('pointerup', ({ timeStamp }) => \
    tellServer('let-go', performance.timeOrigin + timeStamp), true);";
const TELL_GONE: &str = "let seen = false; \
    const look = () => requestAnimationFrame(() => { \
        const still = siteIsSeen(); \
        if (seen && !still) tellServer('gone', performance.timeOrigin + performance.now()); \
        seen = still; look(); \
    }); look();";
const SLOW: Duration = Duration::from_secs(5);
/// How long the page is watched when the destination never answers.
const LONG_ENOUGH: Duration = Duration::from_secs(4);

const fn question(what: &'static str, wants: &'static str) -> Question {
    Question {
        what,
        unit: "",
        wants: Wants::Exactly(wants),
    }
}

/// Whether words reveal the subject.
pub(super) fn reveals(words: &str) -> bool {
    let words = words.to_lowercase();
    ["stalk", "violen", "abus", "helpline", "harass", "sidedoor"]
        .iter()
        .any(|word| words.contains(word))
}

/// The questions about a slow destination.
pub(super) const SLOWLY: [Question; 3] = [
    question(
        "destination takes 5 s: the site is seen after the press",
        "no",
    ),
    question("destination never answers: the same", "no"),
    question("the title while leaving reveals", "no"),
];

/// Leaves to a destination that takes 5 seconds, and to one that never answers.
pub(super) async fn slowly(fixture: &Fixture) -> Outcome<[Cell; 3]> {
    let (slow, slow_reveals) = watched(fixture, Answer::After(SLOW)).await?;
    let (never, never_reveals) = watched(fixture, Answer::Never).await?;
    let title = Cell::yes_or_no(slow_reveals || never_reveals);
    Ok([slow, never, title])
}

/// How long the site is still visible, and whether any title revealed it.
async fn watched(fixture: &Fixture, answer: Answer) -> Outcome<(Cell, bool)> {
    let visit = fixture.visit_with(answer, None).await?;
    visit.watch(SAMPLES).await?;
    visit.look_around().await?;
    visit.press().await?;
    visit.destination.until_asked().await?;
    tokio::time::sleep(LONG_ENOUGH).await;
    let samples = visit.told("leaving");
    if samples.len() < 50 {
        return Err(format!("only {} looks at the page while leaving", samples.len()).into());
    }
    let mut last = None;
    let mut revealed = false;
    for sample in &samples {
        let mut parts = sample.split('/');
        let when: f64 = parts.next().unwrap_or_default().parse()?;
        if parts.next() == Some("true") {
            last = Some(when);
        }
        revealed |= parts.any(reveals);
    }
    let seen = last.map_or(Cell::yes_or_no(false), |last| {
        Cell::words(format!("yes, still after {last:.0} ms"))
    });
    Ok((seen, revealed))
}

/// The questions about an exit without a network.
pub(super) const OFFLINE: [Question; 2] = [
    question("offline: shown after the press", "cover"),
    question("offline, and then Back: the site is seen", "no"),
];

/// Leaves while the browser says that it is offline.
pub(super) async fn offline(fixture: &Fixture) -> Outcome<[Cell; 2]> {
    let visit = fixture.visit().await?;
    visit.look_around().await?;
    visit.tools("Network.enable", json!({})).await?;
    let nothing =
        json!({ "offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    visit
        .tools("Network.emulateNetworkConditions", nothing)
        .await?;
    visit.press().await?;
    tokio::time::sleep(Duration::from_millis(1500)).await;
    let shown = visit.shown().await?;
    visit.browser.driver.back().await?;
    tokio::time::sleep(Duration::from_millis(700)).await;
    let back = visit.shown().await?;
    Ok([Cell::words(shown), Cell::yes_or_no(back == "words")])
}

/// The questions about a second window.
pub(super) const TOGETHER: [Question; 1] = [Question {
    what: "second window of the site: hidden, from letting go in the first",
    unit: "ms",
    wants: Wants::AtMost(100.0),
}];

/// Leaves while the same site is open in another window.
pub(super) async fn together(fixture: &Fixture) -> Outcome<[Cell; 1]> {
    let visit = fixture.visit().await?;
    visit.watch(TELL_LETTING_GO).await?;
    visit.arrive().await?;
    let driver = &visit.browser.driver;
    let first = driver.window().await?;
    open_another(&visit, json!({ "url": "about:blank", "newWindow": true })).await?;
    visit.watch(WORDS).await?;
    visit.watch(TELL_GONE).await?;
    visit.arrive().await?;
    driver.switch_to_window(first).await?;
    visit.press().await?;
    if !visit.more_told("gone", 0, Duration::from_secs(2)).await {
        return Ok([Cell::words("stays")]);
    }
    match (
        visit.numbers("let-go").first(),
        visit.numbers("gone").first(),
    ) {
        (Some(let_go), Some(gone)) => Ok([Cell::Number((gone - let_go).max(0.0))]),
        _ => Err("the press was not told".into()),
    }
}

/// Opens another tab or window and switches to it.
async fn open_another(visit: &Visit, how: serde_json::Value) -> Outcome {
    let driver = &visit.browser.driver;
    let before = driver.windows().await?;
    visit.tools("Target.createTarget", how).await?;
    for _ in 0..100 {
        let now = driver.windows().await?;
        if let Some(new) = now.into_iter().find(|window| !before.contains(window)) {
            return Ok(driver.switch_to_window(new).await?);
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    Err("no window opened".into())
}

/// The questions about a page in the background.
pub(super) const UNWATCHED: [Question; 2] = [
    question("covered while hidden behind another tab", "yes"),
    question("the title of the hidden tab reveals", "no"),
];

/// Opens another tab in front of the site.
pub(super) async fn unwatched(fixture: &Fixture) -> Outcome<[Cell; 2]> {
    let visit = fixture.visit().await?;
    visit.watch(SAMPLES).await?;
    visit.look_around().await?;
    let front = json!({ "url": "about:blank" });
    visit.tools("Target.createTarget", front).await?;
    if !visit
        .more_told("unwatched", 0, Duration::from_secs(5))
        .await
    {
        return Err("the page was not told that it is hidden".into());
    }
    let told = visit.told("unwatched");
    let (seen, title) = told
        .first()
        .and_then(|line| line.split_once('/'))
        .ok_or("half a line was told")?;
    Ok([
        Cell::yes_or_no(seen == "false"),
        Cell::yes_or_no(reveals(title)),
    ])
}

/// The questions about a page whose scripts do not load.
pub(super) const WITHOUT_SCRIPTS: [Question; 2] = [
    question("every script file stalled for ever: the exit leaves", "yes"),
    question("JavaScript off: the exit leaves", "yes"),
];

/// Leaves without script files, and without any script.
pub(super) async fn without_scripts(fixture: &Fixture) -> Outcome<[Cell; 2]> {
    Ok([
        leaves_in_spite_of(fixture, Fault::ScriptsHeldBack).await?,
        leaves_in_spite_of(fixture, Fault::NoScripts).await?,
    ])
}

async fn leaves_in_spite_of(fixture: &Fixture, fault: Fault) -> Outcome<Cell> {
    let visit = fixture.visit_with(Answer::AtOnce, Some(fault)).await?;
    let page = visit.page();
    page.go(&visit.site.page_before()).await?;
    visit.browser.driver.goto(visit.site.page()).await?;
    let script = "return location.href === arguments[0] && !!document.querySelector('[data-exit]')";
    page.until("the exit is there", script, vec![json!(visit.site.page())])
        .await?;
    tokio::time::sleep(Duration::from_millis(500)).await;
    visit.press().await?;
    let left = visit.left(0, Duration::from_secs(4)).await;
    Ok(Cell::yes_or_no(left))
}
