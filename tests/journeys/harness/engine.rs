//! WebDriver sessions in three engines: capabilities, viewport and preferences.
//!
//! Every session has a driver of its own: `geckodriver` and `WebKitWebDriver` allow one session at a
//! time, and a browser that ends with its driver leaks no process. Sessions are reused: see `pool`.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::{Capabilities, WebDriver, WindowHandle};

use super::installed::{mini_browser, on_path, webkit_environment};
use super::process::Driver;
use super::{Outcome, pool, ports, records};

/// A browser engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chrome, Edge, most of Android.
    Chromium,
    /// Firefox.
    Firefox,
    /// Safari, and every browser on an iPhone.
    WebKit,
}

/// A viewport in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size(pub u32, pub u32);

impl Size {
    /// The smallest phone that is still in use.
    pub const SMALL_PHONE: Self = Self(320, 568);
    /// A usual phone.
    pub const PHONE: Self = Self(360, 740);
    /// A laptop.
    pub const LAPTOP: Self = Self(1280, 800);
    /// The same laptop (1280 × 1024) at 400 %, as WCAG 1.4.10 asks.
    pub const ZOOMED: Self = Self(320, 256);
}

/// The `prefers-color-scheme` of the system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// Dark letters on light paper.
    Light,
    /// Light letters on dark paper.
    Dark,
}

/// The configuration of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Headless where the engine has that mode, with a colour scheme. The only kind that is reused.
    Usual(Scheme),
    /// The same in light, with a fresh profile. Chromium also logs all network requests.
    Fresh,
    /// In a private window. `MiniBrowser` is always in one under WebDriver.
    Private,
    /// In another time zone, by its name in the IANA database.
    Abroad(&'static str),
    /// On an X screen, for real keys: see [`Browser::real_key`].
    OnAScreen,
}

/// A session for one journey, in a tab of its own. It returns to the pool when it is dropped.
#[derive(Debug)]
pub struct Browser {
    /// The WebDriver client. Its page load strategy is `none`: the journeys wait themselves.
    pub driver: WebDriver,
    /// Which engine it is.
    pub engine: Engine,
    pub(super) session: Arc<Session>,
}

/// A WebDriver session: a running browser with its driver.
#[derive(Debug)]
pub struct Session {
    pub(super) driver: WebDriver,
    pub(super) engine: Engine,
    /// Its configuration, if it may be reused.
    pub(super) kind: Option<Kind>,
    /// The initial window, which stays open and empty between journeys.
    pub(super) home: WindowHandle,
    process: Driver,
}

