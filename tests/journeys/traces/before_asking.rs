//! Nothing is stored, and no permission requested, before the person asks for it.
//!
//! Here the storage APIs report what the browser stores for the page. That storage does not even name the page
//! is tested on the disk, in the other visits: to access a kind of storage may create it.

use serde_json::{Value, json};

use super::Visit;
use super::visit::{read_everything, tick_everything, type_everywhere};
use crate::harness::{Engine, Outcome};

journeys!(in chromium and firefox: the_browser_says_that_nothing_is_kept);

async fn the_browser_says_that_nothing_is_kept(engine: Engine) -> Outcome {
    let visit = Visit::begin(engine).await?;
    let page = visit.page();
    let driver = &visit.browser.driver;
    // Before the page: the baseline of a browser that never visited.
    page.go(&visit.site.page_before()).await?;
    let before = permissions(&visit).await?;
    page.open_ready().await?;
    read_everything(&page).await?;
    tick_everything(&page).await?;
    type_everywhere(&page).await?;
    // This first: listing the caches, as is done next, creates their storage in Firefox.
    let used: Value = driver
        .execute_async(
            "const done = arguments[0];
            navigator.storage.estimate().then(({ usage }) => done([usage, localStorage.length, sessionStorage.length, document.cookie]))",
            Vec::new(),
        )
        .await?
        .convert()?;
    assert_eq!(used, json!([0, 0, 0, ""]));
    assert_eq!(kept(&visit).await?, [""; 0]);
    page.press_exit().await?;
    page.until_at(&visit.destination.page("weather")).await?;
    page.go(&visit.site.page_before()).await?;
    assert_eq!(kept(&visit).await?, [""; 0], "after the exit");
    assert_eq!(
        permissions(&visit).await?,
        before,
        "a permission was asked for"
    );
    Ok(())
}

async fn kept(visit: &Visit) -> Outcome<Vec<String>> {
    let kept = include_str!("../harness/js/kept.js");
    let kept = visit.browser.driver.execute_async(kept, Vec::new()).await?;
    Ok(kept.convert()?)
}

/// The permissions that are granted, by name.
async fn permissions(visit: &Visit) -> Outcome<Value> {
    let script = "const done = arguments[0];
        const names = ['geolocation', 'notifications', 'persistent-storage', 'camera', 'microphone', 'push', 'clipboard-read'];
        const state = (name) => navigator.permissions.query({ name, userVisibleOnly: true }).then(({ state }) => state, () => 'unknown');
        Promise.all(names.map(state)).then(done)";
    Ok(visit
        .browser
        .driver
        .execute_async(script, Vec::new())
        .await?
        .convert()?)
}
