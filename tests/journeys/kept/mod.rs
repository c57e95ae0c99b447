//! The offline copy on the phone: behind a decoy, without a network, updated, and removed.
//!
//! No driver shows an installed window, or how a system starts it: `docs/device-checks.md`.

mod looks;
mod opening;
mod other_pages;
mod removing;
mod renewing;
mod setting_up;

use std::time::Duration;

use decoys::Decoy;
use serde_json::{Value, json};
use site::ui::keep::PAGE_FILE;

use crate::harness::{Outcome, Page};

/// A code that is no likely first guess.
pub(crate) const CODE: &str = "402957";

/// The address of a path of the site.
pub(crate) fn at(page: &Page<'_>, path: &str) -> String {
    format!("{}{path}", page.site.page())
}

/// Opens the set-up page.
pub(crate) async fn open_set_up(page: &Page<'_>) -> Outcome {
    page.go(&page.site.page_before()).await?;
    page.go(&at(page, PAGE_FILE)).await
}

/// Sets up a copy, behind a decoy and a code.
pub(crate) async fn keep(page: &Page<'_>, tool: Decoy) -> Outcome {
    open_set_up(page).await?;
    until_offered(page, "new").await?;
    choose(page, tool, CODE).await?;
    page.press("[data-submit]").await?;
    until_said(page, "done").await
}

/// Chooses a decoy and types a code.
pub(crate) async fn choose(page: &Page<'_>, tool: Decoy, code: &str) -> Outcome {
    page.press(&format!("[name=tool][value={}]", tool.name()))
        .await?;
    let script =
        "const field = document.querySelector('[data-code]'); field.value = ''; field.focus()";
    page.exec(script, vec![]).await?;
    page.type_keys(code).await
}

/// Waits for the elements of one state.
pub(crate) async fn until_offered(page: &Page<'_>, situation: &str) -> Outcome {
    let script =
        "return Boolean(document.querySelector(`[data-when=${arguments[0]}]:not([hidden])`))";
    page.until(
        &format!("“{situation}” is offered"),
        script,
        vec![json!(situation)],
    )
    .await
}

/// Waits for one status message.
pub(crate) async fn until_said(page: &Page<'_>, answer: &str) -> Outcome {
    let script = "const state = document.querySelector('[data-says]:not([hidden])')?.dataset.says;
        return state === arguments[0] || (state && state !== 'working' ? state : false)";
    for _ in 0..600 {
        let state: Value = page.eval(script, vec![json!(answer)]).await?;
        match state {
            Value::Bool(true) => return Ok(()),
            Value::String(other) => return Err(format!("it says “{other}”, not “{answer}”").into()),
            _ => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    }
    Err(format!("it never says “{answer}”").into())
}

/// Types a code into a decoy as a person does, and submits it.
pub(crate) async fn enter(page: &Page<'_>, tool: Decoy, code: &str) -> Outcome {
    let field = match tool {
        Decoy::Calculator => return page.type_keys(&format!("c{code}=")).await,
        Decoy::Converter => "[data-amount]",
        Decoy::Recipes => "[data-wanted]",
    };
    let script =
        "const field = document.querySelector(arguments[0]); field.value = ''; field.focus()";
    page.exec(script, vec![json!(field)]).await?;
    page.type_keys(&format!("{code}\n")).await
}

/// Starts the decoy as its icon does.
pub(crate) async fn start(page: &Page<'_>, tool: Decoy) -> Outcome {
    // Where the decoy is shown already, this is a new load all the same.
    page.exec("window.beforeStarting = true", vec![]).await?;
    page.go(&at(page, &format!("{}/", tool.name()))).await?;
    page.until(
        "the tool is started",
        "return !window.beforeStarting",
        vec![],
    )
    .await?;
    page.until_ready().await
}

/// Starts the decoy, and opens the copy behind it.
pub(crate) async fn open(page: &Page<'_>, tool: Decoy) -> Outcome {
    start(page, tool).await?;
    enter(page, tool, CODE).await?;
    page.until(
        "the copy is open",
        "return 'kept' in document.documentElement.dataset",
        vec![],
    )
    .await?;
    page.until_at(&at(page, &format!("{}/", tool.name())))
        .await?;
    page.until_ready().await
}

/// Waits until the decoy is shown at its address, which is also that of the copy.
pub(crate) async fn until_decoy(page: &Page<'_>, tool: Decoy) -> Outcome {
    page.until_at(&at(page, &format!("{}/", tool.name())))
        .await?;
    let script = "return document.documentElement.dataset.tool === arguments[0]";
    page.until("the decoy is shown", script, vec![json!(tool.name())])
        .await
}

/// Changes the stored day on which the host was asked for a newer release.
pub(crate) async fn another_day(page: &Page<'_>) -> Outcome {
    let script = "const [done] = arguments; caches.open('own').then(async (cache) => {
        const state = await (await cache.match('/state')).json();
        await cache.put('/state', new Response(JSON.stringify({ ...state, asked: '2026-01-01' })));
    }).then(() => done(true), (error) => done(String(error)))";
    let changed = page.browser.driver.execute_async(script, vec![]).await?;
    assert_eq!(changed.json(), &json!(true));
    Ok(())
}

/// What the browser stores for the site, as it reports it.
pub(crate) async fn held(page: &Page<'_>) -> Outcome<Vec<String>> {
    let script = include_str!("../harness/js/kept.js");
    let held = page
        .browser
        .driver
        .execute_async(script, Vec::new())
        .await?;
    Ok(held.convert()?)
}

/// The content of the stored file `state`, which names the others.
pub(crate) async fn state(page: &Page<'_>) -> Outcome<Value> {
    let script = "const done = arguments[0];
        caches.match(new URL('/state', location), { cacheName: 'own' }).then((found) => found?.json()).then((state) => done(state ?? null))";
    let state = page
        .browser
        .driver
        .execute_async(script, Vec::new())
        .await?;
    Ok(state.convert()?)
}
