//! The keys that leave: Escape once, Shift three times, wherever the cursor is.
//!
//! `docs/exit.md` has the rules. Their table runs through the script itself, in each engine, with a fake clock; random
//! sequences and every other rule do in Node (`scripts/exit/keys.test.mjs`). Keys that WebDriver sends reach the page alone, so what the
//! browser does with them first is tested with native keys on an X display; in WebKit without a driver,
//! since `MiniBrowser` under WebDriver ignores them. It is also the one that stops the load whatever the
//! page does with the key.
//!
//! A list of choices that the engine draws outside the page can be opened by native keys in Chromium
//! only: Firefox and MiniBrowser without a window manager never show it.

use std::time::Duration;

use domain::view::View;
use serde_json::json;

use crate::harness::destination::TITLE;
use crate::harness::page::Screen;
use crate::harness::screen::MiniBrowser;
use crate::harness::{Answer, Destination, Engine, Key, Outcome, Page, Scene, Serving};

journeys!(in every engine:
    from_every_kind_of_field_both_ways_leave,
    what_is_typed_between_counts_as_the_table_says,
    escape_alone_can_be_set,
    every_row_of_the_table_holds,
    a_real_escape_leaves_however_often_it_is_pressed,
);
journeys!(in chromium: an_open_list_of_choices_keeps_its_escape);
cases!(what_is_typed_between_counts_as_the_table_says:
    keys_of_a_composition_are_left_alone,
    two_taps_are_announced_and_a_letter_between_starts_anew,
    left_and_right_may_be_mixed,
);

/// Elements that may have the focus while a person types.
const FIELDS: [&str; 6] = [
    "<p tabindex=0>",
    "<input>",
    "<input type=search>",
    "<textarea>",
    "<select><option>one<option>two</select>",
    "<p contenteditable>",
];

/// The script, its rules as sequences of keys, and what runs them.
const SCRIPT: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../scripts/exit/keys.js"
));
const TABLE: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../scripts/exit/keys_table.json"
));
const WHICH_LEAVE: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../scripts/testing/key_sequences.js"
));

/// Adds a field at the start of the page and focuses it.
const TYPE_IN: &str = "const holder = document.createElement('template');
    const name = arguments[0].match(/\\w+/)[0];
    const field = document.createElement(name);
    for (const [, key, value] of arguments[0].matchAll(/ (\\w+)(?:=(\\w+))?/g)) field.setAttribute(key, value ?? '');
    if (name === 'select') for (const word of ['one', 'two']) field.append(new Option(word));
    document.querySelector('.view--start').prepend(field);
    field.focus();
    return document.activeElement === field";

async fn from_every_kind_of_field_both_ways_leave(engine: Engine) -> Outcome {
    let destination = Destination::start(Answer::AtOnce).await?;
    let site = Serving::dist().leaving_to(&destination).start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    for field in FIELDS {
        for keys in [&[Key::Escape][..], &[Key::ShiftLeft; 3]] {
            page.open().await?;
            assert!(
                page.eval::<bool>(TYPE_IN, vec![json!(field)]).await?,
                "{field}"
            );
            for key in keys {
                page.key(*key).await?;
            }
            page.until_at(&destination.page("weather"))
                .await
                .map_err(|error| format!("{keys:?} in {field}: {error}"))?;
        }
    }
    Ok(())
}

async fn keys_of_a_composition_are_left_alone(engine: Engine) -> Outcome {
    let destination = Destination::start(Answer::AtOnce).await?;
    let site = Serving::dist().leaving_to(&destination).start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open().await?;
    page.eval::<bool>(TYPE_IN, vec![json!("<textarea>")])
        .await?;
    let composing = "for (const [key, how] of [['Escape', { isComposing: true }], ['Escape', { keyCode: 229 }], ['Shift', { isComposing: true }]]) {
        for (let time = 0; time < 3; time += 1) for (const kind of ['keydown', 'keyup']) {
            document.activeElement.dispatchEvent(new KeyboardEvent(kind, { key, bubbles: true, cancelable: true, ...how }));
        }
    }";
    page.exec(composing, vec![]).await?;
    assert_eq!(page.screen().await?, Screen::Words);
    page.key(Key::Escape).await?;
    page.until_at(&destination.page("weather")).await
}

async fn two_taps_are_announced_and_a_letter_between_starts_anew(engine: Engine) -> Outcome {
    let destination = Destination::start(Answer::AtOnce).await?;
    let site = Serving::dist().leaving_to(&destination).start().await?;
    let browser = engine.on_a_laptop().await?;
    let page = Page::of(&browser, &site);
    page.open().await?;
    let hint = "const line = document.querySelector('[data-once-more]');
        return line.getAttribute('role') === 'status' ? line.textContent : 'not announced'";
    for (key, announced) in [
        (Key::ShiftLeft, false),
        (Key::ShiftLeft, true),
        (Key::Tab, false),
        (Key::ShiftLeft, false),
        (Key::ShiftLeft, true),
    ] {
        page.key(key).await?;
        let hint: String = page.eval(hint, vec![]).await?;
        assert_eq!(hint.contains("Shift"), announced, "after {key:?}: {hint}");
        assert_ne!(hint, "not announced");
    }
    assert_eq!(page.screen().await?, Screen::Words);
    page.key(Key::ShiftLeft).await?;
    page.until_at(&destination.page("weather")).await
}

async fn left_and_right_may_be_mixed(engine: Engine) -> Outcome {
    let destination = Destination::start(Answer::AtOnce).await?;
    let site = Serving::dist().leaving_to(&destination).start().await?;
    let browser = engine.on_a_laptop().await?;
    let page = Page::of(&browser, &site);
    page.open().await?;
    for key in [Key::ShiftRight, Key::ShiftLeft, Key::ShiftRight] {
        page.key(key).await?;
    }
    page.until_at(&destination.page("weather")).await
}

