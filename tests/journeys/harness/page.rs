//! Page object: actions of a person, and the state that is on the screen.

use std::time::Duration;

use domain::view::View;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use site::hosting::features::ON_SOME_SYSTEMS;
use tokio::time::Instant;

use super::Outcome;
use super::engine::{Browser, Engine};
use super::probe::ConsoleError;
use super::site::Site;

/// Timeout of a wait. Generous: the machine may be busy.
const TIMEOUT: Duration = Duration::from_secs(20);

/// The head of a loop over every closed `details` inside the views.
const UNFOLD: &str =
    "for (const part of document.querySelectorAll('details.block, details.term, details.easy'))";

/// The page in a browser.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    /// The browser.
    pub browser: &'a Browser,
    /// The site that serves it.
    pub site: &'a Site,
}

/// What is visible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Screen {
    /// The page and nothing over it.
    Words,
    /// The cover, and no word of ours.
    Cover,
    /// Both: always a failure.
    Between,
    /// Another page.
    Elsewhere,
}

/// The visible views, by their codes.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Shown {
    /// Whether the start is visible.
    pub start: bool,
    /// Views whose line is visible.
    pub lines: Vec<u8>,
    /// Views whose body is visible.
    pub bodies: Vec<u8>,
}

impl Shown {
    /// The initial state: the start, and a line for each other view.
    pub fn the_start() -> Self {
        Self {
            start: true,
            lines: others().map(View::code).collect(),
            bodies: Vec::new(),
        }
    }

    /// One view and nothing else.
    pub fn only(view: View) -> Self {
        Self {
            start: false,
            lines: Vec::new(),
            bodies: vec![view.code()],
        }
    }

    /// The start with `view` opened in place.
    pub fn in_place(view: View) -> Self {
        Self {
            bodies: vec![view.code()],
            ..Self::the_start()
        }
    }
}

impl<'a> Page<'a> {
    /// The page of `site` in `browser`.
    pub fn of(browser: &'a Browser, site: &'a Site) -> Self {
        Self { browser, site }
    }

    /// Opens the page, as a link from an ordinary page would.
    pub async fn open(&self) -> Outcome {
        self.open_at("").await
    }

    /// Opens the page at a fragment such as `#3`.
    pub async fn open_at(&self, fragment: &str) -> Outcome {
        self.go(&self.site.page_before()).await?;
        self.go(&format!("{}{fragment}", self.site.page())).await
    }

    /// Opens the page and waits for the app.
    pub async fn open_ready(&self) -> Outcome {
        self.open().await?;
        self.until_ready().await
    }

    /// Navigates to an address.
    pub async fn go(&self, address: &str) -> Outcome {
        self.browser.driver.goto(address).await?;
        self.until_at(address).await
    }

    /// Waits until an address is reached and its page is complete.
    pub async fn until_at(&self, address: &str) -> Outcome {
        let script = "return location.href === arguments[0] && document.readyState === 'complete'";
        self.until(
            &format!("{address} is reached"),
            script,
            vec![json!(address)],
        )
        .await
    }

    /// Waits until the app is ready.
    pub async fn until_ready(&self) -> Outcome {
        self.until(
            "the app runs",
            "return document.documentElement.dataset.app === 'ready'",
            vec![],
        )
        .await
    }

