//! Search and questions open, with results, and a card shown large: axe-core reports no violation, and
//! everything fits a small phone and is large enough to press. Also in a language from right to left.

use serde_json::json;

use super::{AGAIN, CHOOSE, SEARCH, answer, found, open_the_list, type_into};
use crate::accessibility::violations;
use crate::harness::{Engine, Outcome, Page, Scheme, Serving, Size};

journeys!(in chromium and webkit:
    whatever_the_finder_shows_is_accessible_and_fits,
    every_card_shown_large_fits,
);
// Right to left in each engine is tested in `other_languages`, and above with every card large.
journeys!(in chromium: from_right_to_left_it_is_accessible_and_fits);

async fn whatever_the_finder_shows_is_accessible_and_fits(engine: Engine) -> Outcome {
    is_accessible_and_fits(engine, Serving::dist(), true).await
}

async fn from_right_to_left_it_is_accessible_and_fits(engine: Engine) -> Outcome {
    is_accessible_and_fits(engine, Serving::pseudo("ar-xb"), false).await
}

async fn every_card_shown_large_fits(engine: Engine) -> Outcome {
    for serving in [Serving::dist(), Serving::pseudo("ar-xb")] {
        let site = serving.start().await?;
        let browser = engine.start(Size::SMALL_PHONE, Scheme::Light).await?;
        let page = Page::of(&browser, &site);
        page.open_ready().await?;
        open_the_list(&page).await?;
        let wide: Vec<String> = page.eval(WIDE_WHEN_LARGE, vec![]).await?;
        assert!(wide.is_empty(), "{wide:#?}");
    }
    Ok(())
}

/// Cards that make the page scroll sideways as soon as they are large.
const WIDE_WHEN_LARGE: &str = "const root = document.documentElement;
    return [...document.querySelectorAll('.service')].filter((card) => {
        card.style.contentVisibility = 'visible';
        card.toggleAttribute('data-large', true);
        const wide = root.scrollWidth > root.clientWidth;
        card.toggleAttribute('data-large', false);
        return wide;
    }).map((card) => `${root.dir} ${card.id.slice(1)} ${card.querySelector('.call__number')?.textContent}`)";

async fn is_accessible_and_fits(engine: Engine, serving: Serving, in_english: bool) -> Outcome {
    let site = serving.start().await?;
    let browser = engine.start(Size::SMALL_PHONE, Scheme::Light).await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    open_the_list(&page).await?;
    let mut wrong = Vec::new();

    page.press(CHOOSE).await?;
    look(&page, "the first question", &mut wrong).await?;
    type_into(
        &page,
        ".near .field__box",
        if in_english { "newport" } else { "999999" },
    )
    .await?;
    tokio::time::sleep(std::time::Duration::from_millis(400)).await;
    look(&page, "near me", &mut wrong).await?;
    for question in 0..3 {
        // The last answer; the button to skip follows it.
        page.press(&format!(
            "[data-question=\"{question}\"] .pick:nth-last-child(2)"
        ))
        .await?;
        super::until_asked(&page, question + 1).await?;
        found(&page).await?;
        look(&page, &format!("after question {question}"), &mut wrong).await?;
    }
    page.press(AGAIN).await?;
    if in_english {
        type_into(&page, SEARCH, "text").await?;
        found(&page).await?;
        look(&page, "a search", &mut wrong).await?;
        page.press(AGAIN).await?;
        answer(&page, 0, "Scotland").await?;
    }
    found(&page).await?;
    let large: usize = page.eval(NATIONAL_STALKING_HELPLINE, vec![]).await?;
    let card = format!("#s{large}");
    page.press(&format!("{card} .more__summary")).await?;
    page.press(&format!("{card} button[data-large]")).await?;
    look(&page, "a card shown large", &mut wrong).await?;
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert_eq!(page.console_errors().await?, [""; 0]);
    Ok(())
}

/// The selector of a card by its number, which is the same in every language.
const NATIONAL_STALKING_HELPLINE: &str = "return Number(document.querySelector('.service [href=\"tel:08088020300\"]').closest('.service').id.slice(1))";

async fn look(page: &Page<'_>, at: &str, wrong: &mut Vec<String>) -> Outcome {
    // Names, roles and colours are the same in all engines.
    if page.browser.engine == Engine::Chromium {
        wrong.extend(violations(page, at).await?);
    }
    let layout = include_str!("../harness/js/layout.js");
    let found: Vec<String> = page
        .eval(layout, vec![json!({ "letters": "usual", "room": false })])
        .await?;
    wrong.extend(found.into_iter().map(|problem| format!("{at}: {problem}")));
    let small: Vec<String> = page.eval(SMALL, vec![]).await?;
    wrong.extend(
        small
            .into_iter()
            .map(|control| format!("{at}: too small: {control}")),
    );
    Ok(())
}

/// Controls of search and questions that are less than 44 px wide or high.
const SMALL: &str = "return [...document.querySelectorAll(':is(.finder, [data-found]) :is(input, button, summary, a)')]
    .filter((control) => control.checkVisibility())
    .map((control) => [control, control.getBoundingClientRect()])
    .filter(([, { width, height }]) => width < 44 || height < 44)
    .map(([control, { width, height }]) => `${control.localName} “${control.textContent}”: ${width} × ${height}`)";
