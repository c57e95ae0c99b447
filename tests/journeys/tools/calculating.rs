//! The calculator by keyboard, by mouse and by touch.

use decoys::Decoy;

use super::{open, open_ready, text};
use crate::harness::{Engine, Fault, Key, Outcome, Page, Serving};

journeys!(in chromium:
    it_calculates_by_mouse_and_enter_still_means_equals,
    without_webassembly_its_keys_say_that_they_do_not_work,
);
journeys!(in chromium and webkit:
    it_calculates_by_keyboard,
    a_key_reached_by_tab_is_pressed_by_enter,
);
// WebKit's driver sends mouse events for touch.
journeys!(in chromium and firefox: it_calculates_by_finger);

const NUMBER: &str = "[data-number]";

async fn it_calculates_by_keyboard(engine: Engine) -> Outcome {
    let site = Serving::dist().start().await?;
    let browser = engine.on_a_laptop().await?;
    let page = Page::of(&browser, &site);
    open_ready(&page, Decoy::Calculator).await?;
    let history = page.history_length().await?;
    assert_eq!(text(&page, NUMBER).await?, "0");
    for (keys, number, line) in [
        ("0.1+0.2=", "0.3", "0.1 + 0.2 ="),
        ("2+3*4\n", "14", "2 + 3 × 4 ="),
        ("\n", "56", "14 × 4 ="),
        ("129\u{8}*10", "10", "12 ×"),
        ("c", "0", ""),
        ("1/3=*3=", "1", "0.333333333333 × 3 ="),
        ("50-10%=", "45", "50 − 5 ="),
        ("1234567.5", "1,234,567.5", ""),
        ("c5/0=", "You cannot divide by zero", ""),
        ("7=", "7", "7 ="),
    ] {
        page.type_keys(keys).await?;
        assert_eq!(text(&page, NUMBER).await?, number, "after {keys:?}");
        assert_eq!(text(&page, "[data-line]").await?, line, "after {keys:?}");
    }
    // Escape is not one of its keys, and nothing typed is stored.
    page.key(Key::Escape).await?;
    assert_eq!(text(&page, NUMBER).await?, "7");
    assert_eq!(page.history_length().await?, history, "the history grew");
    // Hidden, it forgets what was typed: it may have been a code.
    let hide = "Object.defineProperty(document, 'hidden', { get: () => true, configurable: true });
        document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))";
    page.type_keys("270614").await?;
    page.exec(hide, vec![]).await?;
    assert_eq!(text(&page, NUMBER).await?, "0");
    assert_eq!(text(&page, "[data-line]").await?, "");
    page.type_keys("5=").await?;
    assert_eq!(text(&page, NUMBER).await?, "5");
    let kept: u32 = page
        .eval(
            "return localStorage.length + sessionStorage.length + document.cookie.length",
            vec![],
        )
        .await?;
    assert_eq!(kept, 0);
    assert_eq!(page.console_errors().await?, [""; 0]);
    Ok(())
}

async fn press_all(page: &Page<'_>, keys: &str) -> Outcome {
    for key in keys.chars() {
        page.press(&format!("[data-key='{key}']")).await?;
    }
    Ok(())
}

async fn it_calculates_by_mouse_and_enter_still_means_equals(engine: Engine) -> Outcome {
    let site = Serving::dist().start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    open_ready(&page, Decoy::Calculator).await?;
    press_all(&page, "12.5*8=").await?;
    assert_eq!(text(&page, NUMBER).await?, "100");
    press_all(&page, "n+1").await?;
    page.type_keys("\n").await?;
    assert_eq!(text(&page, NUMBER).await?, "−99");
    press_all(&page, "cb").await?;
    assert_eq!(text(&page, NUMBER).await?, "0");
    Ok(())
}

async fn a_key_reached_by_tab_is_pressed_by_enter(engine: Engine) -> Outcome {
    let site = Serving::dist().start().await?;
    let browser = engine.on_a_laptop().await?;
    let page = Page::of(&browser, &site);
    open_ready(&page, Decoy::Calculator).await?;
    page.exec("document.querySelector('[data-key=\"8\"]').focus()", vec![])
        .await?;
    page.type_keys("\n \n").await?;
    assert_eq!(text(&page, NUMBER).await?, "888");
    Ok(())
}

async fn it_calculates_by_finger(engine: Engine) -> Outcome {
    let site = Serving::dist().start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    open_ready(&page, Decoy::Calculator).await?;
    for key in "9/4=".chars() {
        page.tap(&format!("[data-key='{key}']")).await?;
    }
    page.until(
        "the result is there",
        "return document.querySelector('[data-number]').textContent === '2.25'",
        vec![],
    )
    .await
}

async fn without_webassembly_its_keys_say_that_they_do_not_work(engine: Engine) -> Outcome {
    let site = Serving::dist().with(Fault::WasmRefused).start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    open(&page, Decoy::Calculator).await?;
    let script = "return document.documentElement.dataset.app === 'none'";
    page.until("the page stops waiting for the decoy", script, vec![])
        .await?;
    let waiting: u32 = page
        .eval(
            "return document.querySelectorAll('.key:disabled').length",
            vec![],
        )
        .await?;
    assert_eq!(waiting, 20);
    Ok(())
}
