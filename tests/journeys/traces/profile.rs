//! A browser with a profile as a person has it: everything is stored that browsers store, and it can be read
//! once the browser has ended.
//!
//! Drivers start a browser that stores little and shows no prompts. What bears on traces is set back here: the
//! disk cache, session restore, form history, thumbnails, passwords.

use std::path::{Path, PathBuf};
use std::process::Command as Program;
use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::common::command::Command;

use crate::harness::engine::{Kind, new_folder};
use crate::harness::{Browser, Engine, Outcome, Scheme, Size, ports};

/// Preferences that geckodriver switches off, with their default.
const AS_A_PERSON_HAS_IT: [(&str, Ask); 11] = [
    ("remote.prefs.recommended", Ask::Off),
    ("browser.cache.disk.enable", Ask::On),
    ("browser.formfill.enable", Ask::On),
    ("browser.pagethumbnails.capturing_disabled", Ask::Off),
    ("browser.sessionstore.resume_from_crash", Ask::On),
    ("browser.shell.checkDefaultBrowser", Ask::Off),
    ("browser.aboutwelcome.enabled", Ask::Off),
    ("places.history.enabled", Ask::On),
    ("signon.rememberSignons", Ask::On),
    ("toolkit.telemetry.enabled", Ask::Off),
    ("datareporting.policy.dataSubmissionEnabled", Ask::Off),
];

/// Where Firefox would fetch its maker's lists from. With no such place it copies none of those that it brought
/// along either, for minutes, into the storage that is searched: long lists of words that are packed, so that
/// some of them are adjacent as if they were a phrase of ours.
const NO_LISTS: &str = "data:,#remote-settings-dummy/v1";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ask {
    On,
    Off,
}

/// How a visit ends for the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// Closed by the person: it shuts down cleanly.
    Closed,
    /// Killed, as by a flat battery.
    Killed,
}

/// Starts one, with a fresh profile.
pub(super) async fn start(engine: Engine) -> Outcome<Browser> {
    let folder = new_folder()?;
    let port = ports::free()?;
    let mut capabilities = engine.capabilities(&folder, Kind::Usual(Scheme::Light))?;
    let profile = folder.path().join("profile");
    std::fs::create_dir(&profile)?;
    let command = if engine == Engine::Chromium {
        // The driver's own network requests are no part of a visit.
        capabilities.set("goog:loggingPrefs", json!({ "browser": "ALL" }))?;
        if let Some(options) = object(capabilities.get_mut("goog:chromeOptions")) {
            options.insert("excludeSwitches".into(), json!(["enable-automation"]));
        }
        vec!["chromedriver".to_owned(), format!("--port={port}")]
    } else {
        if let Some(options) = object(capabilities.get_mut("moz:firefoxOptions")) {
            options.insert("args".into(), json!(["-headless", "-profile", profile]));
            if let Some(preferences) = object(options.get_mut("prefs")) {
                for (name, ask) in AS_A_PERSON_HAS_IT {
                    preferences.insert(name.into(), json!(ask == Ask::On));
                }
                // Written down every 1.5 s instead of every 15: more of it reaches the disk, never less.
                preferences.insert("browser.sessionstore.interval".into(), json!(1500));
                preferences.insert("services.settings.server".into(), json!(NO_LISTS));
            }
        }
        let port = port.to_string();
        let words = ["geckodriver", "--port", &port, "--websocket-port", "0"];
        words.map(str::to_owned).to_vec()
    };
    // What is written outside the profile is stored, and searched, as well.
    let home = folder.path().join("home").display().to_string();
    let environment = ["HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"];
    let mut environment: Vec<_> = environment.map(|name| (name, home.clone())).into();
    environment.push(("MOZ_CRASHREPORTER_DISABLE", "1".into()));
    // Otherwise it ignores the preference.
    environment.push(("MOZ_REMOTE_SETTINGS_DEVTOOLS", "1".into()));
    std::fs::create_dir(&home)?;
    let browser = engine
        .launch(folder, port, (command, environment), capabilities)
        .await?;
    // Narrower, Firefox would need a pop-up, which it does not store in its session.
    browser.resize(Size(600, 800)).await?;
    Ok(browser)
}

fn object(value: Option<&mut Value>) -> Option<&mut serde_json::Map<String, Value>> {
    value?.as_object_mut()
}

/// Ends a browser, and waits for its process.
pub(super) async fn end(browser: &Browser, end: End) -> Outcome {
    let process = process_of(browser)?;
    match (end, browser.engine) {
        (End::Killed, _) => {
            let kill = Program::new("kill")
                .args(["-s", "KILL", &process])
                .status()?;
            if !kill.success() {
                return Err("the browser could not be killed".into());
            }
        }
        (End::Closed, Engine::Chromium) => {
            // It may end before it replies.
            browser
                .driver
                .cdp()
                .send_raw("Browser.close", json!({}))
                .await
                .ok();
        }
        (End::Closed, _) => {
            browser.driver.cmd(Command::DeleteSession).await?;
        }
    }
    let here = PathBuf::from(format!("/proc/{process}/exe"));
    for _ in 0..400 {
        if std::fs::read_link(&here).is_err() {
            // Its helpers follow.
            tokio::time::sleep(Duration::from_millis(500)).await;
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    Err("the browser does not end".into())
}

fn process_of(browser: &Browser) -> Outcome<String> {
    let capabilities = browser.driver.capabilities();
    let names = ["goog:processID", "moz:processID"];
    let process = names
        .iter()
        .find_map(|name| capabilities.get(name)?.as_u64());
    Ok(process
        .ok_or("the driver does not say which process the browser is")?
        .to_string())
}

/// Whether a file is written by the driver, not by the browser.
pub(super) fn is_the_driver_s(file: &Path) -> bool {
    file == Path::new("driver.log") || file.ends_with("MarionetteActivePort")
}
