//! The text size: set for a visit, stored only on request, and removed on request.

use domain::view::View;
use serde_json::json;

use crate::harness::page::{Screen, Shown};
use crate::harness::{Engine, Outcome, Page, Serving, Storage};

journeys!(in every engine:
    what_is_pressed_stays_under_the_finger,
    what_is_kept_is_there_next_time_and_goes_when_told,
);
// Storage that is full, forbidden or corrupt is mocked by a script, the same in every engine.
journeys!(in chromium:
    a_size_shows_at_once_and_nothing_is_kept,
    without_readable_storage_the_page_works,
);
cases!(without_readable_storage_the_page_works:
    where_nothing_can_be_kept_the_page_says_so,
    where_storage_is_forbidden_the_page_works,
    what_cannot_be_read_is_left_alone,
    what_can_be_read_holds_beside_what_cannot,
);

/// The text sizes: their name in storage, and the font size of the root in pixels.
const SIZES: [(&str, u32); 3] = [("usual", 16), ("large", 20), ("largest", 24)];

async fn a_size_shows_at_once_and_nothing_is_kept(engine: Engine) -> Outcome {
    let site = Serving::dist().start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    page.show(View::About).await?;
    for (index, (_, pixels)) in SIZES.iter().enumerate().rev() {
        page.press(&size_choice(index)).await?;
        assert_eq!(
            state(&page).await?,
            State {
                pixels: *pixels,
                chosen: index,
                ticked: false
            }
        );
        assert_eq!(status(&page).await?, "");
        assert_eq!(kept(&page).await?, [""; 0]);
    }
    page.press(&size_choice(1)).await?;
    page.reload().await?;
    assert_eq!(
        letters(&page).await?,
        16,
        "a size that was not stored came back"
    );
    assert_eq!(page.console_errors().await?, [""; 0]);
    Ok(())
}

async fn what_is_pressed_stays_under_the_finger(engine: Engine) -> Outcome {
    let site = Serving::dist().start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    page.show(View::About).await?;
    page.unfold().await?;
    for index in [2, 0, 1] {
        // The first press scrolls it into view; the second one finds it in place.
        page.press(&size_choice(index)).await?;
        let box_of = format!("{} input", size_choice(index));
        let top = page.top_of(&box_of).await?;
        assert!((0.0..640.0).contains(&top), "size {index} is at {top}");
    }
    Ok(())
}

async fn what_is_kept_is_there_next_time_and_goes_when_told(engine: Engine) -> Outcome {
    let site = Serving::dist().start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    page.show(View::About).await?;
    page.press(&size_choice(2)).await?;
    page.press(KEEP).await?;
    assert_eq!(
        state(&page).await?,
        State {
            pixels: 24,
            chosen: 2,
            ticked: true
        }
    );
    assert!(
        !status(&page).await?.is_empty(),
        "it is not said that the choice is kept"
    );
    assert_eq!(
        kept(&page).await?,
        ["local reading=letters=largest way=0 back=page keys=both"]
    );

    // The next load starts on the cover, and behind it the text has its size before hydration.
    page.reload().await?;
    assert_eq!(page.screen().await?, Screen::Cover);
    assert_eq!(letters(&page).await?, 24);
    page.until_ready().await?;
    page.come_back().await?;
    assert_eq!(page.screen().await?, Screen::Words);
    page.show(View::About).await?;
    assert_eq!(
        state(&page).await?,
        State {
            pixels: 24,
            chosen: 2,
            ticked: true
        }
    );

    page.press(&size_choice(1)).await?;
    assert_eq!(
        kept(&page).await?,
        ["local reading=letters=large way=0 back=page keys=both"],
        "another size is kept in its place"
    );
    page.press(KEEP).await?;
    assert_eq!(kept(&page).await?, [""; 0]);
    assert_eq!(
        state(&page).await?,
        State {
            pixels: 20,
            chosen: 1,
            ticked: false
        }
    );
    assert!(status(&page).await?.contains("no longer kept"));
    assert_eq!(page.console_errors().await?, [""; 0]);
    Ok(())
}

