//! The exit is always visible, and the page is covered while its tab or window is hidden.
//!
//! No driver opens an on-screen keyboard or pinches: `visualViewport` is mocked (`docs/device-checks.md` has
//! the rest). A window is never hidden by another in headless Chromium and in `MiniBrowser`; there
//! `document.hidden` is mocked and the event dispatched.

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::view::View;
use serde_json::json;

use crate::harness::page::Screen;
use crate::harness::{Answer, Destination, Engine, Outcome, Page, Scene, Scheme, Serving, Size};

journeys!(alone in every engine: every_open_page_leaves_together);
journeys!(in every engine:
    at_every_size_the_exit_is_whole_large_and_plain,
    no_bar_of_a_host_lies_over_the_exit,
    it_stays_above_the_keyboard_and_inside_what_is_zoomed_into,
    a_hidden_page_is_covered,
    the_return_view_can_be_the_cover,
    a_page_that_was_left_elsewhere_is_never_shown_again,
);
journeys!(in chromium:
    on_a_real_screen_another_tab_covers_this_one,
    the_cover_prints_as_a_recipe,
);

async fn at_every_size_the_exit_is_whole_large_and_plain(engine: Engine) -> Outcome {
    let site = Serving::dist().start().await?;
    for size in [
        Size::SMALL_PHONE,
        Size::PHONE,
        Size(768, 1024),
        Size::LAPTOP,
        Size::ZOOMED,
    ] {
        for scheme in [Scheme::Light, Scheme::Dark] {
            if scheme == Scheme::Dark && size != Size::PHONE {
                continue;
            }
            let browser = engine.start(size, scheme).await?;
            let page = Page::of(&browser, &site);
            page.open().await?;
            for letters in ["usual", "largest"] {
                let script = include_str!("../harness/js/in_sight.js");
                let wrong: Vec<String> = page.eval(script, vec![json!(letters)]).await?;
                assert_eq!(wrong, [""; 0], "at {size:?}, {scheme:?}, {letters} letters");
            }
        }
    }
    Ok(())
}

async fn no_bar_of_a_host_lies_over_the_exit(engine: Engine) -> Outcome {
    let destination = Destination::start(Answer::AtOnce).await?;
    let site = Serving::dist().leaving_to(&destination).start().await?;
    for size in [Size::SMALL_PHONE, Size::LAPTOP] {
        let browser = engine.start(size, Scheme::Light).await?;
        let page = Page::of(&browser, &site);
        for side in ["top", "bottom"] {
            page.open().await?;
            page.exec(A_BAR, vec![json!(side)]).await?;
            let wrong: Vec<String> = page
                .eval(
                    include_str!("../harness/js/in_sight.js"),
                    vec![json!("usual")],
                )
                .await?;
            assert_eq!(wrong, [""; 0], "a bar at the {side} of {size:?}");
            page.exec("dispatchEvent(new Event('test'))", vec![])
                .await?;
            page.press_exit().await?;
            page.until_at(&destination.page("weather")).await?;
        }
    }
    // The cover hides the bar as well.
    let browser = engine.start(Size::SMALL_PHONE, Scheme::Light).await?;
    let page = Page::of(&browser, &site);
    page.open().await?;
    page.exec(A_BAR, vec![json!("top")]).await?;
    page.exec("document.querySelector('[data-rehearsal]').click()", vec![])
        .await?;
    assert_eq!(page.screen().await?, Screen::Cover);
    Ok(())
}

/// A bar that a host may add: over everything, as wide as the viewport.
const A_BAR: &str = "const bar = document.createElement('div');
    bar.textContent = 'We value your privacy';
    const style = { position: 'fixed', left: 0, right: 0, [arguments[0]]: 0, height: '180px', zIndex: 2147483647, background: 'navy' };
    for (const [name, value] of Object.entries(style)) bar.style[name] = value;
    document.body.append(bar)";

