//! Keeping what was written: what is asked before, when “saved” is said, what is locked and what opens again.

use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Page, wait};
use crate::writing::{ENTRY, WHAT, fake_client, mount_with};

const SECRET: &str = "#form-passphrase";
const WORDS: &str = "drum lemon card stair pond";
/// Long enough for a draft to be saved when typing pauses, in milliseconds.
const PAUSE: i32 = 4500;

fn set(client: &JsValue, name: &str, value: &str) {
    Reflect::set(client, &name.into(), &value.into()).unwrap();
}

/// Names of the requests so far.
fn asked(client: &JsValue) -> Vec<String> {
    let asked: Array = Reflect::get(client, &"asked".into())
        .unwrap()
        .unchecked_into();
    asked.iter().filter_map(|name| name.as_string()).collect()
}

fn status(page: &Page) -> Vec<String> {
    page.texts("[role=status]")
}

async fn write(page: &Page, what: &str) {
    page.type_into(WHAT, what);
    page.click("[data-form=save]").await;
}

/// Writes an entry and keeps it under the ready-made passphrase.
async fn keep(page: &Page) {
    write(page, "a van").await;
    page.click("[data-form=keep]").await;
    until(page, "[data-form=ordinary]").await;
    page.click("[data-form=ordinary]").await;
    until(page, ".form__words li:nth-child(5)").await;
    page.type_into(SECRET, WORDS);
    page.click("[data-form=create]").await;
    until(page, "[data-form=lock]").await;
}

async fn until(page: &Page, selector: &str) {
    page.until(selector, |page| {
        page.query_selector(selector).unwrap().is_some()
    })
    .await;
}

async fn until_status(page: &Page, message: &str) {
    page.until(message, |page| status(page) == [message]).await;
}

#[wasm_bindgen_test]
async fn where_it_cannot_be_kept_the_reason_is_said_and_nothing_is_offered() {
    for obstacle in ["unable", "framed", "tab", "host"] {
        let client = fake_client();
        set(&client, "hindrance", obstacle);
        let page = mount_with(&client);
        write(&page, "a van").await;
        page.click("[data-form=keep]").await;
        until(&page, "[data-form=stop]").await;
        assert!(page.texts("p.small").contains(&obstacle.to_owned()));
        assert!(
            page.query_selector("[data-form=ordinary]")
                .unwrap()
                .is_none()
        );
        assert!(asked(&client).is_empty());
    }
}

#[wasm_bindgen_test]
async fn in_a_private_window_it_says_what_to_do_instead() {
    let client = fake_client();
    let page = mount_with(&client);
    write(&page, "a van").await;
    page.click("[data-form=keep]").await;
    until(&page, "[data-form=private]").await;
    page.click("[data-form=private]").await;
    assert!(page.texts("p.small").contains(&"private_says".to_owned()));
    page.click("[data-form=stop]").await;
    assert_eq!(page.texts(&format!("{ENTRY} > .form__text")), ["a van"]);
}

#[wasm_bindgen_test]
async fn nothing_is_kept_before_the_words_were_typed() {
    let client = fake_client();
    let page = mount_with(&client);
    write(&page, "a van").await;
    page.click("[data-form=keep]").await;
    until(&page, "[data-form=ordinary]").await;
    page.click("[data-form=ordinary]").await;
    until(&page, ".form__words li").await;
    assert_eq!(page.texts(".form__words li").join(" "), WORDS);
    page.type_into(SECRET, "drum lemon");
    page.click("[data-form=create]").await;
    assert_eq!(page.texts("#form-error"), ["mismatch"]);
    assert_eq!(asked(&client), ["passphrase"]);
    page.type_into(SECRET, " Drum lemon\ncard STAIR pond ");
    page.click("[data-form=create]").await;
    until_status(&page, "done").await;
    assert_eq!(asked(&client), ["passphrase", "create"]);
}

#[wasm_bindgen_test]
async fn a_weak_passphrase_of_her_own_is_refused_with_the_reason() {
    let client = fake_client();
    let page = mount_with(&client);
    write(&page, "a van").await;
    page.click("[data-form=keep]").await;
    until(&page, "[data-form=ordinary]").await;
    page.click("[data-form=ordinary]").await;
    until(&page, ".form__words li").await;
    page.click("[data-form=own]").await;
    page.type_into(SECRET, "my own");
    set(&client, "fault", "known");
    page.click("[data-form=create]").await;
    page.until("the reason", |page| page.texts("#form-error") == ["known"])
        .await;
    assert_eq!(asked(&client), ["passphrase", "judge"]);
    page.click("[data-form=create]").await;
    until_status(&page, "done").await;
    assert_eq!(asked(&client), ["passphrase", "judge", "judge", "create"]);
}

#[wasm_bindgen_test]
async fn saved_is_said_after_it_was_read_back_and_a_failure_loses_nothing() {
    let client = fake_client();
    let page = mount_with(&client);
    keep(&page).await;
    page.click("[data-form=another]").await;
    write(&page, "a parcel").await;
    until_status(&page, "saved on the phone").await;
    page.click("[data-form=another]").await;
    set(&client, "fault", "full");
    write(&page, "a letter").await;
    until_status(&page, "not saved: full").await;
    let written = ["a letter", "a parcel", "a van"];
    assert_eq!(page.texts(&format!("{ENTRY} > .form__text")), written);
    page.click("[data-form=retry]").await;
    until_status(&page, "saved on the phone").await;
}