/// Environment variables for a driver, added to those of the tests.
pub type Environment = Vec<(&'static str, String)>;

/// Style that lets `MiniBrowser`'s window be narrower than 447 px.
const NARROW_FRAME: &str = "button, entry, image, box, headerbar, toolbar, toolitem \
    { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; }";

/// An X server that picks a free display number, and the driver `"$@"` on it. `-noreset`: a server that resets
/// when its last client disconnects refuses clients in that moment, and a search for the browser's window is
/// such a client before the browser is there.
pub const ON_A_SCREEN: &str = r#"
Xvfb -noreset -displayfd 3 -screen 0 1600x1200x24 -nolisten tcp 3>"$0/display" &
until [ -s "$0/display" ]; do sleep 0.02; done
DISPLAY=":$(cat "$0/display")" exec "$@"
"#;

impl Engine {
    /// Whether its driver and its browser are installed; if not, what is missing.
    pub fn is_here(self) -> Result<(), String> {
        let needed: &[&str] = match self {
            Self::Chromium => &["chromedriver", "chromium"],
            Self::Firefox => &["geckodriver", "firefox-esr|firefox"],
            Self::WebKit => &["WebKitWebDriver", "Xvfb"],
        };
        let missing = needed.iter().find(|names| on_path(names).is_none());
        if let Some(name) = missing {
            return Err(format!("{name} is not on PATH"));
        }
        match self {
            Self::WebKit if mini_browser().is_none() => {
                Err("MiniBrowser is not where Debian puts it".into())
            }
            _ => Ok(()),
        }
    }

    /// A session with the viewport of a phone.
    pub async fn on_a_phone(self) -> Outcome<Browser> {
        self.start(Size::PHONE, Scheme::Light).await
    }

    /// A session with the viewport of a laptop.
    pub async fn on_a_laptop(self) -> Outcome<Browser> {
        self.start(Size::LAPTOP, Scheme::Light).await
    }

    /// A session with a given viewport and colour scheme.
    pub async fn start(self, size: Size, scheme: Scheme) -> Outcome<Browser> {
        self.start_as(Kind::Usual(scheme), size).await
    }

    /// A phone's session in a private window.
    pub async fn in_private(self) -> Outcome<Browser> {
        self.start_as(Kind::Private, Size::PHONE).await
    }

    /// A phone's session in another time zone.
    pub async fn abroad(self, zone: &'static str) -> Outcome<Browser> {
        self.start_as(Kind::Abroad(zone), Size::PHONE).await
    }

    /// A session on an X display, for native key events.
    pub async fn on_a_screen(self) -> Outcome<Browser> {
        self.start_as(Kind::OnAScreen, Size::LAPTOP).await
    }

    /// The same on a laptop.
    pub async fn fresh_on_a_laptop(self) -> Outcome<Browser> {
        self.start_as(Kind::Fresh, Size::LAPTOP).await
    }

    async fn start_as(self, kind: Kind, size: Size) -> Outcome<Browser> {
        if let Some(session) = pool::take(self, kind).await {
            return Browser::in_new_tab(session, size).await;
        }
        // Another process may take the free port before the driver does: retry.
        let mut session = self.try_to_start(kind).await;
        for _ in 0..2 {
            if session.is_err() {
                session = self.try_to_start(kind).await;
            }
        }
        let session = session?;
        if session.kind.is_some() {
            return Browser::in_new_tab(session, size).await;
        }
        let browser = Browser::of(session);
        browser.resize(size).await?;
        Ok(browser)
    }

    async fn try_to_start(self, kind: Kind) -> Outcome<Arc<Session>> {
        let folder = new_folder()?;
        let port = ports::free()?;
        let capabilities = self.capabilities(&folder, kind)?;
        let command = self.command(&folder, port, kind)?;
        let reusable = matches!(kind, Kind::Usual(_)).then_some(kind);
        self.begin(folder, port, command, capabilities, reusable)
            .await
    }

    /// Starts a driver on `port` and a session in it, which is not reused.
    pub async fn launch(
        self,
        folder: TempDir,
        port: u16,
        command: (Vec<String>, Environment),
        capabilities: Capabilities,
    ) -> Outcome<Browser> {
        let session = self
            .begin(folder, port, command, capabilities, None)
            .await?;
        Ok(Browser::of(session))
    }

    async fn begin(
        self,
        folder: TempDir,
        port: u16,
        (command, mut environment): (Vec<String>, Environment),
        capabilities: Capabilities,
        kind: Option<Kind>,
    ) -> Outcome<Arc<Session>> {
        environment.push(("TMPDIR", folder.path().display().to_string()));
        let process = Driver::start(&command, &environment, folder)?;
        let address = format!("http://127.0.0.1:{port}");
        let started = async {
            until_it_listens(port).await?;
            let driver = WebDriver::new(address, capabilities).await?;
            // The session ends with its driver: no `DELETE /session` is needed.
            driver.clone().leak()?;
            let home = driver.window().await?;
            if self == Self::Chromium && kind.is_some() {
                // The new tab page takes memory and time for as long as it is open.
                driver.goto("about:blank").await?;
            }
            Outcome::Ok((driver, home))
        };
        match started.await {
            Ok((driver, home)) => {
                records::count_start();
                Ok(Arc::new(Session {
                    driver,
                    engine: self,
                    kind,
                    home,
                    process,
                }))
            }
            Err(error) => {
                Err(format!("the driver did not start: {error}\n{}", process.log_text()).into())
            }
        }
    }

    fn command(
        self,
        folder: &TempDir,
        port: u16,
        kind: Kind,
    ) -> Outcome<(Vec<String>, Environment)> {
        let path = folder.path().display().to_string();
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        let (mut command, mut environment): (Vec<String>, Environment) = match self {
            Self::Chromium => (
                words(&["chromedriver", &format!("--port={port}")]),
                Vec::new(),
            ),
            Self::Firefox => (
                words(&[
                    "geckodriver",
                    "--port",
                    &port.to_string(),
                    "--websocket-port",
                    "0",
                    "--profile-root",
                    &path,
                ]),
                vec![("MOZ_CRASHREPORTER_DISABLE", "1".into())],
            ),
            Self::WebKit => {
                let styles = folder.path().join("gtk-3.0");
                std::fs::create_dir(&styles)?;
                std::fs::write(styles.join("gtk.css"), NARROW_FRAME)?;
                (
                    words(&["WebKitWebDriver", &format!("--port={port}")]),
                    webkit_environment(folder.path()),
                )
            }
        };
        if self == Self::WebKit || kind == Kind::OnAScreen {
            command.splice(0..0, words(&["sh", "-c", ON_A_SCREEN, &path]));
        }
        if let Kind::Abroad(zone) = kind {
            environment.push(("TZ", zone.into()));
        }
        Ok((command, environment))
    }

    /// The capabilities of a session in this engine.
    pub fn capabilities(self, folder: &TempDir, kind: Kind) -> Outcome<Capabilities> {
        let dark = kind == Kind::Usual(Scheme::Dark);
        let own = match self {
            Self::Chromium => json!({
                "browserName": "chrome",
                "goog:loggingPrefs": { "browser": "ALL", "performance": if kind == Kind::Fresh { "ALL" } else { "OFF" } }, // costs time: only where it is read
                "goog:chromeOptions": {
                    "binary": on_path("chromium"),
                    "args": [
                        if kind == Kind::OnAScreen { "--new-window" } else { "--headless" },
                        if kind == Kind::Private { "--incognito" } else { "--no-default-browser-check" },
                        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync",
                        "--disable-breakpad", "--hide-scrollbars", format!("--user-data-dir={}/profile", folder.path().display()),
                        format!("--blink-settings=preferredColorScheme={}", u8::from(!dark)),
                    ],
                },
            }),
            Self::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "binary": on_path("firefox-esr|firefox"),
                    "args": if kind == Kind::OnAScreen { vec![] } else { vec!["-headless"] },
                    "prefs": {
                        "browser.privatebrowsing.autostart": kind == Kind::Private,
                        // Overlay scroll bars, as on a phone.
                        "ui.useOverlayScrollbars": 1,
                        "dom.disable_open_during_load": false,
                        "layout.css.prefers-color-scheme.content-override": u8::from(!dark),
                    },
                },
            }),
            Self::WebKit => {
                let mut arguments = vec!["--automation"];
                if dark {
                    arguments.push("--dark-mode");
                }
                json!({ "webkitgtk:browserOptions": { "binary": mini_browser(), "args": arguments } })
            }
        };
        let mut capabilities = Capabilities::new();
        capabilities.set("acceptInsecureCerts", true)?;
        capabilities.set("pageLoadStrategy", "none")?;
        capabilities.set("timeouts", json!({ "script": 120_000 }))?; // one script goes through all views
        for (name, value) in own.as_object().into_iter().flatten() {
            capabilities.set(name.clone(), value)?;
        }
        Ok(capabilities)
    }
}

