//! The control: the search finds traces where there are some.

use std::path::Path;
use std::time::Duration;

use serde_json::json;

use super::profile::{End, end, is_the_driver_s, start};
use super::visit::until_written;
use super::words::{SEARCHES, lists, shipped};
use super::{Visit, baseline, blank};
use crate::disk::lists::List;
use crate::disk::place::Place;
use crate::disk::search;
use crate::harness::{Answer, Destination, Engine, Fault, Outcome, Page, Serving, log};
use crate::helplines::type_into;

journeys!(in chromium and firefox:
    a_naive_page_with_the_same_words_is_found_in_many_places,
    without_our_headers_the_words_are_found_in_the_cache,
);

async fn a_naive_page_with_the_same_words_is_found_in_many_places(engine: Engine) -> Outcome {
    let destination = Destination::start(Answer::AtOnce).await?;
    let site = Serving::dist().start().await?;
    let html = shipped(&site)?;
    let origin = baseline::start(&html).await?;
    let browser = start(engine).await?;
    let page = Page::of(&browser, &site);
    page.go(&site.page_before()).await?;
    page.go(&baseline::page(&origin)).await?;
    visit_naively(&page, &destination).await?;
    end(&browser, End::Closed).await?;
    let lists = lists(&html, &origin)?;
    let left = search(browser.folder(), &lists, is_the_driver_s)?;
    let left = left.without(blank(engine).await?);
    log(&format!(
        "The control, a baseline page, in {engine:?}:\n{}",
        left.table()
    ));
    // Most of what the lists have, not a word here and there.
    let [cache, storage, session] = [Place::HttpCache, Place::Storage, Place::Session];
    for place in [cache, storage] {
        let runs = left.of(List::Runs).into_iter();
        let runs = runs.filter(|finding| finding.place == place).count();
        assert!(2 * runs > lists.runs(), "{runs} runs in {place:?}");
        assert!(left.places(List::Numbers).contains(&place), "{place:?}");
    }
    for place in [cache, storage, session, Place::History] {
        assert!(left.places(List::Words).contains(&place), "{place:?}");
    }
    for place in [storage, session, Place::History, Place::Forms] {
        assert!(left.places(List::Typed).contains(&place), "{place:?}");
    }
    Ok(())
}

/// Types, navigates, stores everything, sends the form, and leaves by a plain link, as many exits are.
async fn visit_naively(page: &Page<'_>, destination: &Destination) -> Outcome {
    let [.., typed] = SEARCHES;
    type_into(page, "#field", typed).await?;
    page.exec("view(); view(); view()", vec![]).await?;
    let driver = &page.browser.driver;
    driver
        .execute_async("keep().then(() => arguments[0]())", vec![])
        .await?;
    page.press("button").await?;
    let sent = "return location.search.includes('q=')";
    page.until("the form is sent", sent, vec![]).await?;
    type_into(page, "#field", typed).await?;
    until_written().await;
    let weather = destination.page("weather");
    page.exec("location.href = arguments[0]", vec![json!(weather)])
        .await?;
    page.until_at(&weather).await?;
    until_written().await;
    Ok(())
}

/// Waits until a browser has written a file as large as the page to its cache.
async fn until_cached(profile: &Path) -> Outcome {
    const AS_LARGE_AS_THE_PAGE: u64 = 50_000;
    let caches = ["profile/cache2/entries", "profile/Default/Cache/Cache_Data"];
    let is_cached = || {
        // Of two browsers, one has each folder.
        let folders = caches
            .iter()
            .filter_map(|cache| profile.join(cache).read_dir().ok());
        let mut files = folders.flatten().flatten();
        files.any(|file| {
            file.metadata()
                .is_ok_and(|file| file.len() > AS_LARGE_AS_THE_PAGE)
        })
    };
    for _ in 0..200 {
        if is_cached() {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    Err("timed out waiting until the page is in the cache".into())
}

/// The effect of `no-store`, and that the search detects it: the same page without it is in the cache, complete.
async fn without_our_headers_the_words_are_found_in_the_cache(engine: Engine) -> Outcome {
    let destination = Destination::start(Answer::AtOnce).await?;
    let serving = Serving::dist()
        .leaving_to(&destination)
        .with(Fault::HeadersLost);
    let visit = Visit::of(engine, destination, serving).await?;
    visit.page().open_ready().await?;
    visit.page().press_exit().await?;
    visit
        .page()
        .until_at(&visit.destination.page("weather"))
        .await?;
    until_cached(visit.browser.folder()).await?;
    until_written().await;
    let html = shipped(&visit.site)?;
    end(&visit.browser, End::Closed).await?;
    let left = search(
        visit.browser.folder(),
        &lists(&html, visit.site.origin())?,
        is_the_driver_s,
    )?;
    let left = left.without(blank(engine).await?);
    log(&format!(
        "Our page on a host without our headers, in {engine:?}:\n{}",
        left.table()
    ));
    assert!(left.of(List::Runs).len() > 5000, "{}", left.lines(9));
    let elsewhere = left.of(List::Runs).into_iter();
    let elsewhere: Vec<_> = elsewhere
        .filter(|finding| finding.place != Place::HttpCache)
        .collect();
    assert!(elsewhere.is_empty(), "{elsewhere:#?}");
    assert_eq!(left.of(List::Typed).len(), 0);
    Ok(())
}
