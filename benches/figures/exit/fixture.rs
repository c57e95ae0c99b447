//! Fixtures of both exits, ours as it is built and GOV.UK's on a small site of its own, and of a bare page.

use std::path::Path;
use std::time::Duration;

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::time::Instant;

use crate::harness::{
    Answer, Browser, Destination, Engine, Fault, Outcome, Page, Pointer, Serving, site::Site,
};

/// The version of `govuk-frontend` in `tests/package.json`.
pub(super) const PEER_VERSION: &str = "6.6.0";

/// The duration of a touch.
pub(super) const FINGER_DOWN: Duration = Duration::from_millis(80);

/// The script that every visit injects into the pages of the site.
pub(super) const WORDS: &str = include_str!("js/words.js");

/// The fields to type into, on both sites.
const FIELDS: &str = include_str!("peer/fields.html");

/// Pages of the peer's site: file and title.
const PEER_PAGES: [(&str, &str); 3] = [
    ("index.html", "Helplines"),
    ("signs.html", "Signs of stalking"),
    ("plan.html", "A plan for staying safer"),
];

/// One of the two exits, or the least that any exit takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Ours.
    Ours,
    /// GOV.UK's.
    Theirs,
    /// A page with one button, which shows one white box.
    Bare,
}

/// One of the sites in a folder, ready to be served.
#[derive(Debug)]
pub(super) struct Fixture {
    side: Side,
    folder: TempDir,
}

/// A browser at one of the two sites, and the page that its exit leads to.
#[derive(Debug)]
pub(super) struct Visit {
    pub(super) side: Side,
    pub(super) destination: Destination,
    pub(super) site: Site,
    pub(super) browser: Browser,
}

impl Fixture {
    /// Ours: what was built, and fields to type into.
    pub(super) fn ours(dist: &Path) -> Outcome<Self> {
        let folder = tempfile::tempdir()?;
        for entry in std::fs::read_dir(dist)? {
            let path = entry?.path();
            if let Some(name) = path.file_name().filter(|_| path.is_file()) {
                std::fs::copy(&path, folder.path().join(name))?;
            }
        }
        let html = std::fs::read_to_string(dist.join("index.html"))?;
        let (before, after) = html
            .split_once("<main class=\"main\">")
            .ok_or("the page has no <main class=\"main\"> to put fields into")?;
        let html = format!("{before}<main class=\"main\">{FIELDS}{after}");
        std::fs::write(folder.path().join("index.html"), html)?;
        Ok(Self {
            side: Side::Ours,
            folder,
        })
    }

    /// GOV.UK's component, on three pages with the same fields.
    pub(super) fn theirs(package: &Path) -> Outcome<Self> {
        let found = std::fs::read_to_string(package.join("package.json"))?;
        let version: Value = serde_json::from_str(&found)?;
        if version.get("version") != Some(&json!(PEER_VERSION)) {
            return Err(format!("govuk-frontend is not {PEER_VERSION}").into());
        }
        let folder = tempfile::tempdir()?;
        for name in ["govuk-frontend.min.css", "govuk-frontend.min.js"] {
            std::fs::copy(
                package.join("dist/govuk").join(name),
                folder.path().join(name),
            )?;
        }
        for (name, title) in PEER_PAGES {
            let page = include_str!("peer/page.html")
                .replace("{title}", title)
                .replace("{fields}", FIELDS);
            std::fs::write(folder.path().join(name), page)?;
        }
        Ok(Self {
            side: Side::Theirs,
            folder,
        })
    }

    /// A bare page.
    pub(super) fn bare() -> Outcome<Self> {
        let folder = tempfile::tempdir()?;
        let page = include_str!("peer/bare.html");
        std::fs::write(folder.path().join("index.html"), page)?;
        Ok(Self {
            side: Side::Bare,
            folder,
        })
    }

    /// The exit of this fixture.
    pub(super) const fn side(&self) -> Side {
        self.side
    }

    /// A phone, a site without faults, and a destination that responds at once.
    pub(super) async fn visit(&self) -> Outcome<Visit> {
        self.visit_with(Answer::AtOnce, None).await
    }

    /// A phone, the site with a fault, and a destination that responds as `answer` says.
    pub(super) async fn visit_with(&self, answer: Answer, fault: Option<Fault>) -> Outcome<Visit> {
        let browser = Engine::Chromium.on_a_phone().await?;
        self.visit_in(browser, answer, fault).await
    }

    /// The same in an existing session.
    pub(super) async fn visit_in(
        &self,
        browser: Browser,
        answer: Answer,
        fault: Option<Fault>,
    ) -> Outcome<Visit> {
        let destination = Destination::start(answer).await?;
        let mut serving = Serving::folder(self.folder.path().to_owned()).leaving_to(&destination);
        if let Some(fault) = fault {
            serving = serving.with(fault);
        }
        let visit = Visit {
            side: self.side,
            site: serving.start().await?,
            destination,
            browser,
        };
        visit.watch(WORDS).await?;
        Ok(visit)
    }
}

