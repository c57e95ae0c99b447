//! Pressing the exit with a mouse, by touch, with the keyboard; and with shaking hands.
//!
//! WebKit's driver sends mouse events for touch, so touch is tested in Chromium and Firefox.

use std::time::Duration;

use domain::view::View;
use serde_json::json;

use crate::harness::page::{Screen, Shown};
use crate::harness::{Answer, Destination, Engine, Key, Outcome, Page, Pointer, Scene, Serving};

journeys!(in every engine:
    however_long_and_steady_a_press_is_it_leaves,
    letting_go_far_from_the_exit_gives_the_page_back,
    in_every_view_and_while_typing_the_next_frame_is_the_cover,
    a_cancelled_touch_keeps_the_cover_and_leaves,
    the_exit_cannot_be_dragged_scrolled_or_asked_for_a_menu,
    the_first_stop_of_the_tab_key_leaves,
    escape_leaves,
    the_other_destination_can_be_chosen,
);
journeys!(in chromium and firefox: a_finger_hides_and_lifting_it_leaves);
cases!(however_long_and_steady_a_press_is_it_leaves:
    a_press_hides_and_letting_go_leaves,
    holding_on_leaves,
    a_hand_may_slip_forty_pixels_and_not_sixty,
);

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
    let scene = Scene::ready(engine, Answer::AtOnce).await?;
    let Scene {
        destination, site, ..
    } = &scene;
    let page = scene.page();
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

async fn in_every_view_and_while_typing_the_next_frame_is_the_cover(engine: Engine) -> Outcome {
    let scene = Scene::ready(engine, Answer::AtOnce).await?;
    let Scene { destination, .. } = &scene;
    let page = scene.page();
    // A frame that a busy machine draws only after the release proves nothing either way.
    let look = format!(
        "addEventListener('pointerup', () => window.isHeld = false, true);
        addEventListener('pointerdown', () => {{
            window.isHeld = true;
            requestAnimationFrame(() => window.nextFrame = window.isHeld ? (() => {{ {} }})() : null);
        }}, true)",
        include_str!("../harness/js/screen.js")
    );
    page.exec(&look, vec![]).await?;
    let exit = page.middle_of("[data-exit]").await?;
    for view in View::ALL {
        if view != View::Start {
            page.show(view).await?;
            page.unfold().await?;
        }
        page.exec(A_FIELD, vec![json!(view.code())]).await?;
        let mut seen: Option<Screen> = None;
        for _ in 0..4 {
            page.slip_off(exit, (exit.0, 250)).await?;
            page.until(
                "the page is back",
                "return !('covered' in document.documentElement.dataset)",
                vec![],
            )
            .await?;
            seen = page.eval("return window.nextFrame", vec![]).await?;
            if seen.is_some() {
                break;
            }
        }
        assert_eq!(seen, Some(Screen::Cover), "in {view:?}");
        assert_eq!(page.screen().await?, Screen::Words, "in {view:?}");
        let typing: bool = page
            .eval("return document.activeElement.matches('textarea')", vec![])
            .await?;
        assert!(
            typing,
            "in {view:?}, the field that was typed in lost the focus"
        );
        page.exec(
            "document.activeElement.remove(); scrollTo(0, 0); window.nextFrame = null",
            vec![],
        )
        .await?;
        if view != View::Start {
            page.back_to_start().await?;
            page.until_shown(&Shown::the_start()).await?;
        }
    }
    assert!(destination.requests().is_empty(), "it left");
    Ok(())
}

/// Adds a field to a view and focuses it.
const A_FIELD: &str = "const field = document.createElement('textarea');
    field.value = 'He was';
    document.querySelector(`[data-view=\"${arguments[0]}\"] :is(.view__body, .view__title)`).after(field);
    field.focus({ preventScroll: true })";

async fn a_hand_may_slip_forty_pixels_and_not_sixty(engine: Engine) -> Outcome {
    let scene = Scene::ready(engine, Answer::AtOnce).await?;
    let Scene { destination, .. } = &scene;
    let page = scene.page();
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
    let scene = Scene::ready(engine, Answer::Never).await?;
    let Scene { destination, .. } = &scene;
    let page = scene.page();
    let cancelled = "for (const kind of ['pointerdown', 'pointercancel']) {
        document.querySelector('[data-exit]').dispatchEvent(new PointerEvent(kind, { bubbles: true, pointerId: 7 }));
    }";
    page.exec(cancelled, vec![]).await?;
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
    let right: Vec<bool> = page.eval(script, vec![]).await?;
    assert_eq!(
        right, [true; 6],
        "menu, drag, middle button, a menu elsewhere, draggable, touch-action"
    );
    Ok(())
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

async fn escape_leaves(engine: Engine) -> Outcome {
    let scene = Scene::ready(engine, Answer::AtOnce).await?;
    let Scene {
        destination, site, ..
    } = &scene;
    let page = scene.page();
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

async fn the_other_destination_can_be_chosen(engine: Engine) -> Outcome {
    let scene = Scene::ready(engine, Answer::AtOnce).await?;
    let Scene { destination, .. } = &scene;
    let page = scene.page();
    page.show(View::About).await?;
    page.press(".choice:has([name=way]):nth-of-type(2)").await?;
    page.press_exit().await?;
    page.until_at(&destination.page("other")).await?;

    // For that visit only.
    page.open_ready().await?;
    page.press_exit().await?;
    page.until_at(&destination.page("weather")).await?;

    // Unless it is stored; then before anything but the words is there.
    page.open_ready().await?;
    page.show(View::About).await?;
    page.press(".choice:has([name=way]):nth-of-type(2)").await?;
    page.press(".choice:has(+ .choices__status)").await?;
    page.open().await?;
    page.press_exit().await?;
    page.until_at(&destination.page("other")).await
}
