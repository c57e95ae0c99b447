//! Native key events, on an X display.
//!
//! A key that WebDriver sends goes to the page alone. A native one goes to the browser first, which may
//! handle it itself: Escape stops a load, and closes a list of choices.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use super::Outcome;
use super::engine::{self, Browser, Engine};
use super::installed;
use super::process::Driver;

/// An X display with one browser on it.
#[derive(Debug, Clone)]
pub struct Screen {
    display: String,
    window: &'static str,
}

/// `MiniBrowser` without a driver: under WebDriver it ignores native keys.
#[derive(Debug)]
pub struct MiniBrowser {
    /// The display that it is on.
    pub screen: Screen,
    _process: Driver,
}

impl Browser {
    /// The display of a browser that was started by [`Engine::on_a_screen`].
    pub fn screen(&self) -> Outcome<Screen> {
        let window = match self.engine {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::WebKit => "minibrowser",
        };
        Screen::read(self.folder(), window)
    }
}

impl MiniBrowser {
    /// Opens a page in it.
    pub async fn open(address: &str) -> Outcome<Self> {
        let folder = engine::new_folder()?;
        let path = folder.path().to_owned();
        let program = installed::mini_browser().ok_or("MiniBrowser is not here")?;
        let words = [
            "sh",
            "-c",
            engine::ON_A_SCREEN,
            &path.display().to_string(),
            &program.display().to_string(),
            "--ignore-tls-errors",
            "--geometry=800x800",
            address,
        ];
        let command: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        let process = Driver::start(&command, &installed::webkit_environment(&path), folder)?;
        for _ in 0..200 {
            if let Ok(screen) = Screen::read(&path, "minibrowser")
                && screen.take_the_keys().is_ok()
            {
                return Ok(Self {
                    screen,
                    _process: process,
                });
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Err(format!("no window came: {}", process.log_text()).into())
    }
}

impl Screen {
    fn read(folder: &Path, window: &'static str) -> Outcome<Self> {
        let number = std::fs::read_to_string(folder.join("display"))?;
        let display = format!(":{}", number.trim());
        Ok(Self { display, window })
    }

    /// Gives the browser's window the focus: there is no window manager that would.
    pub fn take_the_keys(&self) -> Outcome {
        let words = [
            "search",
            "--onlyvisible",
            "--class",
            self.window,
            "windowfocus",
            "--sync",
        ];
        self.xdotool(&words).map(drop)
    }

    /// Presses and releases keys one after the other, by their X names (`Escape`, `Shift_L`,
    /// `alt+Down`), `pause` milliseconds apart.
    pub fn keys(&self, keys: &[&str], pause: u32) -> Outcome {
        let pause = pause.to_string();
        let mut words = vec!["key", "--delay", &pause];
        words.extend(keys);
        self.xdotool(&words).map(drop)
    }

    /// Holds a key down for a while, so that it repeats.
    pub async fn hold(&self, key: &str, a_while: Duration) -> Outcome {
        self.xdotool(&["keydown", key])?;
        tokio::time::sleep(a_while).await;
        self.xdotool(&["keyup", key]).map(drop)
    }

    /// Clicks the centre of the display's upper left quarter, where every window has its page.
    pub fn click(&self) -> Outcome {
        self.xdotool(&["mousemove", "60", "300", "click", "1"])
            .map(drop)
    }

    /// The title of the window.
    pub fn title(&self) -> Outcome<String> {
        self.xdotool(&[
            "search",
            "--onlyvisible",
            "--class",
            self.window,
            "getwindowname",
        ])
    }

    fn xdotool(&self, words: &[&str]) -> Outcome<String> {
        let output = Command::new("timeout")
            .args(["10", "xdotool"])
            .args(words)
            .env("DISPLAY", &self.display)
            .stdin(Stdio::null())
            .output()?;
        if output.status.success() {
            Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
        } else {
            let why = String::from_utf8_lossy(&output.stderr).into_owned();
            Err(format!("xdotool {words:?}: {why}").into())
        }
    }
}