async fn it_stays_above_the_keyboard_and_inside_what_is_zoomed_into(engine: Engine) -> Outcome {
    let site = Serving::dist().start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    // A keyboard of 300 px; then a pinch zoom of 2, at the right, half-way down.
    for (top, left, width, height, scale) in [
        (0, 0, 360, 440, 1),
        (185, 180, 180, 370, 2),
        (0, 0, 360, 740, 1),
    ] {
        let seen = json!({
            "offsetTop": top, "offsetLeft": left, "width": width, "height": height, "scale": scale,
        });
        let exit: (f64, f64, f64, f64) = page.eval(SEES, vec![seen]).await?;
        let room = (
            f64::from(left),
            f64::from(top),
            f64::from(left + width),
            f64::from(top + height),
        );
        assert!(
            exit.0 >= room.0 && exit.1 >= room.1 && exit.2 <= room.2 && exit.3 <= room.3,
            "{exit:?} is not inside {room:?}"
        );
        assert!(
            room.3 - exit.3 < 40.0,
            "{exit:?} is far from the edge of {room:?}"
        );
        // As high as before in device pixels.
        let high = (exit.3 - exit.1) * f64::from(scale);
        assert!((48.0..70.0).contains(&high), "{high} px high at {scale} ×");
    }
    Ok(())
}

const SEES: &str = "const [seen] = arguments;
    for (const name in seen) Object.defineProperty(visualViewport, name, { get: () => seen[name], configurable: true });
    visualViewport.dispatchEvent(new Event('resize'));
    const { left, top, right, bottom } = document.querySelector('[data-exit]').getBoundingClientRect();
    return [left, top, right, bottom]";

/// Mocks `document.hidden` and dispatches `visibilitychange`.
const HIDE: &str =
    "Object.defineProperty(document, 'hidden', { get: () => arguments[0], configurable: true });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))";

/// Longer than a page takes to uncover itself.
const SOON: Duration = Duration::from_millis(250);

async fn a_hidden_page_is_covered(engine: Engine) -> Outcome {
    let site = Serving::dist().start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    page.show(View::Plan).await?;
    page.exec("scrollTo(0, 200)", vec![]).await?;
    page.exec(HIDE, vec![json!(true)]).await?;
    assert_eq!(page.screen().await?, Screen::Cover);
    page.exec(HIDE, vec![json!(false)]).await?;
    tokio::time::sleep(SOON).await;
    assert_eq!(page.screen().await?, Screen::Words);
    assert!(
        (page.scrolled().await? - 200.0).abs() < 1.0,
        "the place is lost"
    );
    // A page that was frozen meanwhile may have missed that another has left.
    page.exec(HIDE, vec![json!(true)]).await?;
    page.exec(
        "document.dispatchEvent(new Event('freeze', { bubbles: true }))",
        vec![],
    )
    .await?;
    page.exec(HIDE, vec![json!(false)]).await?;
    tokio::time::sleep(SOON).await;
    assert_eq!(page.screen().await?, Screen::Cover);
    page.come_back().await?;
    // A page that was covered before stays covered.
    page.exec("document.querySelector('[data-rehearsal]').click()", vec![])
        .await?;
    for hidden in [true, false] {
        page.exec(HIDE, vec![json!(hidden)]).await?;
        tokio::time::sleep(SOON).await;
        assert_eq!(page.screen().await?, Screen::Cover);
    }
    Ok(())
}

async fn the_return_view_can_be_the_cover(engine: Engine) -> Outcome {
    let site = Serving::dist().start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    page.show(View::About).await?;
    page.press(".choice:has([name=back]):nth-of-type(2)")
        .await?;
    for hidden in [true, false] {
        page.exec(HIDE, vec![json!(hidden)]).await?;
        tokio::time::sleep(SOON).await;
        assert_eq!(page.screen().await?, Screen::Cover);
    }
    page.come_back().await?;
    assert_eq!(page.screen().await?, Screen::Words);
    Ok(())
}

