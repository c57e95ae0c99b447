//! Opening the copy, without a network, and every way back to the decoy.

use std::time::Duration;

use decoys::Decoy;
use domain::view::View;
use serde_json::json;
use site::ui::keep::{FOLDER, PAGE_FILE};

use super::{at, enter, held, keep, open, start, until_decoy};
use crate::harness::{Engine, Outcome, Page, Serving};

journeys!(in every engine:
    behind_each_tool_everything_is_there_with_no_network,
    every_way_back_leads_to_the_tool,
);
journeys!(in chromium and webkit: no_other_code_opens_it_and_nothing_shows);
// Back is not reliable here in the drivers of Firefox and WebKit: `docs/device-checks.md`.
journeys!(in chromium: back_from_another_site_leads_to_the_tool);

async fn behind_each_tool_everything_is_there_with_no_network(engine: Engine) -> Outcome {
    // Entering the code in each decoy is tested in one engine, the copy in each.
    let tools = match engine {
        Engine::Chromium => Decoy::ALL.as_slice(),
        Engine::Firefox | Engine::WebKit => &[Decoy::Recipes],
    };
    for tool in tools.iter().copied() {
        let site = Serving::dist().untouched().start().await?;
        let browser = engine.on_a_phone().await?;
        let page = Page::of(&browser, &site);
        keep(&page, tool).await?;
        page.press("[data-when=done] [data-do=tool]").await?;
        page.until_at(&at(&page, &format!("{}/", tool.name())))
            .await?;
        site.go_off_the_network().await?;
        open(&page, tool).await?;
        for view in [View::Helplines, View::Plan] {
            page.show(view).await?;
            page.back_to_start().await?;
        }
        page.press_exit().await?;
        until_decoy(&page, tool).await?;
        page.until_ready().await?;
    }
    Ok(())
}

async fn no_other_code_opens_it_and_nothing_shows(engine: Engine) -> Outcome {
    let site = Serving::dist().untouched().start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    keep(&page, Decoy::Calculator).await?;
    start(&page, Decoy::Calculator).await?;
    let shown = "return document.querySelector('[data-number]').textContent";
    for code in ["402958", "40295", "4029570"] {
        enter(&page, Decoy::Calculator, code).await?;
        tokio::time::sleep(Duration::from_millis(1500)).await;
        assert_eq!(page.address().await?, at(&page, "calculator/"), "{code}");
        let screen: String = page.eval(shown, vec![]).await?;
        let digits: String = screen.chars().filter(char::is_ascii_digit).collect();
        assert_eq!(digits, code, "it is an ordinary number");
    }
    // The way to the set-up page is the same as without a copy.
    enter(&page, Decoy::Calculator, "112358").await?;
    page.until_at(&at(&page, PAGE_FILE)).await?;
    // Without the code its address shows only the decoy.
    for address in [FOLDER.to_owned(), format!("{FOLDER}/more.html")] {
        let address = if address == FOLDER {
            format!("{FOLDER}/")
        } else {
            address
        };
        page.browser.driver.goto(at(&page, &address)).await?;
        page.until_at(&at(&page, "calculator/")).await?;
    }
    Ok(())
}

async fn every_way_back_leads_to_the_tool(engine: Engine) -> Outcome {
    let site = Serving::dist().untouched().start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    keep(&page, Decoy::Recipes).await?;
    let before = held(&page).await?;

    // Another app, a locked screen.
    open(&page, Decoy::Recipes).await?;
    page.exec(
        // After a delay, since a driver fails if the page navigates during a command.
        "setTimeout(() => {
            Object.defineProperty(document, 'hidden', { get: () => true, configurable: true });
            document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
        })",
        vec![],
    )
    .await?;
    back_at_the_tool(&page, "hidden").await?;

    // A reload, whether or not the key is still there.
    open(&page, Decoy::Recipes).await?;
    page.exec("setTimeout(() => location.reload())", vec![])
        .await?;
    back_at_the_tool(&page, "reload").await?;

    // The key went with the first of them.
    let script =
        "window.before = true; const [to] = arguments; setTimeout(() => location.assign(to))";
    page.exec(script, vec![json!(at(&page, "open/"))]).await?;
    page.until("the page is another one", "return !window.before", vec![])
        .await?;
    back_at_the_tool(&page, "locked").await?;
    assert_eq!(held(&page).await?, before, "to open it writes nothing");
    Ok(())
}

async fn back_from_another_site_leads_to_the_tool(engine: Engine) -> Outcome {
    let site = Serving::dist().untouched().start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    keep(&page, Decoy::Recipes).await?;
    open(&page, Decoy::Recipes).await?;
    page.browser.driver.goto(page.site.page_before()).await?;
    page.exec("setTimeout(() => history.back())", vec![])
        .await?;
    back_at_the_tool(&page, "back").await
}

async fn back_at_the_tool(page: &Page<'_>, after: &str) -> Outcome {
    let at_the_tool = until_decoy(page, Decoy::Recipes).await;
    Ok(at_the_tool.map_err(|error| format!("after “{after}”: {error}"))?)
}
