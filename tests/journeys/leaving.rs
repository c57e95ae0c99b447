//! The exit: it hides at once, it leaves, it leaves nothing behind, and nothing of ours stops it.
//!
//! What the drivers cannot show: WebKit's makes a mouse of a finger, so pressing with one is shown in
//! Chromium and Firefox. A driver's Escape does not stop a load as a real one does, so whether a key
//! pressed while leaving can keep the page is shown only as far as the page hears of it.

use std::time::Duration;

use sidedoor::domain::view::View;

use crate::harness::hands::Point;
use crate::harness::page::{Screen, Shown};
use crate::harness::{Answer, Destination, Engine, Fault, Key, Outcome, Page, Pointer, Serving};

journeys!(in every engine:
    a_press_hides_and_letting_go_leaves,
    holding_on_leaves,
    letting_go_far_from_the_exit_gives_the_page_back,
    escape_leaves,
    the_first_stop_of_the_tab_key_leaves,
    while_the_destination_is_silent_the_cover_stays,
    a_slow_destination_is_reached_behind_the_cover,
    while_the_app_is_awaited_the_exit_leaves,
    while_every_script_file_is_awaited_the_exit_leaves,
    a_reload_starts_on_the_cover,
    coming_back_starts_on_the_cover,
    three_presses_on_the_name_come_back_and_two_do_not,
    an_outside_link_covers_this_tab,
);
journeys!(in chromium and firefox: a_finger_hides_and_lifting_it_leaves);

async fn a_press_hides_and_letting_go_leaves(engine: Engine) -> Outcome {
    pressing_leaves(engine, Pointer::Mouse).await
}

async fn a_finger_hides_and_lifting_it_leaves(engine: Engine) -> Outcome {
    pressing_leaves(engine, Pointer::Finger).await
}

async fn pressing_leaves(engine: Engine, pointer: Pointer) -> Outcome {
    let destination = Destination::start(Answer::AtOnce).await?;
    let site = Serving::dist()
        .leaving_to(&destination)
        .watched()
        .start()
        .await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    page.choose(View::Helplines).await?;
    assert_eq!(page.screen().await?, Screen::Words);
    let history = page.history_length().await?;

    let exit = page.middle_of("[data-exit]").await?;
    page.put_down(pointer, exit).await?;
    page.let_go(pointer, exit).await?;
    page.until_at(&destination.page("weather")).await?;
    let pressed = site.seen_when_pressed();
    assert_eq!(
        pressed.last().map(String::as_str),
        Some("cover"),
        "the press itself did not hide: {pressed:?}"
    );
    assert_eq!(
        page.history_length().await?,
        history,
        "leaving added to the history"
    );
    assert!(
        destination
            .requests()
            .iter()
            .all(|request| request.referer.is_none()),
        "it told where from"
    );
    page.go_back().await?;
    page.until_at(&site.page_before()).await
}

async fn holding_on_leaves(engine: Engine) -> Outcome {
    let destination = Destination::start(Answer::AtOnce).await?;
    let site = Serving::dist().leaving_to(&destination).start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    page.put_down(Pointer::Mouse, page.middle_of("[data-exit]").await?)
        .await?;
    page.until_at(&destination.page("weather")).await?;
    page.go_back().await?;
    page.until_at(&site.page_before()).await
}

