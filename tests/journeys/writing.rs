//! Writing something down: three touches and one field, nothing is fetched before, and nothing is left after.

use domain::view::View;
use serde_json::json;

use crate::accessibility::violations;
use crate::harness::page::Screen;
use crate::harness::{Answer, Destination, Engine, Key, Outcome, Page, Serving};
use crate::helplines::type_into;

journeys!(in every engine: three_touches_and_one_field_save_an_entry_that_leaves_with_the_person);

/// What she writes. The words are on no page of ours.
const WRITTEN: &str = "A zebra-striped van idled beside the hedge.";
const ADDED: &str = "The marzipan shop has a camera.";
const FIELD: &str = "#form-what";
const ENTRY: &str = "[data-screens] article";

async fn three_touches_and_one_field_save_an_entry_that_leaves_with_the_person(
    engine: Engine,
) -> Outcome {
    let destination = Destination::start(Answer::AtOnce).await?;
    let site = Serving::dist().leaving_to(&destination).start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    page.in_each_view::<bool>("return true", vec![]).await?;
    assert_eq!(requests(&page), 0, "a reader does not fetch the screens");

    // The three touches, and the field between the second and the third.
    page.choose(View::Diary).await?;
    page.press("[data-write]").await?;
    page.until(
        "the screens are there",
        "return document.activeElement.matches('[data-screen]')",
        vec![],
    )
    .await?;
    assert_eq!(requests(&page), 3, "glue, WASM and words");
    type_into(&page, FIELD, WRITTEN).await?;
    passes(&page).await?;
    page.press("[data-form=save]").await?;
    until_entry_says(&page, WRITTEN).await?;
    let status = "return document.querySelector('[data-screens] [role=status]').textContent !== ''";
    page.until("it is announced", status, vec![]).await?;

    // What is added later does not replace anything.
    page.press("[data-form=add]").await?;
    type_into(&page, "#form-addition", ADDED).await?;
    page.press("[data-form=add-save]").await?;
    until_entry_says(&page, ADDED).await?;
    until_entry_says(&page, WRITTEN).await?;
    passes(&page).await?;

    // Every question can be left out, and Escape still leaves.
    page.press("[data-form=another]").await?;
    page.press("[data-form=details]").await?;
    let mut asked = 0;
    while page
        .eval::<bool>(
            "return Boolean(document.querySelector('[data-form=skip]'))",
            vec![],
        )
        .await?
    {
        passes(&page).await?;
        page.press("[data-form=skip]").await?;
        asked += 1;
    }
    assert_eq!(asked, diary::Question::MAIN);
    assert_eq!(page.screen().await?, Screen::Words);
    page.key(Key::Escape).await?;
    page.until_at(&destination.page("weather")).await?;

    // It is gone.
    page.open_ready().await?;
    let text = "return document.body.textContent.includes(arguments[0])";
    assert!(!page.eval::<bool>(text, vec![json!(WRITTEN)]).await?);
    Ok(())
}

/// axe-core finds nothing, in Chromium: names, roles and colours are the same in all engines.
async fn passes(page: &Page<'_>) -> Outcome {
    if page.browser.engine == Engine::Chromium {
        assert_eq!(violations(page, "writing").await?, [""; 0]);
    }
    Ok(())
}

/// Requests for the screens so far.
fn requests(page: &Page<'_>) -> usize {
    let requests = page.site.requests().into_iter();
    requests
        .filter(|request| request.path.starts_with("/form"))
        .count()
}

async fn until_entry_says(page: &Page<'_>, words: &str) -> Outcome {
    let script =
        "return Boolean(document.querySelector(arguments[0])?.textContent.includes(arguments[1]))";
    page.until(
        "the entry is shown",
        script,
        vec![json!(ENTRY), json!(words)],
    )
    .await
}
