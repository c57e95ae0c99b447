//! The exit on a charity's own pages: `kit/`, put onto two small pages with a strict policy and a bar
//! about cookies over everything.
//!
//! Not testable here: the safe areas of a real device, which are 0. Whether Back comes from another page of the
//! same site is known from the Navigation API; an engine without it shows the cover instead, and the journey then
//! expects that.

use std::fs;
use std::time::Duration;

use serde_json::json;
use tempfile::TempDir;
use thirtyfour::common::command::Command;

use crate::harness::{
    Answer, Browser, Destination, Engine, Fault, Key, Outcome, Page, Pointer, Scheme, Serving,
    Site, Size,
};

journeys!(in every engine:
    a_press_hides_and_letting_go_leaves_and_back_hides_the_page_before,
    its_keys_leave,
    it_is_the_first_stop_and_whole_at_every_width,
    the_name_pressed_three_times_comes_back,
    with_data_back_only_coming_from_elsewhere_hides,
    a_link_that_is_there_already_is_used,
    without_its_script_the_pasted_link_leaves,
);
cases!(without_its_script_the_pasted_link_leaves:
    without_script_the_pasted_link_leaves,
    with_the_script_refused_the_pasted_link_leaves,
);
cases!(its_keys_leave:
    escape_leaves,
    shift_three_times_leaves,
);

/// A strict policy: nothing inline, nothing from another origin.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
                      base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

/// The same without scripts.
const POLICY_WITHOUT_SCRIPT: &str = "default-src 'none'; style-src 'self'";

/// The charity's own style, as hostile to ours as real ones are.
const STYLE: &str = "* { box-sizing: border-box } a { position: static } a:link, a:visited { color: pink; background: pink } \
    div { display: flex } button { color: red } \
    #bar { position: fixed; inset: 40% 0 0 0; z-index: 2147483647; background: #eee }";

/// The cookie banner, drawn by a script as they all are.
const BAR: &str = "const bar = document.createElement('div'); bar.id = 'bar'; \
    bar.append('We value your privacy. ', document.createElement('button')); document.body.append(bar);";

/// How the charity put the exit onto its pages.
enum Means<'a> {
    /// A script in the head, with these attributes.
    Script(&'a str),
    /// The block of `leave.html`, first in the body.
    Block,
}

/// Two pages of a charity.
struct Charity {
    destination: Destination,
    site: Site,
    _folder: TempDir,
}

impl Charity {
    async fn open(means: Means<'_>, policy: &str, fault: Option<Fault>) -> Outcome<Self> {
        let destination = Destination::start(Answer::AtOnce).await?;
        let kit = test_support::project().join("kit");
        let folder = tempfile::Builder::new()
            .prefix("sidedoor-charity-")
            .tempdir()?;
        for file in ["leave.js", "leave.css"] {
            fs::copy(kit.join(file), folder.path().join(file))?;
        }
        let (head, body) = match means {
            Means::Script(attributes) => {
                let to = destination.page("weather");
                let tag =
                    format!("<script src=\"leave.js\" data-to=\"{to}\" {attributes}></script>");
                (tag, String::new())
            }
            Means::Block => (String::new(), fs::read_to_string(kit.join("leave.html"))?),
        };
        for (name, words) in [("index.html", "First"), ("second.html", "Second")] {
            let page = format!(
                "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{words}</title>\
                 <meta name=\"viewport\" content=\"width=device-width\">{head}\
                 <link rel=\"stylesheet\" href=\"site.css\"></head><body>{body}\
                 <h1>{words}</h1><p><a href=\"second.html\">On</a></p><input id=\"name\">\
                 <script src=\"bar.js\"></script></body></html>"
            );
            fs::write(folder.path().join(name), page)?;
        }
        fs::write(folder.path().join("site.css"), STYLE)?;
        fs::write(folder.path().join("bar.js"), BAR)?;
        fs::write(
            folder.path().join("_headers"),
            format!("/*\n  Content-Security-Policy: {policy}\n  X-Content-Type-Options: nosniff\n"),
        )?;
        let mut serving = Serving::folder(folder.path().to_owned()).leaving_to(&destination);
        if let Some(fault) = fault {
            serving = serving.with(fault);
        }
        Ok(Self {
            site: serving.start().await?,
            destination,
            _folder: folder,
        })
    }

    async fn with_script(attributes: &str) -> Outcome<Self> {
        Self::open(Means::Script(attributes), POLICY, None).await
    }

    fn second(&self) -> String {
        format!("{}second.html", self.site.page())
    }

    /// Waits until the destination is reached, and checks its requests.
    async fn until_left(&self, page: &Page<'_>) -> Outcome {
        page.until_at(&self.destination.page("weather")).await?;
        let visits = self.destination.requests();
        assert_eq!(visits.len(), 1, "{visits:?}");
        assert!(
            visits.iter().all(|visit| visit.referer.is_none()),
            "it told where from: {visits:?}"
        );
        let asked = self.site.requests();
        let known = [
            "/",
            "/second.html",
            "/leave.js",
            "/leave.css",
            "/site.css",
            "/bar.js",
        ];
        assert!(
            asked.iter().all(|request| known.contains(&&*request.path)),
            "{asked:?}"
        );
        Ok(())
    }
}

