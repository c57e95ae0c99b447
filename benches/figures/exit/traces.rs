//! What is left behind: entries, history, typed words, the referrer, a restored session.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use serde_json::{Value, json};

use super::browser::{Special, chromium};
use super::fixture::{Fixture, Visit, WORDS};
use super::leaving::reveals;
use super::row::{Cell, Question, Wants};
use crate::harness::{Answer, Outcome};

const BACKS: usize = 5;
const TYPED: &str = "he waited outside again";
/// The browser writes its session to the disk a few seconds after a change.
const UNTIL_WRITTEN: Duration = Duration::from_millis(3500);

const fn count(what: &'static str) -> Question {
    Question {
        what,
        unit: "",
        wants: Wants::AtMost(0.0),
    }
}

const fn question(what: &'static str, wants: &'static str) -> Question {
    Question {
        what,
        unit: "",
        wants: Wants::Exactly(wants),
    }
}

/// The questions after an ordinary visit.
pub(super) const AFTERWARDS: [Question; 4] = [
    count("three views or pages, exit, five times Back: Backs that show it"),
    count("lines about the site on the browser's history page"),
    count("of these, lines whose title reveals"),
    question("Referer at the destination", "none"),
];

/// Looks around, leaves, and then reads what the browser stored.
pub(super) async fn afterwards(fixture: &Fixture) -> Outcome<[Cell; 4]> {
    let visit = fixture.visit().await?;
    visit.look_around().await?;
    visit.leave().await?;
    let visits = visit.destination.requests();
    let leaks = visits.iter().any(|visit| visit.referer.is_some());
    let listed = history(&visit).await?;
    let revealing = listed.iter().filter(|title| reveals(title)).count();
    let mut shown = 0;
    for _ in 0..BACKS {
        go_back(&visit).await?;
        shown += usize::from(visit.shown().await? == "words");
    }
    Ok([
        number(shown)?,
        number(listed.len())?,
        number(revealing)?,
        Cell::words(if leaks { "leaks" } else { "none" }),
    ])
}

fn number(count: usize) -> Outcome<Cell> {
    Ok(Cell::Number(f64::from(u32::try_from(count)?)))
}

async fn go_back(visit: &Visit) -> Outcome {
    visit.browser.driver.back().await?;
    tokio::time::sleep(Duration::from_millis(500)).await;
    Ok(())
}

/// Titles of the site's pages on the history page, which is opened in another tab.
async fn history(visit: &Visit) -> Outcome<Vec<String>> {
    let driver = &visit.browser.driver;
    let here = driver.window().await?;
    driver.switch_to_window(driver.new_tab().await?).await?;
    driver.goto("chrome://history/").await?;
    let mut rows: Vec<(String, String)> = Vec::new();
    for _ in 0..40 {
        tokio::time::sleep(Duration::from_millis(100)).await;
        rows = visit
            .eval(include_str!("js/history.js"))
            .await
            .unwrap_or_default();
        // The page before ours is always there, once the list is.
        if !rows.is_empty() {
            break;
        }
    }
    driver.close_window().await?;
    driver.switch_to_window(here).await?;
    if rows.is_empty() {
        return Err("the browser's history page stayed empty".into());
    }
    let before = visit.site.page_before();
    let ours = |address: &str| address.starts_with(visit.site.origin()) && address != before;
    Ok(rows
        .into_iter()
        .filter(|(_, address)| ours(address))
        .map(|(title, _)| title)
        .collect())
}

/// The questions about typed words.
pub(super) const WRITTEN: [Question; 2] = [
    question("typed words come back after the exit, by Back", "no"),
    question("typed words come back after reloading", "no"),
];

/// Types, leaves and comes back; types and reloads.
pub(super) async fn written(fixture: &Fixture) -> Outcome<[Cell; 2]> {
    let visit = fixture.visit().await?;
    visit.look_around().await?;
    write(&visit).await?;
    visit.leave().await?;
    let mut after_exit = false;
    for _ in 0..BACKS {
        go_back(&visit).await?;
        after_exit |= is_written(&visit).await?;
    }
    visit.arrive().await?;
    write(&visit).await?;
    visit.page().reload().await?;
    tokio::time::sleep(Duration::from_millis(500)).await;
    let after_reload = is_written(&visit).await?;
    Ok([after_exit, after_reload].map(Cell::yes_or_no))
}

