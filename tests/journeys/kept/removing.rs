//! Removing the copy, and removing everything: what is stored afterwards, and what is shown of what remains.

use super::{held, keep, open, open_set_up, until_decoy, until_offered, until_said};
use crate::harness::{Engine, Outcome, Page, Serving};
use decoys::Decoy;

journeys!(in every engine: from_the_kept_copy_with_no_network_everything_goes);
journeys!(in chromium and webkit: from_the_page_on_the_host_everything_goes);

async fn from_the_page_on_the_host_everything_goes(engine: Engine) -> Outcome {
    let site = Serving::dist().untouched().start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    keep(&page, Decoy::Converter).await?;
    page.exec("localStorage.setItem('reading', 'letters=large')", vec![])
        .await?;
    // WebKit lists a registration that was made anew in the next document only.
    open_set_up(&page).await?;
    let before = held(&page).await?;
    assert_eq!(before.len(), 4, "{before:?}");
    for (act, answer, left) in [("copy", "gone", 1), ("all", "removed", 0)] {
        open_set_up(&page).await?;
        until_offered(&page, "new").await?;
        // One press too few removes nothing.
        page.press(&format!("[data-do={act}]")).await?;
        assert!(held(&page).await?.len() > left);
        page.press(&format!("[data-do=remove-{act}]")).await?;
        until_said(&page, answer).await?;
        assert_eq!(held(&page).await?.len(), left, "{act}");
    }
    // It can be set up again, behind another decoy; and anew while there is one.
    keep(&page, Decoy::Converter).await?;
    keep(&page, Decoy::Calculator).await?;
    open(&page, Decoy::Calculator).await
}

async fn from_the_kept_copy_with_no_network_everything_goes(engine: Engine) -> Outcome {
    let site = Serving::dist().untouched().start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    keep(&page, Decoy::Calculator).await?;
    site.go_off_the_network().await?;
    open(&page, Decoy::Calculator).await?;
    page.show(domain::view::View::About).await?;
    page.unfold().await?;
    page.press("[data-keep]").await?;
    until_offered(&page, "kept").await?;
    // And back.
    page.press("[data-do=back]").await?;
    page.until(
        "the copy is shown",
        "return Boolean(document.querySelector('[data-keep]'))",
        vec![],
    )
    .await?;
    page.until_ready().await?;
    page.show(domain::view::View::About).await?;
    page.unfold().await?;
    page.press("[data-keep]").await?;
    until_offered(&page, "kept").await?;
    page.press("[data-do=all]").await?;
    page.press("[data-do=remove-all]").await?;
    until_said(&page, "removed").await?;
    assert_eq!(held(&page).await?, [""; 0]);
    // The exit still leads away, once there is a network.
    site.come_back_to_the_network().await?;
    page.press_exit().await?;
    until_decoy(&page, Decoy::Calculator).await
}
