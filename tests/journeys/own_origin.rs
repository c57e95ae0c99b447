//! A visit sends requests to the page's own origin alone, no more than it needs, only while it loads, and
//! no request tells one visitor from another.
//!
//! The oracles: the log of our server; the page's own list of what it loaded; what its policy had
//! to refuse; in Chromium also the browser's log of everything that it sent. A destination that the
//! exit and all outside links lead to has not even a connection: no prefetch, no preconnect.

use std::collections::BTreeSet;
use std::time::Duration;

use axum::http::header;
use domain::view::View;
use serde_json::Value;
use site::hosting::features;

use crate::harness::page::{Shown, others};
use crate::harness::site::Request;
use crate::harness::{Answer, Destination, Engine, Outcome, Page, Serving, log};
use crate::helplines::{CHOOSE, NEAR, SEARCH, type_into};

journeys!(in every engine: two_visitors_ask_alike_and_only_the_page_s_own_origin);
journeys!(in chromium: what_the_page_has_no_use_for_is_closed);

/// The version whose features `hosting::features` lists.
const CHROMIUM: u32 = 156;

/// They read, type and open different things, and leave; the requests of their browsers are equal, header by header.
async fn two_visitors_ask_alike_and_only_the_page_s_own_origin(engine: Engine) -> Outcome {
    let destination = Destination::start(Answer::AtOnce).await?;
    let site = Serving::dist()
        .leaving_to(&destination)
        .linking_to(&destination)
        .start()
        .await?;
    let mut visits = Vec::new();
    for (words, place) in [("police", "Newport"), ("text", "stevenage")] {
        let before = site.requests().len();
        let browser = engine.fresh_on_a_laptop().await?;
        let page = Page::of(&browser, &site);
        page.open_ready().await?;
        let mut at_load = whole_load(&page, before).await?;
        use_everything(&page, words, place).await?;
        asks_only_its_own_origin(&page).await?;
        assert_eq!(destination.knocks(), 0, "a connection to the destination");

        // What leaves to it is the last visit: from then on the destination is known.
        if !visits.is_empty() {
            page.press_exit().await?;
            page.until_at(&destination.page("weather")).await?;
        }
        assert_eq!(
            site.requests().split_off(before),
            at_load,
            "asked for after the load"
        );
        carry_nothing(&at_load);
        // Two simultaneous requests may arrive in either order.
        at_load.sort_by(|one, other| one.path.cmp(&other.path));
        visits.push(at_load);
    }
    assert_eq!(visits.first(), visits.last());
    Ok(())
}

/// Neither the page's own list, nor the browser's, nor what the policy refused names another origin.
async fn asks_only_its_own_origin(page: &Page<'_>) -> Outcome {
    let loaded: Vec<String> = page
        .eval(
            "return performance.getEntriesByType('resource').map((entry) => entry.name)",
            vec![],
        )
        .await?;
    assert!(
        !loaded.is_empty(),
        "the page's list of what it loaded is empty: this journey shows nothing"
    );
    let log = page.browser.log("performance").await?;
    assert_eq!(bodies(&log).count(), 0, "something was sent along");
    let mut asked = loaded;
    asked.extend(sent(&log));
    let foreign: Vec<&String> = asked
        .iter()
        .filter(|address| !address.starts_with(page.site.origin()))
        .collect();
    assert_eq!(foreign, [""; 0], "addresses of others");
    assert_eq!(
        page.console_errors().await?,
        [""; 0],
        "asked for and refused"
    );
    Ok(())
}

async fn what_the_page_has_no_use_for_is_closed(engine: Engine) -> Outcome {
    let site = Serving::dist().start().await?;
    let browser = engine.on_a_laptop().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    let (known, open): (BTreeSet<String>, BTreeSet<String>) = page
        .eval(
            "const policy = document.featurePolicy; return [policy.features(), policy.allowedFeatures()]",
            vec![],
        )
        .await?;
    let version: u32 = page
        .eval(
            "return Number(/Chrome\\/(\\d+)/.exec(navigator.userAgent)[1])",
            vec![],
        )
        .await?;
    let listed: BTreeSet<String> = features::closed().map(str::to_owned).collect();
    assert!(known.intersection(&listed).count() > 50, "{known:?}");
    let mut more: BTreeSet<String> = open;
    for name in features::OPEN {
        assert!(more.remove(name), "{name} is closed, and the page uses it");
    }
    let meant: Vec<&String> = more.intersection(&listed).collect();
    assert!(meant.is_empty(), "{meant:?} should be closed and is not");
    if version > CHROMIUM && !more.is_empty() {
        log(&format!(
            "Chromium {version} knows more: add {more:?} to hosting::features"
        ));
    } else {
        assert!(more.is_empty(), "{more:?} is open, and nothing uses it");
    }
    Ok(())
}

