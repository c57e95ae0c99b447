//! What other pages of the same origin can get from an opened copy: an injected script, or another tool of the host.

use decoys::Decoy;
use serde_json::{Value, json};

use super::{at, keep, open};
use crate::harness::{Engine, Outcome, Page, Serving};

journeys!(in chromium and firefox: another_page_of_the_origin_gets_neither_key_nor_words);
journeys!(in chromium: what_is_stored_has_no_address);

async fn another_page_of_the_origin_gets_neither_key_nor_words(engine: Engine) -> Outcome {
    let site = Serving::dist().untouched().start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    keep(&page, Decoy::Recipes).await?;
    open(&page, Decoy::Recipes).await?;
    let copy = browser.driver.window().await?;
    let other = browser.driver.new_window().await?;
    browser.driver.switch_to_window(other).await?;
    page.go(&page.site.page_before()).await?;
    // The host has the same public words: without it, they can only come from the copy.
    site.go_off_the_network().await?;
    let nothing = json!({ "key": false, "index.html": false, "more.html": false });
    assert_eq!(try_to_get(&page).await?, nothing);
    browser.driver.close_window().await?;
    browser.driver.switch_to_window(copy).await?;
    let got = json!({ "key": true, "index.html": true, "more.html": true });
    assert_eq!(
        try_to_get(&page).await?,
        got,
        "the copy itself gets all of it"
    );
    Ok(())
}

/// Asks the service worker for the key, and for files of the copy; says which were got.
async fn try_to_get(page: &Page<'_>) -> Outcome<Value> {
    let script = include_str!("get.js");
    let got = page.browser.driver.execute_async(script, vec![]).await?;
    Ok(got.convert()?)
}

async fn what_is_stored_has_no_address(engine: Engine) -> Outcome {
    let site = Serving::dist().untouched().start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    keep(&page, Decoy::Recipes).await?;
    page.go(&page.site.page_before()).await?;
    let status = "const [path, done] = arguments;
        fetch(`/${path}`).then(({ status }) => done(status), () => done(0))";
    for path in ["lock", "pack", "state", "calculator/icon.svg"] {
        let answer = page.browser.driver.execute_async(status, vec![json!(path)]);
        let answer: u16 = answer.await?.convert()?;
        // The other tool's file is the host's, and there.
        let expected = if path.contains('/') { 200 } else { 404 };
        assert_eq!(answer, expected, "{path}");
    }
    site.go_off_the_network().await?;
    for (path, expected) in [("lock", 0), ("state", 0), ("recipes/index.html", 200)] {
        let answer = page.browser.driver.execute_async(status, vec![json!(path)]);
        let answer: u16 = answer.await?.convert()?;
        assert_eq!(answer, expected, "{path} with no network");
    }
    // A typed address leads to the tool.
    page.browser.driver.goto(at(&page, "lock")).await?;
    page.until_at(&at(&page, "recipes/")).await
}