impl Visit {
    /// The page object of the journeys.
    pub(super) fn page(&self) -> Page<'_> {
        Page::of(&self.browser, &self.site)
    }

    /// Sends a command to DevTools.
    pub(super) async fn tools(&self, method: &str, parameters: Value) -> Outcome<Value> {
        Ok(self
            .browser
            .driver
            .cdp()
            .send_raw(method, parameters)
            .await?)
    }

    /// Runs a script in every page of the site that is opened from now on, before its own.
    pub(super) async fn watch(&self, script: &str) -> Outcome {
        // The destination is on https, and must not get the reports of the script.
        let source = format!("if (location.protocol === 'http:') {{\n{script}\n}}");
        let parameters = json!({ "source": source });
        self.tools("Page.addScriptToEvaluateOnNewDocument", parameters)
            .await?;
        Ok(())
    }

    /// What is on the screen: `words`, `cover`, `error page` or `another page`.
    pub(super) async fn shown(&self) -> Outcome<String> {
        let script = format!("{WORDS}\n{}", include_str!("js/shown.js"));
        self.page().eval(&script, vec![]).await
    }

    /// Arrives from an ordinary page and waits until the exit is ready.
    pub(super) async fn arrive(&self) -> Outcome {
        self.page().open().await?;
        self.until_ready().await?;
        let shown = self.shown().await?;
        if shown == "words" {
            return Ok(());
        }
        Err(format!("arriving shows {shown}, so nothing can be hidden").into())
    }

    async fn until_ready(&self) -> Outcome {
        let script = match self.side {
            Side::Ours => "return document.documentElement.dataset.app === 'ready'",
            Side::Theirs => "return !!document.querySelector('[data-govuk-exit-this-page-init]')",
            Side::Bare => "return document.readyState === 'complete'",
        };
        self.page().until("the exit is ready", script, vec![]).await
    }

    /// Arrives and looks at three views, or three pages.
    pub(super) async fn look_around(&self) -> Outcome {
        self.arrive().await?;
        match self.side {
            Side::Ours => {
                for code in [2, 4] {
                    self.choose(code).await?;
                }
            }
            Side::Theirs => {
                for (name, _) in PEER_PAGES.into_iter().skip(1) {
                    let address = format!("{}/{name}", self.site.origin());
                    self.page().go(&address).await?;
                    self.until_ready().await?;
                }
            }
            Side::Bare => {}
        }
        Ok(())
    }

    /// Goes to one of our views by its line, wherever it is now.
    pub(super) async fn choose(&self, code: u8) -> Outcome {
        let script = "const back = document.querySelector('.nav__back');
            if (back?.checkVisibility()) back.click();
            document.querySelector(`[data-view=\"${arguments[0]}\"] > summary`)?.click()";
        self.page().exec(script, vec![json!(code)]).await?;
        let there = "return document.querySelector(`[data-view=\"${arguments[0]}\"]`).checkVisibility()
            && (arguments[0] === 1 || document.querySelector(`[data-view=\"${arguments[0]}\"]`).open)";
        self.page()
            .until(&format!("view {code} is shown"), there, vec![json!(code)])
            .await
    }

    /// Presses the exit with a finger.
    pub(super) async fn press(&self) -> Outcome {
        let page = self.page();
        let exit = page.middle_of("[data-exit]").await?;
        page.put_down(Pointer::Finger, exit).await?;
        tokio::time::sleep(FINGER_DOWN).await;
        page.let_go(Pointer::Finger, exit).await
    }

    /// Presses the exit and waits for the destination.
    pub(super) async fn leave(&self) -> Outcome {
        self.press().await?;
        self.page()
            .until_at(&self.destination.page("weather"))
            .await
    }

    /// The reports of the pages to their server that begin with `kind`.
    pub(super) fn told(&self, kind: &str) -> Vec<String> {
        let seen = self.site.seen().into_iter();
        seen.filter_map(|line| {
            line.strip_prefix(kind)?
                .strip_prefix('/')
                .map(str::to_owned)
        })
        .collect()
    }

    /// The same, as numbers.
    pub(super) fn numbers(&self, kind: &str) -> Vec<f64> {
        let told = self.told(kind);
        told.iter().filter_map(|line| line.parse().ok()).collect()
    }

    /// Waits for more than `count` reports of a kind; returns whether they came.
    pub(super) async fn more_told(&self, kind: &str, count: usize, patience: Duration) -> bool {
        within(patience, || self.told(kind).len() > count).await
    }

    /// Waits for more than `count` requests at the destination; returns whether they came.
    pub(super) async fn left(&self, count: usize, patience: Duration) -> bool {
        within(patience, || self.destination.requests().len() > count).await
    }

    /// Evaluates a script, on a page that is not ours, too.
    pub(super) async fn eval<T: DeserializeOwned>(&self, script: &str) -> Outcome<T> {
        self.page().eval(script, vec![]).await
    }
}

/// Polls a condition until it is true or times out; returns its value.
pub(super) async fn within(patience: Duration, is_so: impl Fn() -> bool) -> bool {
    let end = Instant::now() + patience;
    while Instant::now() < end {
        if is_so() {
            return true;
        }
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    is_so()
}