async fn escape_alone_can_be_set(engine: Engine) -> Outcome {
    let scene = Scene::ready(engine, Answer::AtOnce).await?;
    let Scene { destination, .. } = &scene;
    let page = scene.page();
    page.show(View::About).await?;
    page.press(".choice:has([name=keys]):nth-of-type(2)")
        .await?;
    for _ in 0..4 {
        page.key(Key::ShiftLeft).await?;
    }
    assert_eq!(page.screen().await?, Screen::Words);
    page.key(Key::Escape).await?;
    page.until_at(&destination.page("weather")).await
}

async fn every_row_of_the_table_holds(engine: Engine) -> Outcome {
    let site = Serving::dist().start().await?;
    let browser = engine.on_a_laptop().await?;
    let page = Page::of(&browser, &site);
    page.go(&site.page_before()).await?;
    let table: Vec<(String, String)> = serde_json::from_str(TABLE)?;
    let sequences: Vec<&str> = table.iter().map(|(_, keys)| keys.as_str()).collect();
    let left: Vec<bool> = page
        .eval(WHICH_LEAVE, vec![json!(SCRIPT), json!(sequences)])
        .await?;
    assert_eq!(left.len(), table.len());
    let wrong: Vec<_> = std::iter::zip(&table, left)
        .filter(|((what, _), left)| what.starts_with("leaves") != *left)
        .map(|(row, _)| row)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    Ok(())
}

/// In panic: pressed repeatedly, and held down so that it repeats.
const OFTEN: [&str; 12] = ["Escape"; 12];
const HELD: Duration = Duration::from_millis(1200);
/// The delay of a destination that gives Escape the time to stop the load.
const SLOW: Duration = Duration::from_millis(1500);

async fn a_real_escape_leaves_however_often_it_is_pressed(engine: Engine) -> Outcome {
    if engine == Engine::WebKit {
        return in_minibrowser_a_real_escape_leaves().await;
    }
    let destination = Destination::start(Answer::After(SLOW)).await?;
    let site = Serving::dist().leaving_to(&destination).start().await?;
    let browser = engine.on_a_screen().await?;
    let page = Page::of(&browser, &site);
    let screen = browser.screen()?;
    screen.take_the_keys()?;
    for held in [false, true] {
        let asked = destination.requests().len();
        page.open_ready().await?;
        // The page has the focus, not the address bar.
        page.press("h2.view__title").await?;
        if held {
            screen.hold("Escape", HELD).await?;
        } else {
            screen.keys(&OFTEN, 70)?;
        }
        page.until_at(&destination.page("weather")).await?;
        assert_eq!(destination.requests().len(), asked + 1, "held: {held}");
    }
    // Shift, with what an X server sends for it.
    page.open_ready().await?;
    page.press("h2.view__title").await?;
    screen.keys(&["Shift_L", "Shift_R", "Shift_L"], 60)?;
    page.until_at(&destination.page("weather")).await
}

async fn in_minibrowser_a_real_escape_leaves() -> Outcome {
    for held in [false, true] {
        let destination = Destination::start(Answer::After(SLOW)).await?;
        let site = Serving::dist()
            .leaving_to(&destination)
            .watched()
            .start()
            .await?;
        let browser = MiniBrowser::open(&site.page()).await?;
        until("the page is there", || {
            Ok(site.seen().last().is_some_and(|screen| screen == "words"))
        })
        .await?;
        browser.screen.click()?;
        if held {
            browser.screen.hold("Escape", HELD).await?;
        } else {
            browser.screen.keys(&OFTEN, 70)?;
        }
        until("the destination is there", || {
            // The search for the window fails where one is closed meanwhile.
            let title = browser.screen.title();
            Ok(title.is_ok_and(|title| title.contains(TITLE)))
        })
        .await?;
        let seen = site.seen();
        let words = seen.iter().skip_while(|screen| *screen == "words");
        assert_eq!(
            words.clone().find(|screen| *screen != "cover"),
            None,
            "{seen:?}"
        );
    }
    Ok(())
}

/// Polls a condition outside the page.
async fn until(what: &str, is_so: impl Fn() -> Outcome<bool>) -> Outcome {
    for _ in 0..400 {
        if is_so()? {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    Err(format!("timed out waiting until {what}").into())
}

async fn an_open_list_of_choices_keeps_its_escape(engine: Engine) -> Outcome {
    let destination = Destination::start(Answer::AtOnce).await?;
    let site = Serving::dist().leaving_to(&destination).start().await?;
    let browser = engine.on_a_screen().await?;
    let page = Page::of(&browser, &site);
    let screen = browser.screen()?;
    screen.take_the_keys()?;
    page.open_ready().await?;
    let field = "<select><option>one<option>two</select>";
    assert!(page.eval::<bool>(TYPE_IN, vec![json!(field)]).await?);
    page.press("h2.view__title").await?;
    page.exec("document.querySelector('select').focus()", vec![])
        .await?;
    screen.keys(&["alt+Down"], 50)?;
    page.until(
        "the list is open",
        "return document.querySelector('select').matches(':open')",
        vec![],
    )
    .await?;
    screen.keys(&["Escape"], 50)?;
    page.until(
        "the list is closed",
        "return !document.querySelector('select').matches(':open')",
        vec![],
    )
    .await?;
    assert_eq!(page.screen().await?, Screen::Words);
    screen.keys(&["Escape"], 50)?;
    page.until_at(&destination.page("weather")).await
}
