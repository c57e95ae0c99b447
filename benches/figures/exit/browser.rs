//! Chromium sessions with other capabilities than those of the journeys.

use std::path::Path;

use serde_json::json;

use crate::harness::engine::{Kind, ON_A_SCREEN, new_folder};
use crate::harness::ports;
use crate::harness::{Browser, Engine, Outcome, Scheme};

/// The differences from the capabilities of the journeys.
#[derive(Debug, Clone, Copy)]
pub(super) struct Special<'a> {
    /// An existing profile.
    pub(super) profile: Option<&'a Path>,
    /// Whether it is headless.
    pub(super) headless: bool,
    /// Additional arguments.
    pub(super) arguments: &'a [&'a str],
}

/// Starts one; returns its X display, if it is not headless.
pub(super) async fn chromium(special: Special<'_>) -> Outcome<(Browser, Option<String>)> {
    let folder = new_folder()?;
    if let Some(profile) = special.profile {
        copy_profile(profile, &folder.path().join("profile"))?;
    }
    let mut capabilities = Engine::Chromium.capabilities(&folder, Kind::Usual(Scheme::Light))?;
    let options = capabilities.get_mut("goog:chromeOptions");
    let arguments = options.and_then(|options| options.get_mut("args")?.as_array_mut());
    if let Some(arguments) = arguments {
        arguments.retain(|argument| special.headless || argument != "--headless");
        arguments.extend(special.arguments.iter().map(|argument| json!(argument)));
    }
    let port = ports::free()?;
    let path = folder.path().display().to_string();
    let driver = ["chromedriver".to_owned(), format!("--port={port}")];
    let command = if special.headless {
        driver.to_vec()
    } else {
        let shell = ["sh", "-c", ON_A_SCREEN, &path].map(str::to_owned);
        shell.into_iter().chain(driver).collect()
    };
    let screen = folder.path().join("display");
    let browser = Engine::Chromium
        .launch(folder, port, (command, Vec::new()), capabilities)
        .await?;
    let display = std::fs::read_to_string(screen).ok();
    Ok((browser, display.map(|number| format!(":{}", number.trim()))))
}

/// Copies a profile, without its lock files.
fn copy_profile(from: &Path, to: &Path) -> Outcome {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let name = entry.file_name();
        let kind = entry.file_type()?;
        let is_running =
            name.to_string_lossy().starts_with("Singleton") || name == "DevToolsActivePort";
        if kind.is_dir() {
            copy_profile(&entry.path(), &to.join(&name))?;
        } else if kind.is_file() && !is_running {
            std::fs::copy(entry.path(), to.join(&name))?;
        }
    }
    Ok(())
}
