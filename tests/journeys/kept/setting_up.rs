//! The set-up page: what it offers, refuses and says.

use std::collections::BTreeSet;
use std::time::Duration;

use axum::http::header;
use decoys::Decoy;
use domain::view::View;
use serde_json::{Value, json};
use site::page::RELEASE_FILE;
use site::ui::keep::PAGE_FILE;

use super::{
    CODE, another_day, at, choose, enter, held, keep, open, open_set_up, state, until_offered,
    until_said,
};
use crate::harness::site::Request;
use crate::harness::{Engine, Fault, Outcome, Page, Serving, Site};
use crate::own_origin::tell_nothing;

journeys!(in every engine:
    what_is_kept_is_the_tool_and_a_sealed_pack,
    keeping_asks_for_what_is_listed_and_no_more,
);
journeys!(in chromium and webkit:
    nothing_is_kept_before_the_button_is_pressed,
    what_goes_wrong_is_said_and_leaves_nothing,
    on_an_iphone_the_tool_comes_first,
    where_it_cannot_be_kept_nothing_is_offered,
);

async fn nothing_is_kept_before_the_button_is_pressed(engine: Engine) -> Outcome {
    let site = Serving::dist().untouched().start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    let before = page.history_length().await?;
    page.show(View::About).await?;
    page.unfold().await?;
    page.press("[data-keep]").await?;
    page.until_at(&at(&page, PAGE_FILE)).await?;
    assert_eq!(
        page.history_length().await?,
        before,
        "it takes the place of the page"
    );
    until_offered(&page, "new").await?;
    for (code, answer) in [
        ("", "code"),
        ("12345", "code"),
        ("12a456", "code"),
        ("270614", "date"),
        ("777777", "repeat"),
        ("345678", "row"),
        ("147258", "shape"),
        ("112358", "known"),
    ] {
        choose(&page, Decoy::Converter, code).await?;
        page.press("[data-submit]").await?;
        until_said(&page, answer).await?;
    }
    // The one that is offered is accepted as it is read, with its gap; it would be kept.
    let script = "return document.querySelector('[data-suggested]').value";
    let offered: String = page.eval(script, vec![]).await?;
    page.press("[data-do=another]").await?;
    let other = format!("return document.querySelector('[data-suggested]').value !== '{offered}'");
    page.until("another code is offered", &other, vec![])
        .await?;
    let digits = offered.replace('\u{a0}', "");
    assert!(
        digits.len() == 8 && vault::code::check(&digits).is_ok(),
        "{offered}"
    );
    assert_eq!(held(&page).await?, [""; 0]);
    page.press("[data-do=back]").await?;
    page.until_at(&page.site.page()).await
}

async fn what_goes_wrong_is_said_and_leaves_nothing(engine: Engine) -> Outcome {
    let site = Serving::dist().untouched().start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    open_set_up(&page).await?;
    until_offered(&page, "new").await?;
    choose(&page, Decoy::Calculator, CODE).await?;
    for lost in ["/files.json", "/open/index.html", "/tool.js", "/offline.js"] {
        site.lose(Some(lost));
        page.press("[data-submit]").await?;
        until_said(&page, "files")
            .await
            .map_err(|error| format!("{lost}: {error}"))?;
        assert_eq!(held(&page).await?, [""; 0], "{lost}");
        page.exec(
            "for (const line of document.querySelectorAll('[data-says]')) line.hidden = true",
            vec![],
        )
        .await?;
    }
    site.lose(None);
    site.go_off_the_network().await?;
    page.press("[data-submit]").await?;
    until_said(&page, "network").await?;
    assert_eq!(held(&page).await?, [""; 0]);
    site.come_back_to_the_network().await?;
    page.exec(
        "for (const line of document.querySelectorAll('[data-says]')) line.hidden = true",
        vec![],
    )
    .await?;
    page.press("[data-submit]").await?;
    until_said(&page, "done").await
}

/// Every visitor requests the same files, all of them listed, and sends nothing else.
async fn keeping_asks_for_what_is_listed_and_no_more(engine: Engine) -> Outcome {
    let site = Serving::dist().untouched().start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    keep(&page, Decoy::Recipes).await?;
    let list = std::fs::read_to_string(site.folder().join(RELEASE_FILE))?;
    let list: Value = serde_json::from_str(&list)?;
    let files = [list.pointer("/pack"), list.pointer("/tools/recipes")];
    let files = files
        .into_iter()
        .flatten()
        .filter_map(Value::as_array)
        .flatten();
    let listed = files.filter_map(|file| file.pointer("/path").and_then(Value::as_str));
    let by_the_page = [PAGE_FILE, RELEASE_FILE, "offline.js", "icon.svg"];
    let expected: BTreeSet<String> = listed
        .chain(by_the_page)
        .map(|path| format!("/{path}"))
        .collect();
    let asked = site.requests();
    let paths: BTreeSet<String> = asked.iter().map(|request| request.path.clone()).collect();
    // A browser may or may not want the icon.
    assert!(paths.is_subset(&expected), "{paths:?}");
    assert!(
        expected.difference(&paths).all(|path| path == "/icon.svg"),
        "{paths:?}"
    );
    let count = asked.len();
    tell_nothing(&without_the_worker_s(&site, asked));

    // Opened: the list of the release once a day, and the service worker by the browser itself.
    open(&page, Decoy::Recipes).await?;
    tokio::time::sleep(Duration::from_secs(4)).await;
    another_day(&page).await?;
    open(&page, Decoy::Recipes).await?;
    tokio::time::sleep(Duration::from_secs(4)).await;
    let later = site.requests().split_off(count);
    for request in &later {
        let known = ["/files.json", "/offline.js"].contains(&request.path.as_str());
        assert!(known, "{request:?}");
    }
    let lists = later.iter().filter(|request| request.path == "/files.json");
    assert_eq!(lists.count(), 1);
    tell_nothing(&without_the_worker_s(&site, later));
    Ok(())
}

