//! The three questions.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::fixture;
use crate::page::mount;

/// The names and reasons in the list of results.
const NAMES: &str = "[data-found] .result__name";
const REASONS: &str = "[data-found] .result__why";
/// Questions that are shown, and answers that are given.
const QUESTIONS: &str = ".picks__title";
const ANSWERS: &str = ".picked > span";
const NONE: [&str; 0] = [];

#[wasm_bindgen_test]
async fn the_answers_put_the_right_services_first_and_say_why() {
    let page = mount(&fixture::props(4)).await;
    page.click("summary").await;
    for answer in ["Anyshire", "Partner", "Aloud"] {
        page.press(answer).await;
    }
    assert_eq!(
        page.texts(NAMES),
        ["Emergency", "Local Helpline", "Stalking Helpline"]
    );
    assert_eq!(
        page.texts(REASONS),
        [
            "danger",
            "near Anyshire helps with Partner by Aloud",
            "covers England by Aloud"
        ]
    );
    // The opening status is that of the card, and 999 has none.
    assert_eq!(page.texts("[data-found] .now"), ["open", "open"]);
    page.until("the results have the focus", |page| {
        page.has_focus("[data-found] h3")
    })
    .await;
    assert_eq!(page.announced().await, "3 fit");
    page.no_card_moved();
    page.press("Again").await;
    assert_eq!(page.texts(NAMES), NONE);
    assert!(!page.is_visible("[data-found]"));
    assert_eq!(page.announced().await, "cleared");
}

#[wasm_bindgen_test]
async fn a_question_can_be_skipped_and_changed_and_all_taken_back() {
    let page = mount(&fixture::props(4)).await;
    page.click("summary").await;
    assert_eq!(page.texts(QUESTIONS), ["Where?"]);
    page.press("Skip").await;
    assert_eq!(page.texts(QUESTIONS), ["Who?"]);
    assert_eq!(page.texts(ANSWERS), ["Where? not said"]);
    assert!(
        !page.is_visible("[data-found]"),
        "a skipped question lists a service"
    );
    page.press("Stranger").await;
    page.press("Typing").await;
    assert_eq!(page.texts(QUESTIONS), NONE);
    let answers = ["Where? not said", "Who? Stranger", "How? Typing"];
    assert_eq!(page.texts(ANSWERS), answers);
    let before = page.texts(NAMES);

    page.click("[data-question='2'] + .picked button").await;
    page.until("the question has the focus", |page| {
        page.has_focus("[data-question='2'] legend")
    })
    .await;
    assert_eq!(
        page.texts("[data-question='2'] [aria-pressed=true]"),
        ["Typing"]
    );
    page.press("Text").await;
    assert_ne!(page.texts(NAMES), before);

    page.press("Again").await;
    assert_eq!(page.texts(QUESTIONS), ["Where?"]);
    assert_eq!(page.texts(ANSWERS), NONE);
    page.no_card_moved();
}

#[wasm_bindgen_test]
async fn nothing_answered_is_said_and_lists_nothing() {
    let page = mount(&fixture::props(4)).await;
    page.click("summary").await;
    for _ in 0..3 {
        page.press("Skip").await;
    }
    assert!(!page.is_visible("[data-found]"));
    assert_eq!(page.announced().await, "no question answered");
    assert!(page.has_focus("summary"));
}

#[wasm_bindgen_test]
async fn the_results_are_there_before_the_next_frame_and_none_is_lost() {
    let page = mount(&fixture::props(40)).await;
    page.click("summary").await;
    page.press("England").await;
    // 999, the helpline and 36 text lines and the first of them; the local one is elsewhere.
    let first = page.texts(NAMES);
    assert_eq!(first.len(), 24);
    page.press("15 more").await;
    page.until("the next result has the focus", |page| {
        page.has_focus("[data-found] li:nth-child(25) .result__name")
    })
    .await;
    let all = page.texts(NAMES);
    assert_eq!((all.len(), &all[..24]), (39, &first[..]));
    assert!(!page.is_visible("[data-found] > .button"));
    page.no_card_moved();
}