/// `page` where nothing is before the charity's first page but an ordinary one.
async fn visit<'a>(browser: &'a Browser, charity: &'a Charity) -> Outcome<Page<'a>> {
    let page = Page::of(browser, &charity.site);
    page.open().await?;
    Ok(page)
}

/// Whether the cover is all that is visible, or nothing of it is. While the exit is held down the page is out of sight;
/// its words are hidden once it leaves (`docs/exit.md`).
async fn is_covered(page: &Page<'_>) -> Outcome<bool> {
    let script = "const top = (x, y) => document.elementFromPoint(x * innerWidth, y * innerHeight);
        const places = [0.02, 0.25, 0.5, 0.75, 0.98];
        const seen = places.flatMap((x) => places.map((y) => Boolean(top(x, y)?.closest('[data-cover]'))));
        const words = document.querySelector('h1').checkVisibility({ visibilityProperty: true });
        const isHeld = document.querySelector('[data-cover]').matches(':popover-open')
            && !('covered' in document.documentElement.dataset);
        if (seen.every(Boolean) && (isHeld || !words)) return 'covered';
        return !seen.some(Boolean) && words ? 'words' : 'between'";
    match page.eval::<String>(script, vec![]).await?.as_str() {
        "covered" => Ok(true),
        "words" => Ok(false),
        other => Err(format!("the page is {other}").into()),
    }
}

async fn until_covered(page: &Page<'_>) -> Outcome {
    let script = "return 'covered' in document.documentElement.dataset";
    page.until("the page is covered", script, vec![]).await?;
    assert!(is_covered(page).await?);
    Ok(())
}

async fn a_press_hides_and_letting_go_leaves_and_back_hides_the_page_before(
    engine: Engine,
) -> Outcome {
    let charity = Charity::with_script("").await?;
    let browser = engine.on_a_phone().await?;
    let page = visit(&browser, &charity).await?;
    page.press("p > a").await?;
    page.until_at(&charity.second()).await?;
    assert!(!is_covered(&page).await?);
    assert_eq!(page.console_errors().await?, Vec::<String>::new());

    let exit = page.middle_of("[data-exit]").await?;
    page.put_down(Pointer::Mouse, exit).await?;
    assert!(is_covered(&page).await?, "the press itself did not hide");
    page.let_go(Pointer::Mouse, exit).await?;
    charity.until_left(&page).await?;

    // The page that was left is gone. The one before it is there, and hidden.
    page.go_back().await?;
    page.until_at(&charity.site.page()).await?;
    until_covered(&page).await?;
    page.go_back().await?;
    page.until_at(&charity.site.page_before()).await
}

async fn escape_leaves(engine: Engine) -> Outcome {
    let charity = Charity::with_script("").await?;
    let browser = engine.on_a_phone().await?;
    let page = visit(&browser, &charity).await?;
    // Events of the charity's own scripts are none of ours.
    let others =
        "for (const name of ['leave', 'left', 'return', 'stopped']) dispatchEvent(new Event(name))";
    page.exec(others, vec![]).await?;
    assert!(!is_covered(&page).await?, "another script's event left");
    page.press("#name").await?;
    page.key(Key::Escape).await?;
    charity.until_left(&page).await?;
    page.go_back().await?;
    page.until_at(&charity.site.page_before()).await
}

async fn shift_three_times_leaves(engine: Engine) -> Outcome {
    let charity = Charity::with_script("").await?;
    let browser = engine.on_a_phone().await?;
    let page = visit(&browser, &charity).await?;
    tap_shift(&page, 2).await?;
    // Longer than the timeout between two taps.
    tokio::time::sleep(Duration::from_millis(1700)).await;
    assert!(!is_covered(&page).await?, "two taps were enough");
    tap_shift(&page, 3).await?;
    charity.until_left(&page).await
}

async fn tap_shift(page: &Page<'_>, times: usize) -> Outcome {
    for _ in 0..times {
        if page.browser.engine == Engine::Chromium {
            for kind in ["keyDown", "keyUp"] {
                let event = json!({ "type": kind, "key": "Shift", "code": "ShiftLeft", "windowsVirtualKeyCode": 16 });
                let tools = page.browser.driver.cdp();
                tools.send_raw("Input.dispatchKeyEvent", event).await?;
            }
        } else {
            let shift = "\u{e008}";
            let steps =
                json!([{ "type": "keyDown", "value": shift }, { "type": "keyUp", "value": shift }]);
            let actions = json!([{ "type": "key", "id": "keys", "actions": steps }]);
            let tap = Command::PerformActions(actions.into());
            page.browser.driver.cmd(tap).await?;
        }
    }
    Ok(())
}