async fn write(visit: &Visit) -> Outcome {
    for field in ["trial-line", "trial-text"] {
        let focus = "document.getElementsByName(arguments[0])[0].focus()";
        visit.page().exec(focus, vec![json!(field)]).await?;
        visit
            .tools("Input.insertText", json!({ "text": TYPED }))
            .await?;
    }
    if is_written(visit).await? {
        return Ok(());
    }
    Err("nothing could be typed".into())
}

async fn is_written(visit: &Visit) -> Outcome<bool> {
    let script = "return [...document.querySelectorAll('input, textarea')].some(({ value }) => value.includes(arguments[0]))";
    visit.page().eval(script, vec![json!(TYPED)]).await
}

/// The questions about a browser that is killed while leaving.
pub(super) const KILLED: [Question; 1] = [question(
    "browser killed while leaving, session restored: shown",
    "cover",
)];

/// Kills the browser while the destination is awaited, and restores its session in a new one.
pub(super) async fn killed(fixture: &Fixture) -> Outcome<[Cell; 1]> {
    let visit = fixture.visit_with(Answer::Never, None).await?;
    visit.look_around().await?;
    visit.press().await?;
    visit.destination.until_asked().await?;
    tokio::time::sleep(UNTIL_WRITTEN).await;
    let profile = kill(&visit)?;
    as_if_it_had_ended_well(&profile)?;
    let (browser, _) = chromium(Special {
        profile: Some(&profile),
        headless: true,
        arguments: &["--restore-last-session"],
    })
    .await?;
    let visit = Visit { browser, ..visit };
    for _ in 0..20 {
        tokio::time::sleep(Duration::from_millis(200)).await;
        if let Some(shown) = restored(&visit).await? {
            return Ok([Cell::words(shown)]);
        }
    }
    Err("the session was not restored".into())
}

/// Kills the browser; returns its profile.
fn kill(visit: &Visit) -> Outcome<PathBuf> {
    let capabilities = visit.browser.driver.capabilities();
    let process = capabilities
        .get("goog:processID")
        .and_then(Value::as_u64)
        .ok_or("the driver does not say which process the browser is")?;
    let profile = capabilities
        .get("chrome")
        .and_then(|chrome| chrome.get("userDataDir")?.as_str())
        .ok_or("the driver does not say where the profile is")?;
    let ended = Command::new("kill")
        .args(["-s", "KILL", &process.to_string()])
        .status()?;
    if ended.success() {
        return Ok(PathBuf::from(profile));
    }
    Err("the browser could not be killed".into())
}

/// Replaces pressing “Restore”: the browser restores by itself only a session that ended cleanly.
fn as_if_it_had_ended_well(profile: &Path) -> Outcome {
    let file = profile.join("Default/Preferences");
    let mut preferences: Value = serde_json::from_str(&std::fs::read_to_string(&file)?)?;
    let part = preferences
        .get_mut("profile")
        .and_then(Value::as_object_mut)
        .ok_or("the browser's preferences have no profile")?;
    part.insert("exit_type".into(), json!("Normal"));
    std::fs::write(file, preferences.to_string())?;
    Ok(())
}

/// What a restored tab of the site shows, once there is one and it has settled.
async fn restored(visit: &Visit) -> Outcome<Option<String>> {
    let driver = &visit.browser.driver;
    for window in driver.windows().await? {
        driver.switch_to_window(window).await?;
        let here: String = visit.eval("return location.origin").await?;
        if here == visit.site.origin() {
            tokio::time::sleep(Duration::from_secs(1)).await;
            let script = format!("{WORDS}\n{}", include_str!("js/shown.js"));
            return Ok(Some(visit.eval(&script).await?));
        }
    }
    Ok(None)
}