async fn where_nothing_can_be_kept_the_page_says_so(engine: Engine) -> Outcome {
    let site = Serving::dist()
        .where_storage_is(Storage::Full)
        .start()
        .await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    page.show(View::About).await?;
    page.press(&size_choice(1)).await?;
    page.press(KEEP).await?;
    assert!(
        !status(&page).await?.is_empty(),
        "it is not said that nothing is kept"
    );
    assert_eq!(kept(&page).await?, [""; 0]);
    assert_eq!(
        state(&page).await?,
        State {
            pixels: 20,
            chosen: 1,
            ticked: false
        },
        "a tick says that it is kept"
    );
    page.back_to_start().await?;
    page.until_shown(&Shown::the_start()).await?;
    assert_eq!(page.console_errors().await?, [""; 0]);
    Ok(())
}

async fn where_storage_is_forbidden_the_page_works(engine: Engine) -> Outcome {
    let site = Serving::dist()
        .where_storage_is(Storage::Forbidden)
        .start()
        .await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    page.show(View::About).await?;
    page.press(&size_choice(2)).await?;
    assert_eq!(
        state(&page).await?,
        State {
            pixels: 24,
            chosen: 2,
            ticked: false
        }
    );
    page.press(KEEP).await?;
    assert!(
        !status(&page).await?.is_empty(),
        "it is not said that nothing is kept"
    );
    page.back_to_start().await?;
    page.until_shown(&Shown::the_start()).await?;
    assert_eq!(page.console_errors().await?, [""; 0]);
    Ok(())
}

async fn what_cannot_be_read_is_left_alone(engine: Engine) -> Outcome {
    let unreadable = [
        "{",
        "null",
        "[]",
        "large",
        "letters=huge",
        "letters=large,more=1",
        r#"{"letters":"large"}"#,
    ];
    let site = Serving::dist().start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    for value in unreadable {
        page.go(&site.page_before()).await?;
        page.exec(
            "localStorage.setItem('reading', arguments[0])",
            vec![json!(value)],
        )
        .await?;
        page.open_ready().await?;
        page.show(View::About).await?;
        assert_eq!(
            state(&page).await?,
            State {
                pixels: 16,
                chosen: 0,
                ticked: false
            },
            "with {value} kept"
        );
        assert_eq!(kept(&page).await?, [format!("local reading={value}")]);
        assert_eq!(page.console_errors().await?, [""; 0], "with {value} kept");
    }
    Ok(())
}

async fn what_can_be_read_holds_beside_what_cannot(engine: Engine) -> Outcome {
    let site = Serving::dist().start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.go(&site.page_before()).await?;
    page.exec(
        "localStorage.setItem('reading', 'way=exit more=1 keys=escape letters=large back=')",
        vec![],
    )
    .await?;
    page.open_ready().await?;
    let early = "const { letters, way, back, keys } = document.documentElement.dataset;
        return [letters, way, back, keys].map(String)";
    let early: Vec<String> = page.eval(early, vec![]).await?;
    assert_eq!(early, ["large", "undefined", "undefined", "escape"]);
    page.show(View::About).await?;
    assert_eq!(
        state(&page).await?,
        State {
            pixels: 20,
            chosen: 1,
            ticked: true
        }
    );
    assert_eq!(page.console_errors().await?, [""; 0]);
    Ok(())
}

const KEEP: &str = ".choice:has(+ .choices__status)";

fn size_choice(index: usize) -> String {
    format!(".choice:has([name=size]):nth-of-type({})", index + 1)
}

/// The state of the setting.
#[derive(Debug, PartialEq, Eq)]
struct State {
    pixels: u32,
    chosen: usize,
    ticked: bool,
}

async fn state(page: &Page<'_>) -> Outcome<State> {
    let script = "return [[...document.querySelectorAll('.choice [name=size]')].findIndex((box) => box.checked),
        document.querySelector('.choice:has(+ .choices__status) input').checked]";
    let (chosen, ticked): (usize, bool) = page.eval(script, vec![]).await?;
    Ok(State {
        pixels: letters(page).await?,
        chosen,
        ticked,
    })
}

async fn letters(page: &Page<'_>) -> Outcome<u32> {
    page.eval(
        "return parseFloat(getComputedStyle(document.documentElement).fontSize)",
        vec![],
    )
    .await
}

async fn status(page: &Page<'_>) -> Outcome<String> {
    page.eval(
        "return document.querySelector('.choices__status').textContent.trim()",
        vec![],
    )
    .await
}

/// Everything that this origin has left in the browser.
async fn kept(page: &Page<'_>) -> Outcome<Vec<String>> {
    let answer = page
        .browser
        .driver
        .execute_async(include_str!("harness/js/kept.js"), Vec::new())
        .await?;
    Ok(answer.convert()?)
}