async fn letting_go_far_from_the_exit_gives_the_page_back(engine: Engine) -> Outcome {
    let destination = Destination::start(Answer::AtOnce).await?;
    let site = Serving::dist()
        .leaving_to(&destination)
        .watched()
        .start()
        .await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    let exit = page.middle_of("[data-exit]").await?;
    page.slip_off(exit, (exit.0, 250)).await?;
    assert_eq!(
        site.seen_when_pressed().last().map(String::as_str),
        Some("cover"),
        "the press did not hide"
    );
    for _ in 0..4 {
        assert_eq!(page.screen().await?, Screen::Words);
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    assert!(destination.requests().is_empty(), "it left all the same");
    page.press_exit().await?;
    page.until_at(&destination.page("weather")).await
}

async fn escape_leaves(engine: Engine) -> Outcome {
    let destination = Destination::start(Answer::AtOnce).await?;
    let site = Serving::dist().leaving_to(&destination).start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    page.choose(View::Plan).await?;
    page.key(Key::Escape).await?;
    page.until_at(&destination.page("weather")).await?;
    assert!(
        destination
            .requests()
            .iter()
            .all(|request| request.referer.is_none()),
        "it told where from"
    );
    page.go_back().await?;
    page.until_at(&site.page_before()).await
}

async fn the_first_stop_of_the_tab_key_leaves(engine: Engine) -> Outcome {
    let destination = Destination::start(Answer::AtOnce).await?;
    let site = Serving::dist().leaving_to(&destination).start().await?;
    let browser = engine.on_a_laptop().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    page.key(Key::Tab).await?;
    assert_eq!(page.focus().await?, "exit");
    page.key(Key::Enter).await?;
    page.until_at(&destination.page("weather")).await?;
    page.go_back().await?;
    page.until_at(&site.page_before()).await
}

async fn while_the_destination_is_silent_the_cover_stays(engine: Engine) -> Outcome {
    let destination = Destination::start(Answer::Never).await?;
    let site = Serving::dist()
        .leaving_to(&destination)
        .watched()
        .start()
        .await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    let name = where_the_name_will_be(&page).await?;
    page.press_exit().await?;
    destination.until_asked().await?;
    only_the_cover(&page.screens_during(Duration::from_millis(700)).await?);
    // Whoever is leaving does not come back by the way back.
    for _ in 0..3 {
        if engine == Engine::Chromium {
            page.put_down(Pointer::Mouse, name).await?;
            page.let_go(Pointer::Mouse, name).await?;
        } else {
            page.press("[data-return]").await?;
        }
    }
    only_the_cover(&page.screens_during(Duration::from_millis(500)).await?);
    Ok(())
}

/// Where the name of the dish stands on the cover. Asked before leaving, since Chromium's driver
/// cannot be asked while leaving.
async fn where_the_name_will_be(page: &Page<'_>) -> Outcome<Point> {
    page.tell("document.documentElement.dataset.covered = ''", vec![])
        .await?;
    let name = page.middle_of("[data-return]").await?;
    page.tell("delete document.documentElement.dataset.covered", vec![])
        .await?;
    Ok(name)
}

fn only_the_cover(screens: &[Screen]) {
    assert!(
        screens.len() > 2,
        "hardly anything is known of the screen: {screens:?}"
    );
    assert!(
        screens.iter().all(|screen| *screen == Screen::Cover),
        "while leaving: {screens:?}"
    );
}

async fn a_slow_destination_is_reached_behind_the_cover(engine: Engine) -> Outcome {
    let destination = Destination::start(Answer::After(Duration::from_millis(1500))).await?;
    let site = Serving::dist()
        .leaving_to(&destination)
        .watched()
        .start()
        .await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    page.key(Key::Escape).await?;
    destination.until_asked().await?;
    // Keys on the way change nothing.
    page.key(Key::Enter).await?;
    page.key(Key::Escape).await?;
    only_the_cover(&page.screens_during(Duration::from_millis(600)).await?);
    page.until_at(&destination.page("weather")).await
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

async fn a_reload_starts_on_the_cover(engine: Engine) -> Outcome {
    let site = Serving::dist().start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    assert_eq!(page.screen().await?, Screen::Words);
    page.reload().await?;
    assert_eq!(page.screen().await?, Screen::Cover);
    page.until_ready().await?;
    assert_eq!(
        page.screen().await?,
        Screen::Cover,
        "the app took the cover away"
    );
    Ok(())
}

async fn coming_back_starts_on_the_cover(engine: Engine) -> Outcome {
    let site = Serving::dist().start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    page.choose(View::Law).await?;
    page.go(&site.page_before()).await?;
    page.go_back().await?;
    page.until_at(&site.page()).await?;
    page.until(
        "the cover is there",
        "return 'covered' in document.documentElement.dataset",
        vec![],
    )
    .await?;
    assert_eq!(page.screen().await?, Screen::Cover);
    Ok(())
}

async fn three_presses_on_the_name_come_back_and_two_do_not(engine: Engine) -> Outcome {
    let site = Serving::dist().start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    page.reload().await?;
    page.until_ready().await?;
    page.press("[data-return]").await?;
    page.press("[data-return]").await?;
    assert_eq!(
        page.screen().await?,
        Screen::Cover,
        "two presses were enough"
    );
    // A press elsewhere makes a person begin again.
    page.press(".cover__site").await?;
    page.press("[data-return]").await?;
    assert_eq!(
        page.screen().await?,
        Screen::Cover,
        "presses apart from each other were enough"
    );
    page.press("[data-return]").await?;
    page.press("[data-return]").await?;
    assert_eq!(
        page.screen().await?,
        Screen::Words,
        "three presses do not come back"
    );
    assert_eq!(
        page.address().await?,
        site.page(),
        "the way back wrote an address"
    );
    assert_eq!(page.shown().await?, Shown::the_start());
    Ok(())
}

async fn an_outside_link_covers_this_tab(engine: Engine) -> Outcome {
    let destination = Destination::start(Answer::AtOnce).await?;
    let site = Serving::dist().linking_to(&destination).start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    page.choose(View::Helplines).await?;
    page.until_shown(&Shown::only(View::Helplines)).await?;
    let here = browser.driver.window().await?;
    let windows = browser.driver.windows().await?.len();
    page.press("[data-view=\"2\"] a[target=_blank]").await?;
    browser.driver.switch_to_window(here).await?;
    page.until(
        "this tab is covered",
        "return 'covered' in document.documentElement.dataset",
        vec![],
    )
    .await?;
    assert_eq!(page.screen().await?, Screen::Cover);
    destination.until_asked().await?;
    let visits = destination.requests();
    assert_eq!(visits.len(), 1, "the other site was not opened: {visits:?}");
    assert!(
        visits.iter().all(|visit| visit.referer.is_none()),
        "the other site was told where from: {visits:?}"
    );
    assert_eq!(
        browser.driver.windows().await?.len(),
        windows + 1,
        "it did not open in a new tab"
    );
    assert_eq!(page.address().await?, site.page());
    Ok(())
}
