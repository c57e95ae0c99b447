//! The exit: it hides at once, it leaves, it leaves nothing behind, and nothing of ours stops it.
//!
//! What the drivers cannot show: WebKit's makes a mouse of a finger, so pressing with one is shown in
//! Chromium and Firefox. A driver's Escape does not stop a load as a real one does, so whether a key
//! pressed while leaving can keep the page is shown only as far as the page hears of it.

mod alone;
mod keys;
mod out_of_sight;
mod way_back;

use std::time::Duration;

use serde_json::json;
use sidedoor::domain::view::View;

use crate::harness::hands::Point;
use crate::harness::page::{Screen, Shown};
use crate::harness::{
    Answer, Destination, Engine, Fault, Key, Outcome, Page, Pointer, Scheme, Serving, Size,
};

journeys!(in every engine:
    a_press_hides_and_letting_go_leaves,
    holding_on_leaves,
    letting_go_far_from_the_exit_gives_the_page_back,
    in_every_view_and_while_typing_the_next_frame_is_the_cover,
    a_hand_may_slip_forty_pixels_and_not_sixty,
    a_cancelled_touch_keeps_the_cover_and_leaves,
    the_exit_cannot_be_dragged_scrolled_or_asked_for_a_menu,
    the_cover_scrolls_and_its_links_stay_on_it,
    offline_the_cover_stays_until_there_is_a_network,
    the_other_destination_can_be_chosen,
    a_rehearsal_hides_and_comes_back_to_where_it_began,
    escape_leaves,
    the_first_stop_of_the_tab_key_leaves,
    while_the_destination_is_silent_the_cover_stays,
    leaving_that_is_stopped_begins_again,
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

async fn leaving_that_is_stopped_begins_again(engine: Engine) -> Outcome {
    let destination = Destination::start(Answer::After(Duration::from_millis(1500))).await?;
    let site = Serving::dist().leaving_to(&destination).start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    // The browser's Stop, half a second after the exit; or, where it cannot say so, Escape.
    let stops = "setTimeout(() => {
        stop();
        if (!window.navigation) dispatchEvent(new KeyboardEvent('keyup', { key: 'Escape' }));
    }, 500);
    document.querySelector('[data-exit]').click()";
    page.tell(stops, vec![]).await?;
    if engine == Engine::Firefox {
        // It tells nobody that a load was stopped (its Escape does not stop this one): then the
        // cover stays, whatever is pressed on it.
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

async fn in_every_view_and_while_typing_the_next_frame_is_the_cover(engine: Engine) -> Outcome {
    let destination = Destination::start(Answer::AtOnce).await?;
    let site = Serving::dist().leaving_to(&destination).start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    let look = format!(
        "addEventListener('pointerdown', () => requestAnimationFrame(() => {{
            window.nextFrame = (() => {{ {} }})();
        }}))",
        include_str!("harness/js/screen.js")
    );
    page.tell(&look, vec![]).await?;
    let exit = page.middle_of("[data-exit]").await?;
    for view in View::ALL {
        if view != View::Start {
            page.choose(view).await?;
            page.until_shown(&Shown::only(view)).await?;
            page.unfold().await?;
        }
        page.tell(A_FIELD, vec![json!(view.code())]).await?;
        page.tell("window.nextFrame = null", vec![]).await?;
        page.slip_off(exit, (exit.0, 250)).await?;
        page.until(
            "the page is back",
            "return !('covered' in document.documentElement.dataset)",
            vec![],
        )
        .await?;
        let seen: Option<Screen> = page.ask("return window.nextFrame", vec![]).await?;
        assert_eq!(seen, Some(Screen::Cover), "in {view:?}");
        assert_eq!(page.screen().await?, Screen::Words, "in {view:?}");
        let typing: bool = page
            .ask("return document.activeElement.matches('textarea')", vec![])
            .await?;
        assert!(typing, "in {view:?}, whoever was typing has lost her place");
        page.tell("document.activeElement.remove(); scrollTo(0, 0)", vec![])
            .await?;
        if view != View::Start {
            page.back_to_start().await?;
            page.until_shown(&Shown::the_start()).await?;
        }
    }
    assert!(destination.requests().is_empty(), "it left");
    Ok(())
}

/// Puts a field into a view and the cursor into the field.
const A_FIELD: &str = "const field = document.createElement('textarea');
    field.value = 'He was';
    document.querySelector(`[data-view=\"${arguments[0]}\"] :is(.view__body, .view__title)`).after(field);
    field.focus({ preventScroll: true })";

async fn a_hand_may_slip_forty_pixels_and_not_sixty(engine: Engine) -> Outcome {
    let destination = Destination::start(Answer::AtOnce).await?;
    let site = Serving::dist().leaving_to(&destination).start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    let exit = page.middle_of("[data-exit]").await?;
    let top = page.top_of("[data-exit]").await?;
    #[expect(clippy::cast_possible_truncation, reason = "pixels of a screen")]
    let above = |pixels: f64| (exit.0, (top - pixels) as i64);
    page.slip_off(exit, above(60.0)).await?;
    tokio::time::sleep(Duration::from_millis(700)).await;
    assert_eq!(page.screen().await?, Screen::Words);
    assert!(destination.requests().is_empty(), "it left");
    page.slip_off(exit, above(40.0)).await?;
    page.until_at(&destination.page("weather")).await
}

