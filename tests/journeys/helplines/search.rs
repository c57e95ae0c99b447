//! The search: as people type, letter by letter and with mistakes.

use domain::view::View;
use serde_json::json;

use super::{AGAIN, Found, Phone, SEARCH, VALUE, found, no_card_moves, type_into};
use crate::harness::page::Shown;
use crate::harness::{Engine, Outcome, Page};

// The app's own rules are the same in every engine.
journeys!(in chromium:
    a_name_with_a_mistake_is_found_and_reset_clears_it,
);
journeys!(in every engine:
    what_was_typed_goes_however_the_page_is_left,
);
cases!(what_was_typed_goes_however_the_page_is_left:
    what_was_typed_goes_with_the_page,
    what_was_typed_goes_from_a_page_that_the_browser_keeps,
);

/// What ranks first for other queries is tested without a browser (`pages::searching`).
async fn a_name_with_a_mistake_is_found_and_reset_clears_it(engine: Engine) -> Outcome {
    let phone = Phone::at_the_list(engine).await?;
    let page = phone.page();
    type_into(&page, SEARCH, "natoinal stalkng").await?;
    let now = found(&page).await?;
    let first = now.names.first().map(String::as_str);
    assert_eq!(first, Some("National Stalking Helpline"));
    let status = format!(
        "Services found: {}. The best match is first. All services are listed below.",
        now.names.len() + now.left
    );
    // The count of guides comes before it.
    assert!(now.status.ends_with(&status) && now.seen, "{now:?}");
    no_card_moves(&page).await?;
    is_cleared(&page).await?;
    assert_eq!(page.console_errors().await?, [""; 0]);
    Ok(())
}

/// Resets, and asserts the initial state.
async fn is_cleared(page: &Page<'_>) -> Outcome {
    page.press(AGAIN).await?;
    let nothing = Found {
        status: "Answers cleared. All services are listed below.".to_owned(),
        seen: false,
        names: Vec::new(),
        reasons: Vec::new(),
        left: 0,
        wrong: Vec::new(),
    };
    assert_eq!(found(page).await?, nothing);
    assert_eq!(page.eval::<String>(VALUE, vec![json!(SEARCH)]).await?, "");
    no_card_moves(page).await
}

async fn what_was_typed_goes_with_the_page(engine: Engine) -> Outcome {
    const SECRET: &str = "samaritens";
    let phone = Phone::at_the_list(engine).await?;
    let page = phone.page();
    let (address, history) = (page.address().await?, page.history_length().await?);
    let asked = phone.site.requests();
    type_into(&page, SEARCH, SECRET).await?;
    assert_eq!(
        found(&page).await?.names.first().map(String::as_str),
        Some("Samaritans")
    );

    // Another view and back: the results stay for the whole visit.
    page.back_to_start().await?;
    page.until_shown(&Shown::the_start()).await?;
    page.show(View::Helplines).await?;
    assert_eq!(
        page.eval::<String>(VALUE, vec![json!(SEARCH)]).await?,
        SECRET
    );

    assert_eq!(page.address().await?, address);
    assert_eq!(page.history_length().await?, history);
    assert_eq!(phone.site.requests(), asked, "something was asked for");
    let kept = page
        .browser
        .driver
        .execute_async(include_str!("../harness/js/kept.js"), Vec::new())
        .await?;
    assert_eq!(kept.convert::<Vec<String>>()?, [""; 0]);

    page.go(&phone.site.page_before()).await?;
    page.go_back().await?;
    page.until("the page is there again", "return document.querySelector(arguments[0]) !== null && document.readyState === 'complete'", vec![json!(SEARCH)])
        .await?;
    page.until_ready().await?;
    let left: String = page.eval(VALUE, vec![json!(SEARCH)]).await?;
    assert_eq!(left, "", "it is still in the field");
    let now = found(&page).await?;
    assert!(now.names.is_empty() && now.status.is_empty(), "{now:?}");
    no_card_moves(&page).await?;
    assert_eq!(page.console_errors().await?, [""; 0]);
    Ok(())
}

/// A browser may store a page in the back/forward cache. No driver can make it do so, so its events are
/// dispatched.
async fn what_was_typed_goes_from_a_page_that_the_browser_keeps(engine: Engine) -> Outcome {
    let phone = Phone::at_the_list(engine).await?;
    let page = phone.page();
    type_into(&page, SEARCH, "samaritens").await?;
    assert!(found(&page).await?.seen);
    page.exec(
        "dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))",
        vec![],
    )
    .await?;
    let gone = "return document.querySelector(arguments[0]).value === ''";
    page.until("the field is empty", gone, vec![json!(SEARCH)])
        .await?;
    let now = found(&page).await?;
    assert!(now.names.is_empty() && now.status.is_empty(), "{now:?}");
    no_card_moves(&page).await
}
