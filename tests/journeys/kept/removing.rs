//! Removing everything: the storage report afterwards, and what is shown of what remains.

use decoys::Decoy;
use site::ui::keep::{FOLDER, PAGE_FILE};

use super::{at, held, keep, open, open_set_up, until_offered, until_said};
use crate::harness::{Engine, Outcome, Page, Serving};

journeys!(in every engine: from_the_kept_copy_with_no_network_everything_goes);
journeys!(in chromium and webkit: from_the_page_on_the_host_everything_goes);

async fn from_the_page_on_the_host_everything_goes(engine: Engine) -> Outcome {
    let site = Serving::dist().untouched().start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    keep(&page, Decoy::Converter).await?;
    page.exec("localStorage.setItem('reading', 'letters=large')", vec![])
        .await?;
    let before = held(&page).await?;
    assert_eq!(before.len(), 4, "{before:?}");
    open_set_up(&page).await?;
    until_offered(&page, "kept").await?;
    // One press too few removes nothing.
    page.press("[data-do=sure]").await?;
    assert_eq!(held(&page).await?, before);
    page.press("[data-do=remove]").await?;
    until_said(&page, "removed").await?;
    assert_eq!(held(&page).await?, [""; 0]);
    // It can be set up again, behind another decoy.
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
    page.until_at(&at(&page, &format!("{FOLDER}/{PAGE_FILE}")))
        .await?;
    until_offered(&page, "kept").await?;
    page.press("[data-do=sure]").await?;
    page.press("[data-do=remove]").await?;
    until_said(&page, "removed").await?;
    assert_eq!(held(&page).await?, [""; 0]);
    // The exit still leads away, once there is a network.
    site.come_back_to_the_network().await?;
    page.press_exit().await?;
    page.until_at(&at(&page, "calculator/")).await
}
