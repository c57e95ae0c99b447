//! Back and Forward never show the page again, and neither history nor cache has it.
//!
//! Session restore after a browser was killed while leaving is measured by `make bench`, in Chromium,
//! whose profile can be set to restore tabs. Firefox opens
//! them only for a person who presses a button of its own, and `MiniBrowser` never does. The
//! entries of the history can be read in Chromium alone.

use std::time::Duration;

use domain::view::View;
use serde_json::json;

use crate::harness::page::Screen;
use crate::harness::{Answer, Destination, Engine, Fault, Key, Outcome, Page, Scene, Serving};

journeys!(in every engine:
    however_often_back_and_forward_are_pressed,
    arriving_on_purpose_after_an_exit_shows_the_words,
    a_dead_destination_never_gives_the_page_back,
    what_was_typed_is_gone,
    the_opener_is_forgotten_and_nothing_is_kept,
);
journeys!(in chromium: the_history_lists_nothing);

async fn however_often_back_and_forward_are_pressed(engine: Engine) -> Outcome {
    let destination = Destination::start(Answer::AtOnce).await?;
    let site = Serving::dist().leaving_to(&destination).start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    let further = format!("{}?2", site.page_before());
    page.go(&further).await?;
    page.open_ready().await?;
    for view in [View::Diary, View::Law, View::About] {
        page.choose(view).await?;
        page.back_to_start().await?;
    }
    page.press_exit().await?;
    page.until_at(&destination.page("weather")).await?;
    for address in [&site.page_before(), &further] {
        page.go_back().await?;
        page.until_at(address).await?;
    }
    for address in [&site.page_before(), &destination.page("weather")] {
        page.exec("history.forward()", vec![]).await?;
        page.until_at(address).await?;
    }
    page.go_back().await?;
    page.until_at(&site.page_before()).await
}

async fn arriving_on_purpose_after_an_exit_shows_the_words(engine: Engine) -> Outcome {
    let destination = Destination::start(Answer::AtOnce).await?;
    let site = Serving::dist().leaving_to(&destination).start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open().await?;
    page.press_exit().await?;
    page.until_at(&destination.page("weather")).await?;
    page.go(&site.page()).await?;
    assert_eq!(page.screen().await?, Screen::Words);
    Ok(())
}

async fn a_dead_destination_never_gives_the_page_back(engine: Engine) -> Outcome {
    // The server is gone: the browser shows an error or waits.
    let destination = Destination::start(Answer::AtOnce).await?;
    let dead = destination
        .page("weather")
        .replace("127.0.0.1", "127.0.0.2");
    let site = Serving::dist().leaving_to(&destination).start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    page.exec(
        "document.querySelector('[data-exit]').href = arguments[0]",
        vec![json!(dead)],
    )
    .await?;
    page.press_exit().await?;
    tokio::time::sleep(Duration::from_millis(1500)).await;
    let there = tokio::time::timeout(Duration::from_secs(3), page.screen()).await;
    if let Ok(Ok(screen)) = there {
        assert!(
            matches!(screen, Screen::Cover | Screen::Elsewhere),
            "{screen:?}"
        );
    }
    page.go(&site.page_before()).await?;
    page.go_back().await?;
    tokio::time::sleep(Duration::from_millis(1500)).await;
    let there = tokio::time::timeout(Duration::from_secs(3), page.screen()).await;
    if let Ok(Ok(screen)) = there {
        assert!(
            matches!(screen, Screen::Cover | Screen::Elsewhere),
            "after Back: {screen:?}"
        );
    }
    Ok(())
}

async fn what_was_typed_is_gone(engine: Engine) -> Outcome {
    let scene = Scene::ready(engine, Answer::Never).await?;
    let page = scene.page();
    let typed = "window.fields = ['input', 'textarea', 'p'].map((name) => {
            const field = document.createElement(name);
            document.querySelector('.view--start').append(field);
            if (name === 'p') { field.contentEditable = true; field.textContent = 'He was there'; }
            else field.value = 'He was there';
            return field;
        })";
    let left = "return window.fields.map((field) => field.value ?? field.textContent).join()";
    // Navigation away resets them too: such a page may be in the back/forward cache.
    for event in ["x-page:left", "pagehide"] {
        page.exec(typed, vec![]).await?;
        page.exec("dispatchEvent(new Event(arguments[0]))", vec![json!(event)])
            .await?;
        assert_eq!(page.eval::<String>(left, vec![]).await?, ",,", "{event}");
    }
    page.exec(typed, vec![]).await?;
    page.exec("window.fields[1].focus()", vec![]).await?;
    let watch = "window.seen = ''; addEventListener('x-page:left', () => { window.seen = (() => { LEFT })(); })";
    page.exec(&watch.replace("LEFT", left), vec![]).await?;
    // Offline, so that scripts still run in the page.
    page.exec(
        "Object.defineProperty(navigator, 'onLine', { get: () => false })",
        vec![],
    )
    .await?;
    page.key(Key::Escape).await?;
    assert_eq!(page.eval::<String>(left, vec![]).await?, ",,");
    Ok(())
}

