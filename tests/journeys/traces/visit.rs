//! What a person does in a visit of the page.

use std::time::Duration;

use domain::view::View;
use serde_json::json;

use super::words::{PASSPHRASE, PLACES, SEARCHES, WRITTEN};
use crate::harness::{Outcome, Page};
use crate::helplines::{AGAIN, CHOOSE, NEAR, SEARCH, answer, found, type_into};

/// The selector of every text field.
const FIELDS: &str =
    "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";

/// Reads every view to its end, with every `details` in it open.
pub(super) async fn read_everything(page: &Page<'_>) -> Outcome {
    let read: Vec<(u8, bool)> = page
        .in_each_view(
            "scrollTo(0, document.documentElement.scrollHeight);
            await new Promise((resolve) => setTimeout(resolve, 100));
            return scrollY > 0",
            vec![],
        )
        .await?;
    if read.len() != View::ALL.len() || read.iter().any(|(_, scrolled)| !scrolled) {
        return Err(format!("not every view was read to its end: {read:?}").into());
    }
    Ok(())
}

/// Ticks and chooses everything that guidance asks. Only the settings of the page itself, which can be
/// stored on request, are left alone.
pub(super) async fn tick_everything(page: &Page<'_>) -> Outcome {
    let ticked: usize = page
        .eval(
            "const boxes = [...document.querySelectorAll('.choice__box:not([name=size], [name=way], [name=back], [name=keys], .choice:has(+ .choices__status) *)')];
            for (const box of boxes) box.click();
            return boxes.length",
            vec![],
        )
        .await?;
    if ticked < 50 {
        return Err(format!("only {ticked} boxes could be ticked").into());
    }
    Ok(())
}

/// Saves an entry for the visit, and begins another one.
async fn write_down(page: &Page<'_>) -> Outcome {
    page.show(View::Diary).await?;
    page.press("[data-write]").await?;
    until_there(page, "#form-what").await?;
    let [saved, left] = WRITTEN;
    type_into(page, "#form-what", saved).await?;
    page.press("[data-form=save]").await?;
    page.press("[data-form=another]").await?;
    type_into(page, "#form-what", left).await
}

/// Keeps an entry and a draft under a passphrase, locks them, opens them again after a reload, and goes on writing.
pub(super) async fn keep_a_diary(page: &Page<'_>) -> Outcome {
    const SECRET: &str = "#form-passphrase";
    write_down(page).await?;
    page.press("[data-form=entries]").await?;
    page.press("[data-form=keep]").await?;
    until_there(page, "[data-form=ordinary]").await?;
    page.press("[data-form=ordinary]").await?;
    until_there(page, ".form__words li").await?;
    page.press("[data-form=own]").await?;
    type_into(page, SECRET, PASSPHRASE).await?;
    page.press("[data-form=create]").await?;
    until_there(page, "[data-form=lock]").await?;
    page.press("[data-form=lock]").await?;
    page.open_ready().await?;
    page.show(View::Diary).await?;
    page.press("[data-write]").await?;
    until_there(page, "[data-form=open]").await?;
    page.press("[data-form=open]").await?;
    type_into(page, SECRET, PASSPHRASE).await?;
    page.press("[data-form=unlock]").await?;
    let [_, draft] = WRITTEN;
    page.until(
        "the draft is back",
        "return document.querySelector('#form-what')?.value === arguments[0]",
        vec![json!(draft)],
    )
    .await
}

async fn until_there(page: &Page<'_>, selector: &str) -> Outcome {
    let there = "return Boolean(document.querySelector(arguments[0]))";
    page.until(selector, there, vec![json!(selector)]).await
}

/// Writes something down, searches, answers the three questions, and leaves text in every field.
pub(super) async fn type_everywhere(page: &Page<'_>) -> Outcome {
    // A kept copy has no screens for writing.
    let offered = "return Boolean(document.querySelector('[data-write]'))";
    if page.eval(offered, vec![]).await? {
        write_down(page).await?;
    }
    page.show(View::Helplines).await?;
    for typed in SEARCHES {
        page.exec(EMPTY, vec![json!(SEARCH)]).await?;
        type_into(page, SEARCH, typed).await?;
        found(page).await?;
    }
    page.press(AGAIN).await?;
    page.press(CHOOSE).await?;
    for (question, words) in ["Scotland", "A partner or an ex", "By speaking"]
        .into_iter()
        .enumerate()
    {
        answer(page, question, words).await?;
    }
    page.press(AGAIN).await?;
    for typed in PLACES {
        page.exec(EMPTY, vec![json!(NEAR)]).await?;
        type_into(page, NEAR, typed).await?;
    }
    let [.., last] = SEARCHES;
    type_into(page, SEARCH, last).await?;
    let fields: Vec<String> = page
        .eval(
            "return [...document.querySelectorAll(arguments[0])].map((field) => field.value)",
            vec![json!(FIELDS)],
        )
        .await?;
    if fields.is_empty() || fields.iter().any(String::is_empty) {
        return Err(format!("not every field holds something that was typed: {fields:?}").into());
    }
    Ok(())
}

const EMPTY: &str = "const field = document.querySelector(arguments[0]);
    field.value = '';
    field.dispatchEvent(new Event('input', { bubbles: true }))";

/// Browsers write their sessions to the disk a few seconds after a change.
pub(super) async fn until_written() {
    tokio::time::sleep(Duration::from_millis(3500)).await;
}
