//! Writing something down: what is asked, what is kept for the visit, what is forgotten.

use browser::vault::Vault;
use diary::Behaviour;
use diary::text::ScreensText;
use diary_ui::Screens;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, HtmlElement};

use crate::page::{Page, page_of, wait};
use crate::words::words;

#[wasm_bindgen(module = "/fake_client.js")]
extern "C" {
    /// A client of a worker that keeps one snapshot under one passphrase in memory.
    pub(crate) fn fake_client() -> JsValue;
}

pub(crate) const WHAT: &str = "#form-what";
const ANSWER: &str = "#form-answer";
pub(crate) const ENTRY: &str = "[data-screens] article";

fn mount() -> Page {
    mount_with(&fake_client())
}

/// The screens, with a worker that keeps one snapshot under one passphrase in memory.
pub(crate) fn mount_with(client: &JsValue) -> Page {
    let page = page_of("<div data-screens></div>");
    let root = page.document_element().unwrap();
    root.set_attribute("lang", "en-GB").unwrap();
    let place = page.element("[data-screens]").dyn_into::<HtmlElement>();
    let words: &'static ScreensText = Box::leak(Box::new(words()));
    let vault = Vault::new(client.clone().unchecked_into());
    mount_to(place.unwrap(), move || view! { <Screens words vault /> }).forget();
    page
}

/// Writes one entry and saves it.
async fn write(page: &Page, what: &str) {
    page.type_into(WHAT, what);
    page.press("save").await;
}

#[wasm_bindgen_test]
async fn an_entry_without_words_is_refused_with_the_reason_beside_the_field() {
    let page = mount();
    assert_eq!(page.texts("li"), ["rule"]);
    page.type_into(WHAT, " ");
    page.press("save").await;
    assert_eq!(page.texts("#form-error"), ["empty"]);
    assert_eq!(
        page.element(WHAT).get_attribute("aria-invalid").as_deref(),
        Some("true")
    );
    page.until("the field has the focus", |page| page.has_focus(WHAT))
        .await;
    page.type_into(WHAT, "a van");
    wait(20).await;
    assert_eq!(
        page.element("#form-error").text_content().as_deref(),
        Some("")
    );
    page.press("save").await;
    assert_eq!(page.texts(&format!("{ENTRY} > .form__text")), ["a van"]);
    assert_eq!(page.texts("[role=status]"), ["saved"]);
    page.until("the heading has the focus", |page| {
        page.has_focus("[data-screen]")
    })
    .await;
    // The rules are stated once.
    page.press("another").await;
    assert_eq!(page.texts("li"), [""; 0]);
}

#[wasm_bindgen_test]
async fn details_are_asked_one_by_one_and_each_can_be_unknown_or_left_out() {
    let page = mount();
    page.type_into(WHAT, "a van");
    page.press("details").await;
    assert_eq!(page.texts("[data-screen]"), ["when?"]);
    page.type_into("[type=date]", "2026-11-03");
    page.type_into("[type=time]", "17:40");
    page.click("[type=checkbox]").await;
    page.press("next").await;
    assert_eq!(page.texts("[data-screen]"), ["place?"]);
    page.press("not_sure").await;
    assert_eq!(page.texts("[data-screen]"), ["behaviour?"]);
    assert_eq!(page.texts(".choice").len(), Behaviour::ALL.len());
    page.click(".choice:nth-child(4) input").await;
    page.click(".choice:nth-child(1) input").await;
    page.press("next").await;
    page.press("not_now").await;
    assert_eq!(page.texts("[data-screen]"), ["proof?"]);
    page.type_into(ANSWER, "picture 12");
    page.press("back").await;
    // What was typed is saved on every way out of a question; what happened is still there.
    assert_eq!(page.texts("dt"), ["when", "place", "behaviour", "proof"]);
    assert_eq!(page.value(WHAT), "a van");

    // One of the further questions, and a change of mind.
    page.click("summary").await;
    page.press("vehicle?").await;
    page.type_into(ANSWER, "white");
    page.press("next").await;
    page.press("change place").await;
    page.type_into(ANSWER, "at home");
    page.press("next").await;
    page.press("back").await;
    page.press("save").await;
    let answers = page.texts("dd");
    let when = answers.first().unwrap();
    assert!(
        when.starts_with("about ") && when.contains("3 November 2026"),
        "{when}"
    );
    assert_eq!(
        answers[1..4],
        ["at home", "contact; watching", "picture 12"]
    );
    assert_eq!(page.texts("dt").last().unwrap(), "written");
}

