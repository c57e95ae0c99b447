//! Updates are atomic: a newer release replaces the stored one as a whole, or not at all.

use std::fs;
use std::path::Path;
use std::time::Duration;

use decoys::Decoy;
use serde_json::Value;
use site::page::{AppFiles, RELEASE_FILE, release};
use tempfile::TempDir;

use super::{another_day, keep, open, state, until_decoy};
use crate::harness::{Engine, Outcome, Page, Serving};

journeys!(in every engine: a_newer_release_is_there_at_the_next_opening);
journeys!(in chromium and webkit: what_stops_on_the_way_leaves_the_old_one_whole);

/// What is in the newer release and not in the older one.
const NEWER: &str = "Something newer.";

/// A release like the built one, with other words on its offline page.
fn newer(dist: &Path) -> Outcome<TempDir> {
    let folder = tempfile::tempdir()?;
    copy(dist, folder.path())?;
    for name in ["open/index.html", "calculator/index.html"] {
        let path = folder.path().join(name);
        let page = fs::read_to_string(&path)?;
        fs::write(
            &path,
            page.replacen(
                "<main class=\"",
                &format!("<p>{NEWER}</p><main class=\""),
                1,
            ),
        )?;
    }
    let app = AppFiles::find(&fs::read_to_string(dist.join("index.html"))?)?;
    let built = jiff::civil::date(2100, 1, 1);
    fs::write(
        folder.path().join(RELEASE_FILE),
        release(folder.path(), &app, built)?,
    )?;
    Ok(folder)
}

fn copy(from: &Path, to: &Path) -> Outcome {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

async fn has_newer_words(page: &Page<'_>) -> Outcome<bool> {
    let script = "return document.body.textContent.includes(arguments[0])";
    page.eval(script, vec![NEWER.into()]).await
}

/// Waits until another release is stored than `before`.
async fn until_renewed(page: &Page<'_>, before: &Value) -> Outcome<Value> {
    for _ in 0..400 {
        let now = state(page).await?;
        if now.pointer("/version") != before.pointer("/version") {
            return Ok(now);
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    Err("no newer release was ever kept".into())
}

async fn a_newer_release_is_there_at_the_next_opening(engine: Engine) -> Outcome {
    let site = Serving::dist().untouched().start().await?;
    let newer = newer(site.folder())?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    keep(&page, Decoy::Calculator).await?;
    let before = state(&page).await?;
    site.publish(newer.path())?;
    another_day(&page).await?;
    open(&page, Decoy::Calculator).await?;
    assert!(
        !has_newer_words(&page).await?,
        "it changed while it was read"
    );
    let now = until_renewed(&page, &before).await?;
    assert_eq!(now.pointer("/tool"), before.pointer("/tool"));
    let caches = names_of_caches(&page).await?;
    assert_eq!(caches.len(), 2, "the old one is gone: {caches:?}");
    // With the same code, the decoy's page along with the rest, and without a network.
    site.go_off_the_network().await?;
    page.press_exit().await?;
    page.until(
        "the newer tool is shown",
        "return location.pathname === '/calculator/' && document.body.textContent.includes(arguments[0])",
        vec![NEWER.into()],
    )
    .await?;
    open(&page, Decoy::Calculator).await?;
    assert!(has_newer_words(&page).await?);
    Ok(())
}

async fn what_stops_on_the_way_leaves_the_old_one_whole(engine: Engine) -> Outcome {
    let site = Serving::dist().untouched().start().await?;
    let newer = newer(site.folder())?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    keep(&page, Decoy::Calculator).await?;
    let before = state(&page).await?;
    site.publish(newer.path())?;
    let asked = |path: &str| {
        site.requests()
            .iter()
            .filter(|request| request.path == path)
            .count()
    };
    // The last file of the pack, and the last of the decoy.
    for lost in ["/work_bg.wasm", "/calculator/manifest.webmanifest"] {
        site.lose(Some(lost));
        let times = asked(lost);
        another_day(&page).await?;
        open(&page, Decoy::Calculator).await?;
        for _ in 0..200 {
            if asked(lost) > times {
                break;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        assert!(asked(lost) > times, "{lost} was never asked for");
        tokio::time::sleep(Duration::from_millis(1500)).await;
        let now = state(&page).await?;
        assert_eq!(
            now.pointer("/version"),
            before.pointer("/version"),
            "{lost}"
        );
        assert_eq!(now.pointer("/cache"), before.pointer("/cache"), "{lost}");
        page.press_exit().await?;
        until_decoy(&page, Decoy::Calculator).await?;
    }
    site.go_off_the_network().await?;
    open(&page, Decoy::Calculator).await?;
    assert!(!has_newer_words(&page).await?);
    let caches = names_of_caches(&page).await?;
    assert_eq!(caches.len(), 2, "nothing half is left: {caches:?}");
    Ok(())
}

async fn names_of_caches(page: &Page<'_>) -> Outcome<Vec<String>> {
    let script = "caches.keys().then(arguments[0])";
    let names = page.browser.driver.execute_async(script, vec![]).await?;
    Ok(names.convert()?)
}
