//! The three questions on a small phone, among the views and with the keyboard alone. What they show and announce is
//! tested in `tests/islands/`, and what ranks first in `pages::searching`.

use domain::view::View;
use serde_json::json;

use super::{
    CHOOSE, FOCUSED, Phone, SEARCH, answer, found, no_card_moves, row, tab_to, until_asked,
};
use crate::harness::page::Shown;
use crate::harness::{Engine, Key, Outcome, Page};

// The app's own rules are the same in every engine.
journeys!(in chromium:
    the_answers_outlast_another_view,
    the_results_are_there_in_the_next_frame_and_none_is_lost,
);
journeys!(in chromium and webkit: the_questions_work_with_keys_alone);

/// The open questions, and the answers given, as the page shows them.
async fn asked(page: &Page<'_>) -> Outcome<(Vec<usize>, Vec<String>)> {
    page.eval(
        "const seen = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
        return [
            seen('[data-question]').map((question) => Number(question.dataset.question)),
            seen('.picked').map((answer) => answer.querySelector('span').innerText),
        ]",
        vec![],
    )
    .await
}

async fn the_questions_work_with_keys_alone(engine: Engine) -> Outcome {
    let phone = Phone::at_the_start(engine).await?;
    let page = phone.page();
    tab_to(&page, "[data-view=\"2\"] > .view__summary").await?;
    page.key(Key::Enter).await?;
    page.until_shown(&Shown::only(View::Helplines)).await?;
    tab_to(&page, SEARCH).await?;
    tab_to(&page, CHOOSE).await?;
    page.key(Key::Enter).await?;
    page.until(
        "the first question is there",
        "return document.querySelector('[data-question=\"0\"]').checkVisibility()",
        vec![],
    )
    .await?;
    for (question, words) in ["Scotland", "A partner or an ex", "By speaking"]
        .into_iter()
        .enumerate()
    {
        let row = row(&page, question, words).await?;
        tab_to(&page, &row).await?;
        page.key(Key::Enter).await?;
        until_asked(&page, question + 1).await?;
    }
    assert!(
        page.eval::<bool>(FOCUSED, vec![json!("[data-found] h3")])
            .await?
    );
    let now = found(&page).await?;
    assert!(now.seen && !now.names.is_empty());
    // The next controls are those of the first result: its name, which leads to its card, and its link.
    page.key(Key::Tab).await?;
    for selector in [
        "[data-found] li:first-child .result__name",
        "[data-found] li:first-child a",
    ] {
        let here: bool = page.eval(FOCUSED, vec![json!(selector)]).await?;
        assert!(here, "the keyboard goes elsewhere than to {selector}");
        page.key(Key::Tab).await?;
    }
    let (address, history) = (page.address().await?, page.history_length().await?);
    let second = now.names.get(1).ok_or("one result only")?;
    page.key(Key::Enter).await?;
    page.until("its card has the focus", AT_THE_CARD, vec![json!(second)])
        .await?;
    assert_eq!(page.address().await?, address);
    assert_eq!(page.history_length().await?, history);
    assert_eq!(page.console_errors().await?, [""; 0]);
    Ok(())
}

/// Whether the name of a card has the focus, in the upper half of the screen.
const AT_THE_CARD: &str = "const name = document.activeElement;
    const { top } = name.getBoundingClientRect();
    return name.matches('.service > .service__name') && name.textContent === arguments[0] && top > -1 && top < innerHeight / 2";

/// A screen reader has the results as soon as the answer is on the screen, and every result can be reached.
async fn the_results_are_there_in_the_next_frame_and_none_is_lost(engine: Engine) -> Outcome {
    let phone = Phone::at_the_list(engine).await?;
    let page = phone.page();
    page.press(CHOOSE).await?;
    // A screen reader does not reach a card that the browser skips.
    page.until(
        "every card is laid out",
        "return document.querySelector('.service:not([data-laid-out])') === null",
        vec![],
    )
    .await?;
    let rows = page
        .browser
        .driver
        .execute_async(IN_THE_NEXT_FRAME, Vec::new())
        .await?;
    assert_eq!(rows.convert::<usize>()?, ROWS);
    let now = found(&page).await?;
    let count = now.names.len() + now.left;
    assert!(
        now.status.contains(&format!(": {count}.")),
        "{}",
        now.status
    );
    assert!(count > ROWS, "only {count} results");
    page.press(MORE).await?;
    let next = format!("[data-found] li:nth-child({}) .result__name", ROWS + 1);
    page.until("the next result has the focus", FOCUSED, vec![json!(next)])
        .await?;
    let all = found(&page).await?;
    assert_eq!((all.names.len(), all.left), (count, 0));
    assert_eq!(all.names.get(..ROWS), Some(&now.names[..]));
    no_card_moves(&page).await
}

/// How many results are shown at once.
const ROWS: usize = 24;
/// The button that shows more results.
const MORE: &str = "[data-found] > .button";
/// Answers the first question; the number of results before the next frame is drawn.
const IN_THE_NEXT_FRAME: &str = "const [done] = arguments;
    document.querySelector('[data-question=\"0\"] .pick').click();
    requestAnimationFrame(() => done([...document.querySelectorAll('[data-found] li')].filter((row) => row.checkVisibility()).length));";

async fn the_answers_outlast_another_view(engine: Engine) -> Outcome {
    let phone = Phone::at_the_list(engine).await?;
    let page = phone.page();
    page.press(CHOOSE).await?;
    answer(&page, 0, "Wales").await?;
    answer(&page, 1, "Skip this question").await?;
    let (questions, before) = (asked(&page).await?, found(&page).await?);
    page.back_to_start().await?;
    page.until_shown(&Shown::the_start()).await?;
    page.show(View::Law).await?;
    page.back_to_start().await?;
    page.until_shown(&Shown::the_start()).await?;
    page.show(View::Helplines).await?;
    assert_eq!(asked(&page).await?, questions);
    let after = found(&page).await?;
    assert!(after.seen);
    assert_eq!((after.names, after.reasons), (before.names, before.reasons));
    answer(&page, 2, "By speaking").await?;
    no_card_moves(&page).await
}
