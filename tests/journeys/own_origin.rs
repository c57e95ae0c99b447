//! A visit asks nobody but the page's own origin for anything, and asks for no more than it needs.
//!
//! The witnesses: the log of our server; the page's own list of what it loaded; what its policy had
//! to refuse; in Chromium also the browser's log of everything that it sent. A destination that the
//! exit and all outside links lead to hears not even a knock: no prefetch, no preconnect.

use std::collections::BTreeMap;

use serde_json::Value;
use sidedoor::domain::view::View;

use crate::harness::page::{Shown, others};
use crate::harness::{Answer, Destination, Engine, Outcome, Page, Serving};

journeys!(in every engine: a_full_visit_asks_only_its_own_origin);

async fn a_full_visit_asks_only_its_own_origin(engine: Engine) -> Outcome {
    let destination = Destination::start(Answer::AtOnce).await?;
    let site = Serving::dist()
        .leaving_to(&destination)
        .linking_to(&destination)
        .start()
        .await?;
    let browser = engine.on_a_laptop().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    visit_every_view(&page).await?;

    let loaded: Vec<String> = page
        .ask(
            "return performance.getEntriesByType('resource').map((entry) => entry.name)",
            vec![],
        )
        .await?;
    assert!(
        !loaded.is_empty(),
        "the page's list of what it loaded is empty: this journey shows nothing"
    );
    let mut asked = loaded;
    asked.extend(sent(&browser.log("performance").await?));
    let foreign: Vec<&String> = asked
        .iter()
        .filter(|address| !address.starts_with(site.origin()))
        .collect();
    assert_eq!(foreign, [""; 0], "addresses of others");
    assert_eq!(page.troubles().await?, [""; 0], "asked for and refused");
    assert_eq!(
        destination.knocks(),
        0,
        "somebody connected to the destination"
    );

    let mut counts = BTreeMap::new();
    for request in site.requests() {
        assert!(!request.path.contains('?'), "{} carries data", request.path);
        assert_eq!(
            request.referer, None,
            "{} was told where from",
            request.path
        );
        *counts.entry(kind(&request.path).to_owned()).or_insert(0) += 1;
    }
    let once = ["/", "js", "svg", "wasm"].map(|kind| (kind.to_owned(), 1));
    assert_eq!(
        counts,
        BTreeMap::from(once),
        "requests for the page, the app and the icon"
    );
    Ok(())
}

async fn visit_every_view(page: &Page<'_>) -> Outcome {
    for view in others().chain([View::Start]) {
        page.choose_from_list(view).await?;
        page.until_shown(&if view == View::Start {
            Shown::the_start()
        } else {
            Shown::only(view)
        })
        .await?;
        page.unfold().await?;
        page.tell("scrollTo(0, document.documentElement.scrollHeight)", vec![])
            .await?;
    }
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    Ok(())
}

fn kind(path: &str) -> &str {
    path.rsplit_once('.').map_or(path, |(_, ending)| ending)
}

/// The addresses in Chromium's log that it sent something to.
fn sent(log: &[Value]) -> impl Iterator<Item = String> {
    log.iter().filter_map(|entry| {
        let message: Value = serde_json::from_str(entry.get("message")?.as_str()?).ok()?;
        let message = message.get("message")?;
        // Chromium's own page for new tabs asks for its own parts.
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