/// The requests without those that a browser makes for the service worker by itself. Chromium and WebKit send a
/// `Referer` to the site itself with them, whatever its policy says; nothing else.
fn without_the_worker_s(site: &Site, requests: Vec<Request>) -> Vec<Request> {
    let own = [
        None,
        Some(site.page()),
        Some(format!("{}offline.js", site.page())),
    ];
    let is_the_worker_s = |request: &Request| request.path == "/offline.js";
    for request in requests.iter().filter(|request| is_the_worker_s(request)) {
        assert!(own.contains(&request.referer), "{request:?}");
        assert!(!request.tells(header::COOKIE), "{request:?}");
    }
    let others = requests.into_iter();
    others.filter(|request| !is_the_worker_s(request)).collect()
}

async fn what_is_kept_is_the_tool_and_a_sealed_pack(engine: Engine) -> Outcome {
    let site = Serving::dist().untouched().start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    keep(&page, Decoy::Calculator).await?;
    let state = state(&page).await?;
    let cache = state
        .pointer("/cache")
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned();
    assert_eq!(
        (state.pointer("/tool"), state.pointer("/format")),
        (Some(&json!("calculator")), Some(&json!(1)))
    );
    let script = "const done = arguments[1];
        caches.open(arguments[0]).then((cache) => cache.keys()).then((keys) => done(keys.map(({ url }) => new URL(url).pathname)))";
    let files = page
        .browser
        .driver
        .execute_async(script, vec![json!(cache)])
        .await?;
    let files: Vec<String> = files.convert()?;
    assert!(files.len() > 10, "{files:?}");
    for file in &files {
        let known = file.starts_with("/calculator/")
            || [
                "/tool.js",
                "/tool_bg.wasm",
                "/entry.js",
                "/worker.js",
                "/work.js",
                "/work_bg.wasm",
                "/pack",
                "/lock",
            ]
            .contains(&file.as_str());
        assert!(known, "{file}");
    }
    // The code is absent: from the field and from the address.
    let field: String = page
        .eval("return document.querySelector('[data-code]').value", vec![])
        .await?;
    assert_eq!(field, "");
    Ok(())
}

async fn on_an_iphone_the_tool_comes_first(engine: Engine) -> Outcome {
    let browser = engine.on_a_phone().await?;
    for (from_the_home_screen, situation) in [(false, "tab"), (true, "new")] {
        let site = Serving::dist()
            .on_an_iphone(from_the_home_screen)
            .start()
            .await?;
        let page = Page::of(&browser, &site);
        open_set_up(&page).await?;
        until_offered(&page, situation).await?;
        let code: bool = page
            .eval("return document.querySelector('[data-code]').checkVisibility?.() ?? Boolean(document.querySelector('[data-code]').offsetParent)", vec![])
            .await?;
        assert_eq!(code, from_the_home_screen, "a code is asked for");
        if !from_the_home_screen {
            page.press("[name=tool][value=converter]").await?;
            page.press("[data-when=tab] [data-do=tool]").await?;
            page.until_at(&at(&page, "converter/")).await?;
            page.until_ready().await?;
            assert_eq!(held(&page).await?, [""; 0]);
            // The input that opens the page for it from the decoy, as the page said.
            enter(&page, Decoy::Converter, "112358").await?;
            page.until_at(&at(&page, PAGE_FILE)).await?;
        }
    }
    Ok(())
}

async fn where_it_cannot_be_kept_nothing_is_offered(engine: Engine) -> Outcome {
    let site = Serving::dist().with(Fault::NoScripts).start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    open_set_up(&page).await?;
    let offered: bool = page
        .eval("return [...document.querySelectorAll('form, [data-do]')].some((part) => part.checkVisibility?.() ?? part.offsetParent)", vec![])
        .await?;
    assert!(!offered);

    let site = Serving::dist().with(Fault::HeadersLost).start().await?;
    let page = Page::of(&browser, &site);
    open_set_up(&page).await?;
    until_offered(&page, "host").await?;
    // Without the headers a page can frame it.
    page.go(&page.site.page_before()).await?;
    let script = "const frame = document.createElement('iframe');
        frame.src = arguments[0];
        document.body.append(frame)";
    page.exec(script, vec![json!(format!("/{PAGE_FILE}"))])
        .await?;
    let in_frame = "const framed = document.querySelector('iframe').contentDocument;
        return Boolean(framed?.querySelector('[data-when=framed]:not([hidden])'))";
    page.until("the frame says why", in_frame, vec![]).await
}
