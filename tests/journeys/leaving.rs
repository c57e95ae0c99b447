//! The exit: it hides at once, it leaves, it leaves nothing behind, and nothing of ours stops it.
//!
//! What the drivers cannot show: `WebKitWebDriver` for GTK has no finger (“unsupported pointer
//! type”), so pressing with one is shown in Chromium and Firefox. A driver's Escape does not stop a
//! load as a real one does, so whether a key pressed while leaving can keep the page is not shown.

use std::time::Duration;

use sidedoor::domain::view::View;

use crate::harness::page::{Key, Screen, Shown};
use crate::harness::{Answer, Destination, Engine, Fault, Outcome, Page, Pointer, Serving};

journeys!(in every engine:
    a_press_hides_and_letting_go_leaves,
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
    let site = Serving::dist().leaving_to(&destination).start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    page.choose(View::Helplines).await?;
    assert_eq!(page.screen().await?, Screen::Words);
    let history = page.history_length().await?;

    page.put_down(pointer, "[data-exit]").await?;
    assert_eq!(page.screen().await?, Screen::Cover, "while it is pressed");
    assert!(destination.requests().is_empty(), "it left before it was let go");
    page.let_go(pointer).await?;
    page.until_at(&destination.page("weather")).await?;

    assert_eq!(page.history_length().await?, history, "leaving added to the history");
    assert_eq!(destination.requests().iter().filter(|request| request.referer.is_some()).count(), 0, "it told where from");
    page.go_back().await?;
    page.until_at(&site.page_before()).await
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
    assert!(destination.requests().iter().all(|request| request.referer.is_none()), "it told where from");
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
    let site = Serving::dist().leaving_to(&destination).start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    page.put_down(Pointer::Mouse, "[data-exit]").await?;
    page.let_go(Pointer::Mouse).await?;
    for _ in 0..4 {
        assert_eq!(page.screen().await?, Screen::Cover);
        tokio::time::sleep(Duration::from_millis(250)).await;
    }
    assert_eq!(destination.requests().len(), 1, "it never asked for the destination");
    // Whoever is leaving does not come back by the way back.
    for _ in 0..3 {
        page.press("[data-return]").await?;
    }
    assert_eq!(page.screen().await?, Screen::Cover, "three presses came back while leaving");
    Ok(())
}

async fn a_slow_destination_is_reached_behind_the_cover(engine: Engine) -> Outcome {
    let destination = Destination::start(Answer::After(Duration::from_millis(900))).await?;
    let site = Serving::dist().leaving_to(&destination).start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    page.key(Key::Escape).await?;
    assert_eq!(page.screen().await?, Screen::Cover);
    // Keys on the way change nothing.
    page.key(Key::Enter).await?;
    page.key(Key::Escape).await?;
    assert_ne!(page.screen().await?, Screen::Words);
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
    let site = Serving::dist().leaving_to(&destination).with(fault).start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open().await?;
    page.put_down(Pointer::Mouse, "[data-exit]").await?;
    assert_eq!(page.screen().await?, Screen::Cover);
    page.let_go(Pointer::Mouse).await?;
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
    assert_eq!(page.screen().await?, Screen::Cover, "the app took the cover away");
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
    page.until("the cover is there", "return 'covered' in document.documentElement.dataset", vec![]).await?;
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
    assert_eq!(page.screen().await?, Screen::Cover, "two presses were enough");
    // A press elsewhere makes a person begin again.
    page.press(".cover__site").await?;
    page.press("[data-return]").await?;
    assert_eq!(page.screen().await?, Screen::Cover, "presses apart from each other were enough");
    page.press("[data-return]").await?;
    page.press("[data-return]").await?;
    assert_eq!(page.screen().await?, Screen::Words, "three presses do not come back");
    assert_eq!(page.address().await?, site.page(), "the way back wrote an address");
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
    page.until("this tab is covered", "return 'covered' in document.documentElement.dataset", vec![]).await?;
    assert_eq!(page.screen().await?, Screen::Cover);
    for _ in 0..200 {
        if !destination.requests().is_empty() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    let visits = destination.requests();
    assert_eq!(visits.len(), 1, "the other site was not opened: {visits:?}");
    assert!(visits.iter().all(|visit| visit.referer.is_none()), "the other site was told where from: {visits:?}");
    assert_eq!(browser.driver.windows().await?.len(), windows + 1, "it did not open in a new tab");
    assert_eq!(page.address().await?, site.page());
    Ok(())
}