/// Every request of a load, once all have arrived, without those before it.
async fn whole_load(page: &Page<'_>, before: usize) -> Outcome<Vec<Request>> {
    for _ in 0..200 {
        let asked = page.site.requests().split_off(before);
        let kinds: BTreeSet<&str> = asked.iter().map(|request| kind(&request.path)).collect();
        if kinds == BTreeSet::from(["/", "js", "svg", "wasm"]) && asked.len() == 4 {
            return Ok(asked);
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    Err(format!(
        "the page, the app and the icon, once each: {:?}",
        page.site.requests()
    )
    .into())
}

#[track_caller]
fn carry_nothing(requests: &[Request]) {
    let mut paths: Vec<&str> = requests.iter().map(|request| kind(&request.path)).collect();
    paths.sort_unstable();
    assert_eq!(
        paths,
        ["/", "js", "svg", "wasm"],
        "the page, the app and the icon"
    );
    tell_nothing(requests);
}

/// Asserts that no request says anything about the visitor.
pub(crate) fn tell_nothing(requests: &[Request]) {
    for request in requests {
        let (path, told) = (&request.path, &request.told);
        assert!(!path.contains('?'), "{path} carries data");
        assert_eq!(request.referer, None, "{path} was told where from");
        // Neither has a body.
        let method = told.first().map(String::as_str);
        assert!(matches!(method, Some("GET" | "HEAD")), "{path}: {method:?}");
        assert!(told.len() > 3, "{path}: {told:?}");
        for never in [
            header::COOKIE,
            header::AUTHORIZATION,
            header::CONTENT_LENGTH,
            header::TRANSFER_ENCODING,
            header::IF_NONE_MATCH,
            header::IF_MODIFIED_SINCE,
        ] {
            assert!(!request.tells(never), "{path}: {told:?}");
        }
    }
}

async fn use_everything(page: &Page<'_>, words: &str, place: &str) -> Outcome {
    for view in others().chain([View::Start]) {
        page.choose_from_list(view).await?;
        page.until_shown(&if view == View::Start {
            Shown::the_start()
        } else {
            Shown::only(view)
        })
        .await?;
        page.unfold().await?;
        page.exec("scrollTo(0, document.documentElement.scrollHeight)", vec![])
            .await?;
    }
    page.choose_from_list(View::Helplines).await?;
    page.until_shown(&Shown::only(View::Helplines)).await?;
    page.press(CHOOSE).await?;
    type_into(page, NEAR, place).await?;
    type_into(page, SEARCH, words).await?;
    tokio::time::sleep(Duration::from_millis(900)).await;
    Ok(())
}

fn kind(path: &str) -> &str {
    path.rsplit_once('.').map_or(path, |(_, ending)| ending)
}

/// The request bodies in Chromium's log.
fn bodies(log: &[Value]) -> impl Iterator<Item = String> {
    log.iter().filter_map(|entry| {
        let message = entry.get("message")?.as_str()?;
        message
            .contains("\"hasPostData\":true")
            .then(|| message.to_owned())
    })
}

/// The addresses of the requests in Chromium's log.
fn sent(log: &[Value]) -> impl Iterator<Item = String> {
    log.iter().filter_map(|entry| {
        let message: Value = serde_json::from_str(entry.get("message")?.as_str()?).ok()?;
        let message = message.get("message")?;
        // Chromium's own new tab page requests its own files.
        if message
            .pointer("/params/documentURL")?
            .as_str()?
            .starts_with("chrome://")
        {
            return None;
        }
        let is_request = message
            .get("method")?
            .as_str()?
            .contains("equestWillBeSent");
        let address = message.pointer("/params/request/url")?.as_str()?;
        is_request.then(|| address.to_owned())
    })
}