async fn it_is_the_first_stop_and_whole_at_every_width(engine: Engine) -> Outcome {
    let charity = Charity::with_script("data-label=\"Leave this site now\"").await?;
    let browser = engine.start(Size::SMALL_PHONE, Scheme::Dark).await?;
    let page = visit(&browser, &charity).await?;
    page.key(Key::Tab).await?;
    assert!(
        page.eval::<bool>(
            "return document.activeElement.matches('[data-exit]')",
            vec![]
        )
        .await?,
        "Tab comes to something else first"
    );
    for size in [
        Size::SMALL_PHONE,
        Size::PHONE,
        Size(768, 1024),
        Size::LAPTOP,
        Size::ZOOMED,
    ] {
        browser.resize(size).await?;
        page.open().await?;
        let script = "const exit = document.querySelector('[data-exit]');
            const { left, right, top, bottom } = exit.getBoundingClientRect();
            const corners = [[left, top], [right - 1, top], [left, bottom - 1], [right - 1, bottom - 1]];
            const { color, backgroundColor } = getComputedStyle(exit);
            const isFree = corners.every(([x, y]) => document.elementFromPoint(x, y) === exit);
            return [exit.textContent, color, backgroundColor, isFree, bottom - top >= 48 && right - left >= 48]";
        let expected = json!([
            "Leave this site now",
            "rgb(255, 255, 255)",
            "rgb(0, 0, 0)",
            true,
            true
        ]);
        let found: serde_json::Value = page.eval(script, vec![]).await?;
        assert_eq!(found, expected, "at {size:?}");
    }
    Ok(())
}

async fn the_name_pressed_three_times_comes_back(engine: Engine) -> Outcome {
    let charity = Charity::with_script("").await?;
    let browser = engine.on_a_phone().await?;
    let page = visit(&browser, &charity).await?;
    page.reload().await?;
    assert!(is_covered(&page).await?, "a reload shows the page");
    page.press("[data-return]").await?;
    page.press("[data-return]").await?;
    assert!(is_covered(&page).await?, "two presses were enough");
    page.press("[data-return]").await?;
    assert!(!is_covered(&page).await?, "three presses do not come back");
    page.press_exit().await?;
    charity.until_left(&page).await
}

async fn with_data_back_only_coming_from_elsewhere_hides(engine: Engine) -> Outcome {
    let charity = Charity::with_script("data-back=\"shown\"").await?;
    let browser = engine.on_a_phone().await?;
    let page = visit(&browser, &charity).await?;
    page.press("p > a").await?;
    page.until_at(&charity.second()).await?;
    page.go_back().await?;
    page.until_at(&charity.site.page()).await?;
    let tells = "return Boolean(window.navigation?.activation)";
    let tells = page.eval::<bool>(tells, vec![]).await?;
    assert_eq!(is_covered(&page).await?, !tells, "tells: {tells}");
    if !tells {
        page.come_back().await?;
    }
    page.press("p > a").await?;
    page.until_at(&charity.second()).await?;
    page.key(Key::Escape).await?;
    charity.until_left(&page).await?;
    page.go_back().await?;
    page.until_at(&charity.site.page()).await?;
    until_covered(&page).await
}

async fn a_link_that_is_there_already_is_used(engine: Engine) -> Outcome {
    let charity = Charity::open(Means::Block, POLICY, None).await?;
    let browser = engine.on_a_phone().await?;
    let page = visit(&browser, &charity).await?;
    let exits = page
        .eval::<usize>(
            "return document.querySelectorAll('[data-exit]').length",
            vec![],
        )
        .await?;
    assert_eq!(exits, 1);
    assert_eq!(page.console_errors().await?, Vec::<String>::new());
    let exit = page.middle_of("[data-exit]").await?;
    page.put_down(Pointer::Mouse, exit).await?;
    assert!(is_covered(&page).await?, "the press itself did not hide");
    page.let_go(Pointer::Mouse, exit).await?;
    charity.until_left(&page).await?;
    page.go_back().await?;
    page.until_at(&charity.site.page_before()).await
}

async fn without_script_the_pasted_link_leaves(engine: Engine) -> Outcome {
    let charity = Charity::open(Means::Block, POLICY, Some(Fault::NoScripts)).await?;
    the_link_alone_leaves(engine, &charity).await
}

async fn with_the_script_refused_the_pasted_link_leaves(engine: Engine) -> Outcome {
    let charity = Charity::open(Means::Block, POLICY_WITHOUT_SCRIPT, None).await?;
    the_link_alone_leaves(engine, &charity).await
}

async fn the_link_alone_leaves(engine: Engine, charity: &Charity) -> Outcome {
    let browser = engine.on_a_phone().await?;
    let page = visit(&browser, charity).await?;
    page.press("[data-exit]").await?;
    charity.until_left(&page).await?;
    // Without the script the page stays in the history: this is documented.
    page.go_back().await?;
    page.until_at(&charity.site.page()).await
}
