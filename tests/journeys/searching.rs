//! The browser's own search reaches every word, and the view follows what it finds.
//!
//! No driver can press the browser's “find in page”. But a text fragment (`#:~:text=…`) makes the
//! browser itself search and reveal, through the same steps of the HTML standard (“ancestor
//! revealing”: `beforematch` for what is hidden until found, opening for closed `details`), in all
//! three engines. Only the trigger (the address) is not that of a search.

use domain::view::View;
use serde_json::json;

use crate::harness::page::{Shown, part};
use crate::harness::{Engine, Outcome, Page, Serving};

journeys!(in every engine:
    a_search_opens_the_view_of_the_words,
    words_folded_inside_a_view_are_found,
);
cases!(a_search_opens_the_view_of_the_words:
    a_search_from_the_start_opens_the_view_of_the_words,
    a_search_from_another_view_opens_the_view_of_the_words,
);

async fn a_search_from_the_start_opens_the_view_of_the_words(engine: Engine) -> Outcome {
    a_search_finds(engine, None, ".guide").await
}

async fn a_search_from_another_view_opens_the_view_of_the_words(engine: Engine) -> Outcome {
    a_search_finds(engine, Some(View::Diary), ".guide").await
}

async fn words_folded_inside_a_view_are_found(engine: Engine) -> Outcome {
    a_search_finds(engine, Some(View::Diary), ".block").await
}

async fn a_search_finds(engine: Engine, from: Option<View>, within: &str) -> Outcome {
    let site = Serving::dist().start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    if let Some(view) = from {
        page.show(view).await?;
    }
    let found = View::Law;
    let words: String = page
        .eval(A_PHRASE, vec![json!(format!("{} {within}", part(found)))])
        .await?;
    let address: String = page
        .eval(
            "return `${location.href}#:~:text=${encodeURIComponent(arguments[0])}`",
            vec![json!(words)],
        )
        .await?;
    browser.driver.goto(address).await?;
    page.until_shown(&Shown::only(found)).await?;
    page.until(
        &format!("“{words}” is on the screen"),
        ON_THE_SCREEN,
        vec![],
    )
    .await?;
    // It stays there: nothing scrolls again.
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    assert!(
        page.eval::<bool>(ON_THE_SCREEN, vec![]).await?,
        "“{words}” went off the screen again"
    );
    assert_eq!(page.console_errors().await?, [""; 0]);
    Ok(())
}

/// Words of a paragraph that are unique in the page, from the end of the section, where a search has furthest
/// to go.
const A_PHRASE: &str = "const everything = document.body.textContent;
    const plain = [...document.querySelectorAll(`${arguments[0]} p`)].filter((paragraph) => !paragraph.children.length);
    for (const paragraph of plain.reverse()) {
        const words = paragraph.textContent.trim().split(/[.,;:’“”()-]/)[0].split(' ').slice(0, 7).join(' ').trim();
        if (words.length > 25 && everything.split(words).length === 2) {
            window.found = paragraph;
            return words;
        }
    }
    return ''";

const ON_THE_SCREEN: &str = "const { top, height } = window.found.getBoundingClientRect();
    const exit = document.querySelector('.exit').getBoundingClientRect();
    return height > 0 && window.found.checkVisibility() && top > -1 && top + 24 < exit.top";
