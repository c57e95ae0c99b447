//! The field for a county, a town or a police force.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::fixture;
use crate::page::mount;

const FIELD: &str = ".near input";
const OFFERS: &str = ".near__offer";
const STATUS: &str = ".near__status";

#[wasm_bindgen_test]
async fn a_name_in_several_areas_offers_each_and_chooses_none() {
    let page = mount(&fixture::props(4)).await;
    page.click("summary").await;
    page.type_into(FIELD, "Newbridge");
    page.until("both are offered", |page| {
        page.texts(OFFERS) == ["Newbridge (Anyshire Police)", "Newbridge (Cambria Police)"]
    })
    .await;
    assert_eq!(page.texts(STATUS), ["2 places"]);
    assert!(page.texts(".near__offer[aria-pressed=true]").is_empty());
    assert!(page.is_visible("[data-question='0']"));
    assert!(!page.is_visible("[data-found]"));
}

#[wasm_bindgen_test]
async fn a_town_offers_its_area_and_answers_the_question() {
    let page = mount(&fixture::props(4)).await;
    page.click("summary").await;
    page.type_into(FIELD, "anytown");
    page.until("it is offered", |page| {
        page.texts(OFFERS) == ["Anytown (Anyshire Police)"]
    })
    .await;
    page.click(OFFERS).await;
    page.until("the next question has the focus", |page| {
        page.has_focus("[data-question='1'] legend")
    })
    .await;
    let reasons = page.texts("[data-found] .result__why");
    assert!(reasons.contains(&"near Anyshire".to_owned()), "{reasons:?}");
}

#[wasm_bindgen_test]
async fn a_misspelt_name_is_a_guess_and_an_unknown_one_is_said_to_be_unknown() {
    let page = mount(&fixture::props(4)).await;
    page.click("summary").await;
    page.type_into(FIELD, "anytwon");
    page.until("it is guessed", |page| page.texts(STATUS) == ["1 like it"])
        .await;
    page.type_into(FIELD, "qzxwvk");
    page.until("it is unknown", |page| {
        page.texts(STATUS) == ["no such place"]
    })
    .await;
    assert!(page.texts(OFFERS).is_empty());
}