#[wasm_bindgen_test]
async fn what_was_locked_opens_with_its_words_and_with_the_draft() {
    let client = fake_client();
    let page = mount_with(&client);
    keep(&page).await;
    page.click("[data-form=another]").await;
    page.type_into(WHAT, "half a sen");
    wait(PAUSE).await;
    assert_eq!(asked(&client).last().map(String::as_str), Some("save"));
    page.click("[data-form=entries]").await;
    page.click("[data-form=lock]").await;
    assert_eq!(status(&page), ["locked"]);
    assert!(!page.text_content().unwrap_or_default().contains("a van"));

    page.type_into(SECRET, "other words");
    page.click("[data-form=unlock]").await;
    page.until("it is refused", |page| {
        page.texts("#form-error") == ["wrong"]
    })
    .await;
    page.type_into(SECRET, WORDS);
    set(&client, "damage", "lost");
    page.click("[data-form=unlock]").await;
    until_status(&page, "lost").await;
    assert_eq!(page.value(WHAT), "half a sen");
}

#[wasm_bindgen_test]
async fn what_was_written_for_this_visit_is_appended_to_what_opens() {
    let client = fake_client();
    let page = mount_with(&client);
    keep(&page).await;
    page.click("[data-form=lock]").await;
    page.click("[data-form=back]").await;
    write(&page, "a letter").await;
    page.click("[data-form=open]").await;
    page.type_into(SECRET, WORDS);
    page.click("[data-form=unlock]").await;
    until(&page, "[data-form=lock]").await;
    assert_eq!(
        page.texts(&format!("{ENTRY} > .form__text")),
        ["a letter", "a van"]
    );
    assert_eq!(asked(&client).last().map(String::as_str), Some("save"));
}

#[wasm_bindgen_test]
async fn removing_it_takes_what_is_open_and_asks_first() {
    let client = fake_client();
    let page = mount_with(&client);
    keep(&page).await;
    page.click("[data-form=forget]").await;
    page.click("[data-form=leave]").await;
    page.click("[data-form=forget]").await;
    page.click("[data-form=forget-yes]").await;
    until_status(&page, "forgotten").await;
    assert!(page.query_selector(ENTRY).unwrap().is_none());
    assert_eq!(asked(&client).last().map(String::as_str), Some("forget"));
}

#[wasm_bindgen_test]
async fn an_answer_that_is_being_typed_is_saved_with_the_draft() {
    let client = fake_client();
    let page = mount_with(&client);
    keep(&page).await;
    page.click("[data-form=another]").await;
    page.type_into(WHAT, "a parcel");
    page.click("[data-form=details]").await;
    page.click("[data-form=skip]").await;
    page.type_into("#form-answer", "at wo");
    page.click("[data-form=back]").await;
    page.click("[data-form=entries]").await;
    page.click("[data-form=lock]").await;
    page.type_into(SECRET, WORDS);
    page.click("[data-form=unlock]").await;
    until(&page, WHAT).await;
    assert_eq!(page.texts("dd .form__text"), ["at wo"]);
}

#[wasm_bindgen_test]
async fn what_is_saved_locks_without_another_save_and_what_cannot_be_saved_stays() {
    let client = fake_client();
    let page = mount_with(&client);
    keep(&page).await;
    set(&client, "fault", "changed");
    page.click("[data-form=lock]").await;
    assert_eq!(status(&page), ["locked"]);
    assert_eq!(asked(&client).last().map(String::as_str), Some("create"));
    Reflect::set(&client, &"fault".into(), &JsValue::UNDEFINED).unwrap();

    page.type_into(SECRET, WORDS);
    page.click("[data-form=unlock]").await;
    until(&page, "[data-form=another]").await;
    page.click("[data-form=another]").await;
    page.type_into(WHAT, "a parcel");
    page.click("[data-form=entries]").await;
    set(&client, "fault", "changed");
    page.click("[data-form=lock]").await;
    until_status(&page, "not saved: changed").await;
    assert_eq!(page.value(WHAT), "a parcel");
}

#[wasm_bindgen_test]
async fn leaving_locks_at_once() {
    let client = fake_client();
    let page = mount_with(&client);
    keep(&page).await;
    let locks = || Reflect::get(&client, &"locks".into()).unwrap().as_f64();
    assert_eq!(locks(), Some(0.0));
    let left = web_sys::Event::new("x-page:left").unwrap();
    web_sys::window().unwrap().dispatch_event(&left).unwrap();
    assert!(locks() > Some(0.0));
    page.until("nothing is left", |page| {
        page.query_selector(ENTRY).unwrap().is_none()
    })
    .await;
}

#[wasm_bindgen_test]
async fn while_the_page_is_hidden_nothing_shows() {
    let page = mount_with(&fake_client());
    write(&page, "a van").await;
    let concealed = |page: &Page| page.query_selector("[data-concealed]").unwrap().is_some();
    assert!(!concealed(&page));
    let hide = |is_hidden: bool| {
        let property = js_sys::Object::new();
        Reflect::set(&property, &"configurable".into(), &true.into()).unwrap();
        Reflect::set(&property, &"value".into(), &is_hidden.into()).unwrap();
        let document: &web_sys::Document = &page;
        js_sys::Object::define_property(document.as_ref(), &"hidden".into(), &property);
        let event = web_sys::Event::new("visibilitychange").unwrap();
        document.dispatch_event(&event).unwrap();
    };
    hide(true);
    page.until("it is covered", concealed).await;
    hide(false);
    page.until("it is not", |page| !concealed(page)).await;
}
