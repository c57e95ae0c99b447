//! The fixture of most journeys of the exit.

use super::Outcome;
use super::destination::{Answer, Destination};
use super::engine::{Browser, Engine};
use super::page::Page;
use super::site::{Serving, Site};

/// A phone with the page open, whose exit leads to a mock destination.
#[derive(Debug)]
pub struct Scene {
    /// Where the exit leads.
    pub destination: Destination,
    /// The site that serves the page.
    pub site: Site,
    /// The session.
    pub browser: Browser,
}

impl Scene {
    /// The page, open and ready. The destination responds as `answer` says.
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