#[wasm_bindgen_test]
async fn an_addition_keeps_what_was_there_and_a_removal_leaves_only_its_number() {
    let page = mount();
    write(&page, "first").await;
    page.press("another").await;
    write(&page, "second").await;
    assert_eq!(page.texts("article > h4"), ["entry 2", "entry 1"]);
    page.click("[data-form=add]").await;
    page.type_into("#form-addition", "later");
    page.press("add_save").await;
    assert_eq!(page.texts("[role=status]"), ["add_saved"]);
    let entry = page.texts(ENTRY).first().unwrap().clone();
    assert!(
        entry.contains("second") && entry.contains("later"),
        "{entry}"
    );
    page.click("[data-form=remove]").await;
    page.until("to keep it has the focus", |page| {
        page.has_focus("[data-form=leave]")
    })
    .await;
    page.press("remove_no").await;
    assert!(page.texts(ENTRY)[0].contains("second"));
    page.click("[data-form=remove]").await;
    page.press("remove_yes").await;
    let entry = page.texts(ENTRY).first().unwrap().clone();
    assert!(
        entry.contains("entry 2") && entry.contains("removed "),
        "{entry}"
    );
    assert!(
        !entry.contains("second") && !entry.contains("later"),
        "{entry}"
    );
    assert!(page.texts(ENTRY)[1].contains("first"));
}

#[wasm_bindgen_test]
async fn an_addition_that_is_not_saved_stays_with_its_entry() {
    let page = mount();
    write(&page, "first").await;
    page.press("another").await;
    write(&page, "second").await;
    page.click("[data-form=add]").await;
    page.type_into("#form-addition", "later");
    // Again, another entry, a removal that is called off, and another screen.
    page.click("[data-form=add]").await;
    page.click("article:last-of-type [data-form=add]").await;
    assert_eq!(page.texts("#form-addition").len(), 1);
    assert_eq!(page.value("#form-addition"), "");
    page.click("[data-form=remove]").await;
    page.press("remove_no").await;
    page.press("another").await;
    page.press("cancel").await;
    page.click("[data-form=add]").await;
    assert_eq!(page.value("#form-addition"), "later");
    page.press("add_save").await;
    assert!(page.texts(ENTRY)[0].contains("later"));
    // Without text it says so, and what was said before is gone.
    page.click("[data-form=add]").await;
    assert_eq!(page.texts("[role=status]"), [""]);
    page.press("add_save").await;
    assert_eq!(page.texts("[role=status]"), ["empty"]);
}

#[wasm_bindgen_test]
async fn a_year_of_two_digits_is_refused_and_a_second_click_answers_nothing() {
    let page = mount();
    page.press("details").await;
    page.type_into("[type=date]", "0026-11-03");
    page.press("next").await;
    assert_eq!(page.texts("[data-screen]"), ["when?"]);
    assert_eq!(page.texts("#form-error"), ["invalid"]);
    page.type_into("[type=date]", "2026-11-03");
    page.press("next").await;
    assert_eq!(page.texts("[data-screen]"), ["place?"]);
    let init = web_sys::MouseEventInit::new();
    init.set_bubbles(true);
    init.set_detail(2);
    let second = web_sys::MouseEvent::new_with_mouse_event_init_dict("click", &init).unwrap();
    page.element("[data-form=skip]")
        .dispatch_event(&second)
        .unwrap();
    wait(20).await;
    assert_eq!(page.texts("[data-screen]"), ["place?"]);
}

#[wasm_bindgen_test]
async fn leaving_forgets_everything() {
    for (event, delay) in [("pagehide", 20), ("x-page:left", 600)] {
        let page = mount();
        write(&page, "first").await;
        page.click("[data-form=add]").await;
        page.type_into("#form-addition", "later");
        page.press("another").await;
        page.type_into(WHAT, "half a sen");
        let window = web_sys::window().unwrap();
        window.dispatch_event(&Event::new(event).unwrap()).unwrap();
        wait(delay).await;
        assert_eq!(page.value(WHAT), "", "{event}");
        assert_eq!(page.texts(ENTRY), [""; 0], "{event}");
        // Nor does it come back with the next entry.
        write(&page, "new").await;
        assert_eq!(page.texts("article > h4"), ["entry 1"]);
        assert!(!page.texts(ENTRY)[0].contains("first"));
        page.click("[data-form=add]").await;
        assert_eq!(page.value("#form-addition"), "", "{event}");
    }
}
