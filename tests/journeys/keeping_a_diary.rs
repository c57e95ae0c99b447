//! A diary that is kept: from the first word to the words that open it again.

use domain::view::View;
use serde_json::json;

use crate::accessibility::violations;
use crate::harness::{Answer, Destination, Engine, Key, Outcome, Page, Serving};
use crate::helplines::type_into;

journeys!(in every engine: what_is_kept_opens_with_its_words_and_with_no_others);

/// What she writes. The words are on no page of ours.
const WRITTEN: &str = "A zebra-striped van idled beside the hedge.";
const DRAFT: &str = "The marzipan shop called about a parcel.";
const WHAT: &str = "#form-what";
const SECRET: &str = "#form-passphrase";
const STATUS: &str = "[data-screens] [role=status]";
const ENTRY: &str = "[data-screens] article";

async fn what_is_kept_opens_with_its_words_and_with_no_others(engine: Engine) -> Outcome {
    let destination = Destination::start(Answer::AtOnce).await?;
    let site = Serving::dist().leaving_to(&destination).start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    open_screens(&page).await?;
    type_into(&page, WHAT, WRITTEN).await?;
    page.press("[data-form=save]").await?;
    until_shown(&page, ENTRY).await?;

    // Before it is kept, she is told what that means.
    page.press("[data-form=keep]").await?;
    until_shown(&page, "[data-form=ordinary]").await?;
    passes(&page).await?;
    page.press("[data-form=ordinary]").await?;
    until_shown(&page, ".form__words li:nth-child(5)").await?;
    let words: String = page
        .eval(
            "return [...document.querySelectorAll('.form__words li')].map((word) => word.textContent).join(' ')",
            vec![],
        )
        .await?;
    passes(&page).await?;

    // Words that are not those on the screen keep nothing.
    type_secret(&page, "not these").await?;
    page.press("[data-form=create]").await?;
    until_says(&page, "#form-error", "not the words").await?;
    type_secret(&page, &words).await?;
    page.press("[data-form=create]").await?;
    until_shown(&page, "[data-form=lock]").await?;
    until_says(&page, ENTRY, WRITTEN).await?;
    passes(&page).await?;

    draft_and_lock(&page).await?;
    opens_with_its_words_alone(&page, &words).await?;

    // The exit leaves at once, and nothing of it is on the page that comes back.
    page.key(Key::Escape).await?;
    page.until_at(&destination.page("weather")).await?;
    open_screens(&page).await?;
    assert!(!has_words(&page).await?);

    is_not_overwritten_and_can_be_removed(&page, &words).await
}

/// A draft is saved when she pauses, and locking hides everything.
async fn draft_and_lock(page: &Page<'_>) -> Outcome {
    page.press("[data-form=another]").await?;
    type_into(page, WHAT, DRAFT).await?;
    tokio::time::sleep(std::time::Duration::from_secs(5)).await;
    page.press("[data-form=entries]").await?;
    page.press("[data-form=lock]").await?;
    until_shown(page, "[data-form=unlock]").await?;
    assert!(!has_words(page).await?);
    passes(page).await
}

/// After a reload: other words open nothing, these open everything, however they are typed.
async fn opens_with_its_words_alone(page: &Page<'_>, words: &str) -> Outcome {
    open_screens(page).await?;
    page.press("[data-form=open]").await?;
    type_secret(page, "five other words than these").await?;
    page.press("[data-form=unlock]").await?;
    until_says(page, "#form-error", "Nothing opens").await?;
    type_secret(page, &words.to_uppercase()).await?;
    page.press("[data-form=unlock]").await?;
    page.until(
        "the draft is back",
        "return document.querySelector(arguments[0])?.value === arguments[1]",
        vec![json!(WHAT), json!(DRAFT)],
    )
    .await?;
    page.press("[data-form=save]").await?;
    until_says(page, ENTRY, DRAFT).await?;
    until_says(page, STATUS, "Saved on this phone").await?;
    page.press("[data-form=check]").await?;
    until_says(page, STATUS, "Nothing was changed").await
}

/// A second diary is not put over it. A person who holds the phone can remove it; nothing opens then.
async fn is_not_overwritten_and_can_be_removed(page: &Page<'_>, words: &str) -> Outcome {
    type_into(page, WHAT, "x").await?;
    page.press("[data-form=save]").await?;
    page.press("[data-form=keep]").await?;
    until_shown(page, "[data-form=ordinary]").await?;
    page.press("[data-form=ordinary]").await?;
    until_shown(page, ".form__words li:nth-child(5)").await?;
    page.press("[data-form=own]").await?;
    type_secret(page, "seven violet ladders in the rain").await?;
    page.press("[data-form=create]").await?;
    until_says(page, "#form-error", "already").await?;

    // A person who holds the phone can remove it; nothing opens then.
    page.press("[data-form=stop]").await?;
    page.press("[data-form=open]").await?;
    page.press("[data-form=remove-file]").await?;
    page.press("[data-form=remove-file-yes]").await?;
    until_says(page, STATUS, "nothing kept").await?;
    type_secret(page, words).await?;
    page.press("[data-form=unlock]").await?;
    until_says(page, "#form-error", "Nothing opens").await
}

/// Types a passphrase in place of what the field holds.
async fn type_secret(page: &Page<'_>, words: &str) -> Outcome {
    let empty = "const field = document.querySelector(arguments[0]); field.value = ''; field.dispatchEvent(new Event('input', { bubbles: true }))";
    page.exec(empty, vec![json!(SECRET)]).await?;
    type_into(page, SECRET, words).await
}

async fn open_screens(page: &Page<'_>) -> Outcome {
    page.open_ready().await?;
    page.choose(View::Diary).await?;
    page.press("[data-write]").await?;
    until_shown(page, WHAT).await
}

/// Whether anything that she wrote is in the document.
async fn has_words(page: &Page<'_>) -> Outcome<bool> {
    let script = "const all = document.documentElement.outerHTML + [...document.querySelectorAll('textarea')].map((field) => field.value).join(); return [...arguments].some((words) => all.includes(words))";
    page.eval(script, vec![json!(WRITTEN), json!(DRAFT)]).await
}

async fn until_shown(page: &Page<'_>, selector: &str) -> Outcome {
    let script = "return Boolean(document.querySelector(arguments[0]))";
    page.until(selector, script, vec![json!(selector)]).await
}

async fn until_says(page: &Page<'_>, selector: &str, words: &str) -> Outcome {
    let script = "return [...document.querySelectorAll(arguments[0])].some((one) => one.textContent.includes(arguments[1]))";
    page.until(words, script, vec![json!(selector), json!(words)])
        .await
}

/// axe-core finds nothing, in Chromium: names, roles and colours are the same in all engines.
async fn passes(page: &Page<'_>) -> Outcome {
    if page.browser.engine == Engine::Chromium {
        assert_eq!(violations(page, "keeping a diary").await?, [""; 0]);
    }
    Ok(())
}
