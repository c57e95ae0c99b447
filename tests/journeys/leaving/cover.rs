//! The cover: when it is shown, what it does, and the way back from it.
//!
//! WebDriver's Escape does not stop a load as a native one does: `keys` presses native ones.

use std::time::Duration;

use domain::view::View;
use serde_json::json;

use crate::harness::input::Point;
use crate::harness::page::{Screen, Shown};
use crate::harness::{
    Answer, Destination, Engine, Key, Outcome, Page, Pointer, Scene, Scheme, Serving, Size,
};

journeys!(in every engine:
    while_the_destination_is_silent_the_cover_stays,
    leaving_that_is_stopped_begins_again,
    a_slow_destination_is_reached_behind_the_cover,
    a_reload_starts_on_the_cover,
    coming_back_starts_on_the_cover,
    three_presses_on_the_name_come_back_and_two_do_not,
    an_outside_link_covers_this_tab,
    the_cover_scrolls_and_its_links_stay_on_it,
    offline_the_cover_stays_until_there_is_a_network,
    a_rehearsal_hides_and_comes_back_to_where_it_began,
    the_keyboard_and_the_screen_reader_go_along,
);

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
    // While leaving, the way back does not return.
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

/// The position of the name of the dish on the cover. Measured before leaving, since Chromium's driver
/// runs no script while leaving.
async fn where_the_name_will_be(page: &Page<'_>) -> Outcome<Point> {
    page.exec("document.documentElement.dataset.covered = ''", vec![])
        .await?;
    let name = page.middle_of("[data-return]").await?;
    page.exec("delete document.documentElement.dataset.covered", vec![])
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

async fn leaving_that_is_stopped_begins_again(engine: Engine) -> Outcome {
    // Firefox fires no event when a load is stopped (its Escape does not stop this one).
    let answer = match engine {
        Engine::Firefox => Answer::Never,
        _ => Answer::After(Duration::from_millis(1500)),
    };
    let scene = Scene::ready(engine, answer).await?;
    let Scene { destination, .. } = &scene;
    let page = scene.page();
    // `window.stop()`, half a second after the exit; or Escape, where that fires no event.
    let stops = "setTimeout(() => {
        stop();
        if (!window.navigation) dispatchEvent(new KeyboardEvent('keyup', { key: 'Escape' }));
    }, 500);
    document.querySelector('[data-exit]').click()";
    page.exec(stops, vec![]).await?;
    if engine == Engine::Firefox {
        // Then the cover stays, whatever is pressed on it.
        tokio::time::sleep(Duration::from_millis(2500)).await;
        page.come_back().await?;
        assert_eq!(page.screen().await?, Screen::Cover);
        return Ok(());
    }
    page.until_at(&destination.page("weather")).await
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
    // Keys in between change nothing.
    page.key(Key::Enter).await?;
    page.key(Key::Escape).await?;
    only_the_cover(&page.screens_during(Duration::from_millis(600)).await?);
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
    // A press elsewhere resets the count.
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
    page.show(View::Helplines).await?;
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

async fn the_cover_scrolls_and_its_links_stay_on_it(engine: Engine) -> Outcome {
    let site = Serving::dist().start().await?;
    let browser = engine.start(Size::SMALL_PHONE, Scheme::Light).await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    page.reload().await?;
    let history = page.history_length().await?;
    let scrolled = "return document.querySelector('.cover').scrollTop";
    assert!(page.eval::<f64>(scrolled, vec![]).await? < 1.0);
    for place in ["needs", "method", "more"] {
        page.press("[data-go=top]").await?;
        page.press(&format!("[data-go={place}]")).await?;
        assert!(page.eval::<f64>(scrolled, vec![]).await? > 0.0, "{place}");
    }
    page.press(".cover__dish-name").await?;
    assert_eq!(page.screen().await?, Screen::Cover);
    assert_eq!(page.history_length().await?, history);
    assert_eq!(page.address().await?, site.page());
    let links: u32 = page
        .eval(
            "return document.querySelectorAll('.cover a').length",
            vec![],
        )
        .await?;
    assert_eq!(
        links, 0,
        "a link can be opened in a new tab: a fresh arrival"
    );
    Ok(())
}

async fn offline_the_cover_stays_until_there_is_a_network(engine: Engine) -> Outcome {
    let scene = Scene::ready(engine, Answer::AtOnce).await?;
    let Scene {
        destination, site, ..
    } = &scene;
    let page = scene.page();
    let online = "Object.defineProperty(navigator, 'onLine', { get: () => arguments[0], configurable: true });
        if (arguments[0]) dispatchEvent(new Event('online'))";
    page.exec(online, vec![json!(false)]).await?;
    page.press_exit().await?;
    tokio::time::sleep(Duration::from_millis(800)).await;
    assert_eq!(page.screen().await?, Screen::Cover);
    assert_eq!(page.address().await?, site.page());
    assert!(destination.requests().is_empty(), "it tried to leave");
    // After a press by mistake a person can come back, and leave again.
    page.come_back().await?;
    assert_eq!(page.screen().await?, Screen::Words);
    page.key(Key::Escape).await?;
    assert_eq!(page.screen().await?, Screen::Cover);
    page.exec(online, vec![json!(true)]).await?;
    page.until_at(&destination.page("weather")).await?;
    page.go_back().await?;
    page.until_at(&site.page_before()).await
}

async fn a_rehearsal_hides_and_comes_back_to_where_it_began(engine: Engine) -> Outcome {
    let scene = Scene::ready(engine, Answer::AtOnce).await?;
    let Scene { destination, .. } = &scene;
    let page = scene.page();
    page.show(View::About).await?;
    page.unfold().await?;
    page.press("[data-rehearsal]").await?;
    let place = page.scrolled().await?;
    assert_eq!(page.screen().await?, Screen::Cover);
    tokio::time::sleep(Duration::from_millis(700)).await;
    assert!(destination.requests().is_empty(), "a rehearsal left");
    page.come_back().await?;
    assert_eq!(page.screen().await?, Screen::Words);
    assert!((page.scrolled().await? - place).abs() < 1.0);
    let focus: bool = page
        .eval(
            "return document.activeElement.matches('[data-rehearsal]')",
            vec![],
        )
        .await?;
    assert!(focus, "the keyboard is elsewhere");
    // During a rehearsal, a real exit still leaves.
    page.press("[data-rehearsal]").await?;
    page.key(Key::Escape).await?;
    page.until_at(&destination.page("weather")).await
}

async fn the_keyboard_and_the_screen_reader_go_along(engine: Engine) -> Outcome {
    let site = Serving::dist().start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    page.reload().await?;
    let at = "return document.activeElement.matches(arguments[0])";
    page.until("the cover has the focus", at, vec![json!(".cover")])
        .await?;
    page.press("[data-go=more]").await?;
    assert!(
        page.eval::<bool>(at, vec![json!("[data-place=more]")])
            .await?
    );
    // Slow presses: each 2.5 s after the one before.
    for _ in 0..3 {
        tokio::time::sleep(Duration::from_millis(2500)).await;
        page.press("[data-return]").await?;
    }
    assert_eq!(page.screen().await?, Screen::Words);
    assert!(
        page.eval::<bool>(at, vec![json!(".view--start > .view__title")])
            .await?
    );
    Ok(())
}
