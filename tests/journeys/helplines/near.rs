//! Near me: place suggestions for a county, a town or a police force, from which the reader chooses.

use serde_json::json;

use super::{CHOOSE, Phone, found, type_into, until_asked};
use crate::harness::{Engine, Outcome, Page};

// The app's own rules are the same in every engine.
journeys!(in chromium: what_is_typed_offers_areas);
cases!(what_is_typed_offers_areas:
    a_name_in_several_areas_offers_each_and_chooses_none,
    a_town_offers_its_county,
    an_unknown_name_is_said_to_be_unknown,
);

pub(crate) const FIELD: &str = ".near .field__box";

/// The suggestions, and those that are selected.
async fn offers(page: &Page<'_>) -> Outcome<(Vec<String>, usize)> {
    // The areas are read in tasks of their own.
    tokio::time::sleep(std::time::Duration::from_millis(400)).await;
    page.eval(
        "const offers = [...document.querySelectorAll('.near__offer')].filter((offer) => offer.checkVisibility());
        return [offers.map((offer) => offer.textContent), document.querySelectorAll('.near__offer[aria-pressed=true]').length]",
        vec![],
    )
    .await
}

async fn a_name_in_several_areas_offers_each_and_chooses_none(engine: Engine) -> Outcome {
    let phone = Phone::at_the_list(engine).await?;
    let page = phone.page();
    page.press(CHOOSE).await?;
    type_into(&page, FIELD, "Newport").await?;
    let (offers, chosen) = offers(&page).await?;
    assert!(offers.len() > 1, "{offers:?}");
    assert_eq!(chosen, 0, "one was chosen by itself");
    let now = found(&page).await?;
    assert!(!now.seen && now.said.is_empty(), "{now:?}");
    assert!(
        page.eval::<bool>(
            "return document.querySelector('[data-question=\"0\"]').checkVisibility()",
            vec![]
        )
        .await?
    );
    Ok(())
}

async fn a_town_offers_its_county(engine: Engine) -> Outcome {
    let phone = Phone::at_the_list(engine).await?;
    let page = phone.page();
    page.press(CHOOSE).await?;
    type_into(&page, FIELD, "stevenage").await?;
    let (offers, _) = offers(&page).await?;
    assert!(
        offers
            .first()
            .is_some_and(|offer| offer.starts_with("Stevenage (Hertfordshire")),
        "{offers:?}"
    );
    page.press(".near__offer").await?;
    until_asked(&page, 1).await?;
    let now = found(&page).await?;
    assert!(
        now.reasons.contains(&"Near you: Hertfordshire.".to_owned()),
        "{now:?}"
    );
    Ok(())
}

async fn an_unknown_name_is_said_to_be_unknown(engine: Engine) -> Outcome {
    let phone = Phone::at_the_list(engine).await?;
    let page = phone.page();
    page.press(CHOOSE).await?;
    type_into(&page, FIELD, "qzxwvk").await?;
    let (offers, _) = offers(&page).await?;
    assert_eq!(offers, [""; 0]);
    let said: String = page
        .eval(
            "return document.querySelector(arguments[0]).innerText",
            vec![json!(".near__status")],
        )
        .await?;
    assert_eq!(
        said,
        "We could not find that place. Postcodes do not work here. Try your county, town or borough."
    );
    Ok(())
}
