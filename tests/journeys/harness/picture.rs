//! Screenshots, for a person to review.

use std::path::Path;

use super::Outcome;
use super::page::Page;

impl Page<'_> {
    /// Saves a screenshot to the folder that `SIDEDOOR_PICTURES` names, if it is set.
    pub async fn keep_a_picture(&self, name: &str) -> Outcome {
        let Some(folder) = std::env::var_os("SIDEDOOR_PICTURES") else {
            return Ok(());
        };
        let picture = self.browser.driver.screenshot_as_png().await?;
        let file = format!("{name}-{:?}.png", self.browser.engine);
        Ok(std::fs::write(Path::new(&folder).join(file), picture)?)
    }
}