async fn a_cancelled_touch_keeps_the_cover_and_leaves(engine: Engine) -> Outcome {
    let destination = Destination::start(Answer::Never).await?;
    let site = Serving::dist().leaving_to(&destination).start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    let cancelled = "for (const kind of ['pointerdown', 'pointercancel']) {
        document.querySelector('[data-exit]').dispatchEvent(new PointerEvent(kind, { bubbles: true, pointerId: 7 }));
    }";
    page.tell(cancelled, vec![]).await?;
    assert_eq!(page.screen().await?, Screen::Cover);
    destination.until_asked().await
}

async fn the_exit_cannot_be_dragged_scrolled_or_asked_for_a_menu(engine: Engine) -> Outcome {
    let site = Serving::dist().start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open().await?;
    let script = "const exit = document.querySelector('[data-exit]');
        const refused = ['contextmenu', 'dragstart', 'auxclick'].map((kind) => {
            const event = new MouseEvent(kind, { bubbles: true, cancelable: true });
            exit.dispatchEvent(event);
            return event.defaultPrevented;
        });
        const elsewhere = new MouseEvent('contextmenu', { bubbles: true, cancelable: true });
        document.querySelector('h2').dispatchEvent(elsewhere);
        return [...refused, !elsewhere.defaultPrevented, !exit.draggable, getComputedStyle(exit).touchAction === 'none'];";
    let right: Vec<bool> = page.ask(script, vec![]).await?;
    assert_eq!(
        right, [true; 6],
        "menu, drag, middle button, a menu elsewhere, draggable, touch-action"
    );
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
    assert!(page.ask::<f64>(scrolled, vec![]).await? < 1.0);
    for place in ["needs", "method", "more"] {
        page.press("[data-go=top]").await?;
        page.press(&format!("[data-go={place}]")).await?;
        assert!(page.ask::<f64>(scrolled, vec![]).await? > 0.0, "{place}");
    }
    page.press(".cover__dish-name").await?;
    assert_eq!(page.screen().await?, Screen::Cover);
    assert_eq!(page.history_length().await?, history);
    assert_eq!(page.address().await?, site.page());
    let links: u32 = page
        .ask(
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
    let destination = Destination::start(Answer::AtOnce).await?;
    let site = Serving::dist().leaving_to(&destination).start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    let online = "Object.defineProperty(navigator, 'onLine', { get: () => arguments[0], configurable: true });
        if (arguments[0]) dispatchEvent(new Event('online'))";
    page.tell(online, vec![json!(false)]).await?;
    page.press_exit().await?;
    tokio::time::sleep(Duration::from_millis(800)).await;
    assert_eq!(page.screen().await?, Screen::Cover);
    assert_eq!(page.address().await?, site.page());
    assert!(destination.requests().is_empty(), "it tried to leave");
    // Whoever pressed by mistake can come back, and leave again.
    page.come_back().await?;
    assert_eq!(page.screen().await?, Screen::Words);
    page.key(Key::Escape).await?;
    assert_eq!(page.screen().await?, Screen::Cover);
    page.tell(online, vec![json!(true)]).await?;
    page.until_at(&destination.page("weather")).await?;
    page.go_back().await?;
    page.until_at(&site.page_before()).await
}

async fn the_other_destination_can_be_chosen(engine: Engine) -> Outcome {
    let destination = Destination::start(Answer::AtOnce).await?;
    let site = Serving::dist().leaving_to(&destination).start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    page.choose(View::About).await?;
    page.press(".choice:has([name=way]):nth-of-type(2)").await?;
    page.press_exit().await?;
    page.until_at(&destination.page("other")).await?;

    // For that visit only.
    page.open_ready().await?;
    page.press_exit().await?;
    page.until_at(&destination.page("weather")).await?;

    // Unless she keeps it; then before anything but the words is there.
    page.open_ready().await?;
    page.choose(View::About).await?;
    page.press(".choice:has([name=way]):nth-of-type(2)").await?;
    page.press(".choice:has([type=checkbox])").await?;
    page.open().await?;
    page.press_exit().await?;
    page.until_at(&destination.page("other")).await
}

async fn a_rehearsal_hides_and_comes_back_to_where_it_began(engine: Engine) -> Outcome {
    let destination = Destination::start(Answer::AtOnce).await?;
    let site = Serving::dist().leaving_to(&destination).start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    page.choose(View::About).await?;
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
        .ask(
            "return document.activeElement.matches('[data-rehearsal]')",
            vec![],
        )
        .await?;
    assert!(focus, "the keyboard is elsewhere");
    // And from a rehearsal, a real exit is real.
    page.press("[data-rehearsal]").await?;
    page.key(Key::Escape).await?;
    page.until_at(&destination.page("weather")).await
}