async fn on_a_real_screen_another_tab_covers_this_one(engine: Engine) -> Outcome {
    let site = Serving::dist().watched().start().await?;
    let browser = engine.on_a_screen().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    let here = browser.driver.window().await?;
    let other = browser.driver.new_tab().await?;
    browser.driver.switch_to_window(other).await?;
    page.go(&site.page_before()).await?;
    let mut seen = Vec::new();
    for _ in 0..40 {
        seen = site.seen();
        if seen.last().is_some_and(|screen| screen == "cover") {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert_eq!(seen.last().map(String::as_str), Some("cover"), "{seen:?}");
    browser.driver.switch_to_window(here).await?;
    page.until(
        "the words are back",
        "return !('covered' in document.documentElement.dataset)",
        vec![],
    )
    .await
}

async fn every_open_page_leaves_together(engine: Engine) -> Outcome {
    // The other tab of `MiniBrowser` is in the background: it is covered already, and the engine may wake it late.
    let limit = if engine == Engine::WebKit { 1000 } else { 100 };
    let mut apart = Vec::new();
    // A machine under load may be late now and then: it leaves in every case, and it is not late three times in
    // a row by chance.
    for _ in 0..3 {
        apart.push(how_far_apart_they_leave(engine).await?);
        if apart
            .last()
            .is_some_and(|apart| (0..=limit).contains(apart))
        {
            return Ok(());
        }
    }
    Err(format!("the other left {apart:?} ms later").into())
}

/// Leaves in one of two tabs; returns how many milliseconds later the other one did.
async fn how_far_apart_they_leave(engine: Engine) -> Outcome<i64> {
    let destination = Destination::start(Answer::AtOnce).await?;
    let site = Serving::dist().leaving_to(&destination).start().await?;
    let browser = engine.on_a_laptop().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    page.exec(TELLS_WHEN, vec![]).await?;
    let first = browser.driver.window().await?;
    let second = browser.driver.new_tab().await?;
    browser.driver.switch_to_window(second).await?;
    // Without waiting for its app: in some engines this tab is in the background, and then no frame is drawn.
    page.open().await?;
    // Two tabs of one site may share a main thread, which still has the second page to load.
    tokio::time::sleep(AT_REST).await;
    page.exec(
        "fetch(`/seen/second-${Date.now()}`, { keepalive: true }); document.querySelector('[data-exit]').click()",
        vec![],
    )
    .await?;
    page.until_at(&destination.page("weather")).await?;
    browser.driver.switch_to_window(first).await?;
    page.until_at(&destination.page("weather")).await?;
    let told = site.seen();
    let when = |name: &str| -> Option<i64> {
        told.iter()
            .find_map(|line| line.strip_prefix(name)?.strip_prefix('-')?.parse().ok())
    };
    let (Some(first), Some(second)) = (when("first"), when("second")) else {
        return Err(format!("not both told when: {told:?}").into());
    };
    page.go_back().await?;
    page.until_at(&site.page_before()).await?;
    Ok(first - second)
}

/// Longer than a page in a background tab takes to finish.
const AT_REST: Duration = Duration::from_secs(3);

/// Reports to the server when this page leaves, by the system clock.
const TELLS_WHEN: &str = "addEventListener('x-page:left', () => fetch(`/seen/first-${Date.now()}`, { keepalive: true }))";

async fn a_page_that_was_left_elsewhere_is_never_shown_again(engine: Engine) -> Outcome {
    let scene = Scene::ready(engine, Answer::AtOnce).await?;
    let page = scene.page();
    // Offline, so that scripts still run in the page: another tab leaves while this one is hidden, or in the
    // moment in which it becomes visible again.
    page.exec(OFFLINE, vec![]).await?;
    for late in [false, true] {
        page.exec(HIDE, vec![json!(true)]).await?;
        if late {
            page.exec(HIDE, vec![json!(false)]).await?;
        }
        page.exec(
            "new BroadcastChannel('x-page:leave').postMessage(0)",
            vec![],
        )
        .await?;
        tokio::time::sleep(Duration::from_millis(60)).await;
        if !late {
            page.exec(HIDE, vec![json!(false)]).await?;
        }
        tokio::time::sleep(SOON).await;
        assert_eq!(page.screen().await?, Screen::Cover, "late: {late}");
        page.come_back().await?;
        assert_eq!(page.screen().await?, Screen::Words, "late: {late}");
    }
    Ok(())
}

const OFFLINE: &str = "Object.defineProperty(navigator, 'onLine', { get: () => false })";

async fn the_cover_prints_as_a_recipe(engine: Engine) -> Outcome {
    let site = Serving::dist().start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    let sheets = async || -> Outcome<usize> {
        let tools = browser.driver.cdp();
        let printed = tools.send_raw("Page.printToPDF", json!({})).await?;
        let data = printed.get("data").and_then(|data| data.as_str());
        let pdf = STANDARD.decode(data.ok_or("nothing was printed")?)?;
        let sheet = b"/Type /Page\n";
        Ok(pdf
            .windows(sheet.len())
            .filter(|here| here == sheet)
            .count())
    };
    assert!(
        sheets().await? > 10,
        "the page is long, so this counts nothing"
    );
    page.reload().await?;
    assert!((1..=2).contains(&sheets().await?));
    Ok(())
}
