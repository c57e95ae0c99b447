//! The exit has no dependency: no app, no storage, no script, no kind of window.

use crate::harness::page::Screen;
use crate::harness::{Answer, Destination, Engine, Fault, Key, Outcome, Page, Serving, Storage};

journeys!(in every engine:
    whatever_is_awaited_or_refused_the_exit_leaves,
    where_storage_is_forbidden_the_exit_leaves,
    whatever_else_fails_the_exit_leaves,
    without_scripts_the_press_itself_hides_the_page,
);
journeys!(in chromium and firefox: in_a_private_window_the_exit_leaves);
cases!(whatever_is_awaited_or_refused_the_exit_leaves:
    while_the_app_is_awaited_the_exit_leaves,
    while_every_script_file_is_awaited_the_exit_leaves,
    where_webassembly_is_refused_the_exit_leaves,
);

async fn where_webassembly_is_refused_the_exit_leaves(engine: Engine) -> Outcome {
    both_ways_leave(engine, Serving::dist().with(Fault::WasmRefused)).await
}

async fn where_storage_is_forbidden_the_exit_leaves(engine: Engine) -> Outcome {
    both_ways_leave(engine, Serving::dist().where_storage_is(Storage::Forbidden)).await
}

async fn both_ways_leave(engine: Engine, serving: Serving) -> Outcome {
    let destination = Destination::start(Answer::AtOnce).await?;
    let site = serving.leaving_to(&destination).start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open().await?;
    page.press_exit().await?;
    page.until_at(&destination.page("weather")).await?;
    page.open().await?;
    page.key(Key::Escape).await?;
    page.until_at(&destination.page("weather")).await?;
    page.go_back().await?;
    page.until_at(&site.page_before()).await
}

/// Breaks, one after the other, every API that the exit uses only as an enhancement.
const BROKEN: [&str; 6] = [
    "HTMLElement.prototype.showPopover = null",
    "Element.prototype.focus = () => { throw new Error('focus') }",
    "BroadcastChannel.prototype.postMessage = () => { throw new Error('channel') }",
    "document.querySelectorAll = () => { throw new Error('fields') }",
    "addEventListener('x-page:left', () => { throw new Error('a listener') })",
    "Object.defineProperty(navigator, 'onLine', { get: () => undefined })",
];

async fn whatever_else_fails_the_exit_leaves(engine: Engine) -> Outcome {
    let destination = Destination::start(Answer::AtOnce).await?;
    let site = Serving::dist().leaving_to(&destination).start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    for broken in BROKEN {
        page.open_ready().await?;
        page.exec(broken, vec![]).await?;
        page.press_exit().await?;
        page.until_at(&destination.page("weather"))
            .await
            .map_err(|error| format!("{broken}: {error}"))?;
    }
    Ok(())
}

async fn in_a_private_window_the_exit_leaves(engine: Engine) -> Outcome {
    let destination = Destination::start(Answer::AtOnce).await?;
    let site = Serving::dist().leaving_to(&destination).start().await?;
    let browser = engine.in_private().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    page.press_exit().await?;
    page.until_at(&destination.page("weather")).await?;
    page.go_back().await?;
    page.until_at(&site.page_before()).await
}

async fn without_scripts_the_press_itself_hides_the_page(engine: Engine) -> Outcome {
    let destination = Destination::start(Answer::AtOnce).await?;
    let site = Serving::dist()
        .leaving_to(&destination)
        .with(Fault::NoScripts)
        .start()
        .await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open().await?;
    let exit = page.middle_of("[data-exit]").await?;
    page.put_down(crate::harness::Pointer::Mouse, exit).await?;
    // The overlay is part of the exit, so a release anywhere on it is a press of the exit.
    let sheet: bool = page
        .eval(
            "return [0.1, 0.5, 0.9].every((y) => document.elementFromPoint(innerWidth / 2, y * innerHeight).matches('[data-exit]'))",
            vec![],
        )
        .await?;
    assert!(sheet, "the page is still to be seen");
    page.let_go(crate::harness::Pointer::Mouse, exit).await?;
    page.until_at(&destination.page("weather")).await?;
    // As the words say: Back returns.
    page.go_back().await?;
    page.until_at(&site.page()).await?;
    assert_eq!(page.screen().await?, Screen::Words);
    Ok(())
}

async fn while_the_app_is_awaited_the_exit_leaves(engine: Engine) -> Outcome {
    the_exit_leaves_in_spite_of(engine, Fault::WasmHeldBack).await
}

async fn while_every_script_file_is_awaited_the_exit_leaves(engine: Engine) -> Outcome {
    the_exit_leaves_in_spite_of(engine, Fault::ScriptsHeldBack).await
}

async fn the_exit_leaves_in_spite_of(engine: Engine, fault: Fault) -> Outcome {
    let destination = Destination::start(Answer::AtOnce).await?;
    let site = Serving::dist()
        .leaving_to(&destination)
        .with(fault)
        .start()
        .await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open().await?;
    page.press_exit().await?;
    page.until_at(&destination.page("weather")).await?;
    page.go_back().await?;
    page.until_at(&site.page_before()).await?;

    page.open().await?;
    page.key(Key::Escape).await?;
    page.until_at(&destination.page("weather")).await
}