async fn the_opener_is_forgotten_and_nothing_is_kept(engine: Engine) -> Outcome {
    let destination = Destination::start(Answer::AtOnce).await?;
    // Without the headers, which alone have the same effect.
    let site = Serving::dist()
        .leaving_to(&destination)
        .with(Fault::HeadersLost)
        .start()
        .await?;
    let browser = engine.on_a_laptop().await?;
    let page = Page::of(&browser, &site);
    page.go(&site.page_before()).await?;
    let before = browser.driver.windows().await?;
    let opener = "const button = document.body.appendChild(document.createElement('button'));
        button.textContent = 'Open';
        button.onclick = () => window.open(arguments[0])";
    page.exec(opener, vec![json!(site.page())]).await?;
    page.press("button").await?;
    for _ in 0..100 {
        let now = browser.driver.windows().await?;
        if let Some(new) = now.into_iter().find(|window| !before.contains(window)) {
            browser.driver.switch_to_window(new).await?;
            break;
        }
        tokio::time::sleep(Duration::from_millis(30)).await;
    }
    page.until_at(&site.page()).await?;
    page.until_ready().await?;
    assert!(
        page.eval::<bool>("return window.opener === null", vec![])
            .await?
    );
    let requests = site.requests().len();
    page.press_exit().await?;
    page.until_at(&destination.page("weather")).await?;
    assert!(
        page.eval::<bool>("return window.opener === null", vec![])
            .await?
    );
    assert_eq!(
        site.requests().len(),
        requests,
        "leaving asked our own server"
    );
    page.go(&site.page_before()).await?;
    let kept: Vec<String> = browser
        .driver
        .execute_async(include_str!("../harness/js/kept.js"), Vec::new())
        .await?
        .convert()?;
    assert_eq!(kept, [""; 0]);
    Ok(())
}

async fn the_history_lists_nothing(engine: Engine) -> Outcome {
    let destination = Destination::start(Answer::AtOnce).await?;
    let site = Serving::dist().leaving_to(&destination).start().await?;
    let browser = engine.on_a_screen().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    for view in [View::Diary, View::Law] {
        page.choose_from_list(view).await?;
    }
    let listed = "const words = (node) => node.nodeType === Node.TEXT_NODE ? node.data
            : [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes].map(words).join(' ') + ` ${node.href ?? ''}`;
        return words(document.querySelector('history-app') ?? document.body)";
    // The control: while the page is there, it is listed, under its neutral name.
    let here = browser.driver.window().await?;
    let history = browser.driver.new_tab().await?;
    browser.driver.switch_to_window(history.clone()).await?;
    let until_listed =
        |what: String| format!("return (() => {{ {listed} }})().includes({})", json!(what));
    browser.driver.goto("chrome://history").await?;
    page.until("the page is listed", &until_listed(site.page()), vec![])
        .await?;
    let text: String = page.eval(listed, vec![]).await?;
    assert!(text.contains("Information"), "{text}");
    browser.driver.switch_to_window(here).await?;
    // The tab was hidden meanwhile, and is back.
    page.until(
        "the words are back",
        "return !('covered' in document.documentElement.dataset)",
        vec![],
    )
    .await?;
    page.press_exit().await?;
    page.until_at(&destination.page("weather")).await?;
    browser.driver.switch_to_window(history).await?;
    browser.driver.goto("chrome://history").await?;
    page.until(
        "the destination is listed",
        &until_listed("Weather".into()),
        vec![],
    )
    .await?;
    let text: String = page.eval(listed, vec![]).await?;
    assert!(!text.contains("Information"), "{text}");
    assert!(!text.contains(&format!("{} ", site.page())), "{text}");
    Ok(())
}