impl Browser {
    fn of(session: Arc<Session>) -> Self {
        records::count_use();
        Self {
            driver: session.driver.clone(),
            engine: session.engine,
            session,
        }
    }

    async fn in_new_tab(session: Arc<Session>, size: Size) -> Outcome<Self> {
        let browser = Self::of(session);
        browser.open_tab(size).await?;
        // Drops the log of earlier journeys.
        browser.log("browser").await?;
        Ok(browser)
    }

    /// The folder that it writes to.
    pub fn folder(&self) -> &Path {
        self.session.process.folder()
    }

    /// The engine's log since the last call. Only Chromium's driver has one.
    pub async fn log(&self, kind: &str) -> Outcome<Vec<Value>> {
        if self.engine != Engine::Chromium {
            return Ok(Vec::new());
        }
        let entries = self.driver.get_log(kind).await?;
        Ok(entries.into_iter().map(|entry| json!(entry)).collect())
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if self.session.kind.is_some() {
            pool::give_back(Arc::clone(&self.session));
        }
    }
}

/// A temporary folder for everything that a browser writes.
pub fn new_folder() -> Outcome<TempDir> {
    Ok(tempfile::Builder::new()
        .prefix("sidedoor-browser-")
        .tempdir()?)
}

async fn until_it_listens(port: u16) -> Outcome {
    for _ in 0..400 {
        if tokio::net::TcpStream::connect(("127.0.0.1", port))
            .await
            .is_ok()
        {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    Err(format!("nothing listens on port {port}").into())
}
