//! The search field, and the opening status of the cards.

use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Event;

use crate::fixture;
use crate::page::mount;

const SEARCH: &str = ".finder > .field input";
const NAMES: &str = "[data-found] .result__name";

#[wasm_bindgen_test]
async fn a_name_with_a_mistake_is_found_and_reset_clears_it() {
    let page = mount(&fixture::props(4)).await;
    page.type_into(SEARCH, "stalkng");
    page.until("it is found", |page| {
        page.texts(NAMES) == ["Stalking Helpline"]
    })
    .await;
    assert_eq!(page.announced().await, "1 found");
    let link = page.element("[data-found] a");
    assert_eq!(link.get_attribute("href").as_deref(), Some("tel:1"));
    page.press("Again").await;
    assert_eq!(page.value(SEARCH), "");
    assert!(!page.is_visible("[data-found]"));
    page.until("the field has the focus", |page| page.has_focus(SEARCH))
        .await;
    assert_eq!(page.announced().await, "cleared");
    page.no_card_moved();
}

#[wasm_bindgen_test]
async fn nonsense_is_said_to_find_nothing() {
    let page = mount(&fixture::props(4)).await;
    page.type_into(SEARCH, "qzxwvk");
    assert_eq!(page.announced().await, "nothing found");
    assert!(!page.is_visible("[data-found]"));
}

#[wasm_bindgen_test]
async fn the_name_of_a_place_finds_those_who_work_there() {
    let page = mount(&fixture::props(4)).await;
    page.type_into(SEARCH, "anytown");
    page.until("they are found", |page| page.texts(NAMES).len() == 4)
        .await;
    assert_eq!(page.texts(NAMES)[1], "Local Helpline");
}

#[wasm_bindgen_test]
async fn what_was_typed_goes_when_the_page_is_left() {
    for event in ["x-page:left", "pagehide"] {
        let page = mount(&fixture::props(4)).await;
        page.type_into(SEARCH, "stalking");
        page.until("it is found", |page| page.is_visible("[data-found]"))
            .await;
        let window = web_sys::window().unwrap();
        window.dispatch_event(&Event::new(event).unwrap()).unwrap();
        page.until("it is gone", |page| page.value(SEARCH).is_empty())
            .await;
        assert!(!page.is_visible("[data-found]"), "{event}");
        assert_eq!(page.announced().await, "", "{event}");
    }
}

#[wasm_bindgen_test]
async fn every_card_gets_its_opening_status() {
    let mut props = fixture::props(4);
    // One check is overdue: that is said instead of “open”.
    let (checked, _) = props.services[2].checked.unwrap();
    props.services[2].checked = Some((checked, checked));
    let page = mount(&props).await;
    page.until("the last card has a line", |page| {
        page.texts("#s3 .now") == ["open"]
    })
    .await;
    assert_eq!(page.texts("#s1 .now"), ["open"]);
    assert_eq!(page.texts("#s2 .now"), ["check first, 1 month 1970"]);
}
