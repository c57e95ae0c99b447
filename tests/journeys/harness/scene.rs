//! How most journeys of the exit begin.

use super::Outcome;
use super::destination::{Answer, Destination};
use super::engine::{Browser, Engine};
use super::page::Page;
use super::site::{Serving, Site};

/// A phone with the page on it, whose exit leads to a destination.
#[derive(Debug)]
pub struct Scene {
    /// Where the exit leads.
    pub destination: Destination,
    /// Where the page comes from.
    pub site: Site,
    /// The phone's browser.
    pub browser: Browser,
}

impl Scene {
    /// The page, open and with its app running. The destination answers as told.
    pub async fn ready(engine: Engine, answer: Answer) -> Outcome<Self> {
        let destination = Destination::start(answer).await?;
        let site = Serving::dist().leaving_to(&destination).start().await?;
        let browser = engine.on_a_phone().await?;
        let scene = Self {
            destination,
            site,
            browser,
        };
        scene.page().open_ready().await?;
        Ok(scene)
    }

    /// The page.
    pub fn page(&self) -> Page<'_> {
        Page::of(&self.browser, &self.site)
    }
}
