//! The decoys: what they show and do, their layout, and that they store and send nothing.

mod calculating;
mod looks;
mod others;

use decoys::Decoy;

use crate::harness::{Outcome, Page};

/// Opens the page of a decoy, as a start from the home screen does.
pub(crate) async fn open(page: &Page<'_>, tool: Decoy) -> Outcome {
    let address = format!("{}{}/", page.site.page(), tool.name());
    page.go(&page.site.page_before()).await?;
    page.go(&address).await
}

/// The same, once it is ready.
pub(crate) async fn open_ready(page: &Page<'_>, tool: Decoy) -> Outcome {
    open(page, tool).await?;
    page.until_ready().await
}

/// The text of an element.
pub(crate) async fn text(page: &Page<'_>, selector: &str) -> Outcome<String> {
    let script = "return document.querySelector(arguments[0]).textContent.trim()";
    page.eval(script, vec![serde_json::json!(selector)]).await
}