    /// Waits until one view is shown alone, or the start is.
    pub async fn until_shown(&self, shown: &Shown) -> Outcome {
        let deadline = Instant::now() + TIMEOUT;
        loop {
            let now = self.shown().await?;
            if now == *shown {
                return Ok(());
            }
            if Instant::now() > deadline {
                return Err(format!("{now:?} is shown, not {shown:?}").into());
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// Loads the page again.
    pub async fn reload(&self) -> Outcome {
        self.exec("window.beforeReloading = true", vec![]).await?;
        self.browser.driver.refresh().await?;
        let script = "return !window.beforeReloading && document.readyState === 'complete'";
        self.until("the page is there again", script, vec![]).await
    }

    /// Presses the browser's Back button.
    pub async fn go_back(&self) -> Outcome {
        if self.browser.engine == Engine::WebKit {
            // Its driver waits for a `load` event, which a page from the back/forward cache does not fire.
            self.exec("history.back()", vec![]).await
        } else {
            Ok(self.browser.driver.back().await?)
        }
    }

    /// Polls a script until it returns `true`. During navigation it fails or does not return: that is no failure
    /// yet.
    pub async fn until(&self, what: &str, script: &str, arguments: Vec<Value>) -> Outcome {
        let deadline = Instant::now() + TIMEOUT;
        loop {
            let poll = self.eval::<bool>(script, arguments.clone());
            let answer = tokio::time::timeout(TIMEOUT / 5, poll).await;
            if matches!(answer, Ok(Ok(true))) {
                return Ok(());
            }
            if Instant::now() > deadline {
                let here = self.browser.driver.current_url().await;
                return Err(
                    format!("timed out waiting until {what} (at {here:?}: {answer:?})").into(),
                );
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
    }

    /// Evaluates a script and deserializes its result.
    pub async fn eval<T: DeserializeOwned>(
        &self,
        script: &str,
        arguments: Vec<Value>,
    ) -> Outcome<T> {
        Ok(self
            .browser
            .driver
            .execute(script, arguments)
            .await?
            .convert()?)
    }

    /// Executes a script and drops its result.
    pub async fn exec(&self, script: &str, arguments: Vec<Value>) -> Outcome {
        self.browser.driver.execute(script, arguments).await?;
        Ok(())
    }

    /// Chooses a view by its line, as on a phone.
    pub async fn choose(&self, view: View) -> Outcome {
        self.press(&line_of(view)).await
    }

    /// Shows a view at once, where choosing it is not what is tested.
    pub async fn show(&self, view: View) -> Outcome {
        let driver = &self.browser.driver;
        let arguments = vec![json!(view.code())];
        let shown = driver
            .execute_async(include_str!("js/show.js"), arguments)
            .await?;
        if shown.convert::<bool>()? {
            Ok(())
        } else {
            Err(format!("timed out waiting until {view:?} is shown").into())
        }
    }

    /// Chooses a view from the list beside the page, as on a laptop.
    pub async fn choose_from_list(&self, view: View) -> Outcome {
        let place = place_in_the_list(view);
        self.press(&format!(".nav__item:nth-child({place}) > .nav__button"))
            .await
    }

    /// Presses the button back to the start.
    pub async fn back_to_start(&self) -> Outcome {
        self.press(".nav__back").await
    }

    /// Presses the name of the dish three times.
    pub async fn come_back(&self) -> Outcome {
        for _ in 0..3 {
            self.press("[data-return]").await?;
        }
        Ok(())
    }

    /// Opens what is folded inside the views.
    pub async fn unfold(&self) -> Outcome {
        self.exec(&format!("{UNFOLD} part.open = true"), vec![])
            .await
    }

    /// Shows every view in turn, the start first, with everything in it open, and returns what the script `check`
    /// returns in each. The start has the code 0.
    pub async fn in_each_view<T: DeserializeOwned>(
        &self,
        check: &str,
        arguments: Vec<Value>,
    ) -> Outcome<Vec<(u8, T)>> {
        let script = format!(
            "const check = async function () {{ {check} }};\n{}",
            include_str!("js/each_view.js")
        );
        let answer = self.browser.driver.execute_async(script, arguments).await?;
        let answer = answer.json();
        Vec::deserialize(answer).map_err(|error| format!("{error}: {answer}").into())
    }

    /// What is visible.
    pub async fn screen(&self) -> Outcome<Screen> {
        self.eval(include_str!("js/screen.js"), vec![]).await
    }

    /// Samples what is on the screen over a while, even during navigation.
    ///
    /// Then Chromium's driver runs no script, but a watched page still reports to its server; in WebKit it is
    /// the other way round.
    pub async fn screens_during(&self, a_while: Duration) -> Outcome<Vec<Screen>> {
        if self.browser.engine == Engine::Chromium {
            let before = self.site.seen().len();
            tokio::time::sleep(a_while).await;
            let told = self.site.seen().into_iter().skip(before);
            return Ok(told
                .map(|screen| serde_json::from_value(json!(screen)))
                .collect::<Result<_, _>>()?);
        }
        let mut screens = Vec::new();
        let end = Instant::now() + a_while;
        // A busy machine can take half a second for each.
        while Instant::now() < end || screens.len() < 3 {
            screens.push(self.screen().await?);
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Ok(screens)
    }

    /// The visible views.
    pub async fn shown(&self) -> Outcome<Shown> {
        self.eval(include_str!("js/shown.js"), vec![]).await
    }

    /// What has the focus: `title of 3`, `line of 3`, `exit`, or an element's name.
    pub async fn focus(&self) -> Outcome<String> {
        self.eval(include_str!("js/focus.js"), vec![]).await
    }

    /// The length of the history of this tab.
    pub async fn history_length(&self) -> Outcome<u32> {
        self.eval("return history.length", vec![]).await
    }

    /// The address of the page.
    pub async fn address(&self) -> Outcome<String> {
        self.eval("return location.href", vec![]).await
    }

    /// The vertical scroll position.
    pub async fn scrolled(&self) -> Outcome<f64> {
        self.eval("return scrollY", vec![]).await
    }

    /// The top of an element in the viewport.
    pub async fn top_of(&self, selector: &str) -> Outcome<f64> {
        let script = "return document.querySelector(arguments[0]).getBoundingClientRect().top";
        self.eval(script, vec![json!(selector)]).await
    }

    /// The console errors since the page was loaded.
    pub async fn console_errors(&self) -> Outcome<Vec<ConsoleError>> {
        let mut console_errors: Vec<ConsoleError> =
            self.eval("return window.consoleErrors", vec![]).await?;
        for entry in self.browser.log("browser").await? {
            let field = |name: &str| {
                entry
                    .get(name)
                    .and_then(Value::as_str)
                    .unwrap_or_default()
                    .to_owned()
            };
            let message = field("message");
            let elsewhere = ON_SOME_SYSTEMS
                .iter()
                .any(|name| message.contains(&format!("Unrecognized feature: '{name}'")));
            // The pages before ours have no icon, which Chromium logs.
            if matches!(field("level").as_str(), "SEVERE" | "WARNING")
                && !message.contains("/favicon.ico")
                && !elsewhere
            {
                console_errors.push(format!("{}: {}", field("level"), message));
            }
        }
        Ok(console_errors)
    }
}

/// The selector of the line that opens a view.
pub fn line_of(view: View) -> String {
    format!("[data-view=\"{}\"] > .view__summary", view.code())
}

/// The selector of a view.
pub fn part(view: View) -> String {
    format!("[data-view=\"{}\"]", view.code())
}

/// The position of a view in the list beside the page, from 1.
pub fn place_in_the_list(view: View) -> usize {
    1 + View::ALL.iter().take_while(|other| **other != view).count()
}

/// Every view but the start.
pub fn others() -> impl Iterator<Item = View> {
    View::ALL.into_iter().filter(|view| *view != View::Start)
}
