//! Parses and validates `content/` and `site.toml` into the types of [`domain`].
//!
//! This runs on the host, never in the browser: text reaches a reader as HTML and is not part of the WASM. The
//! parser is the validator, so there is no separate schema that could drift.
//!
//! Invalid content fails the build, which lists every problem with file, line and reason.

mod bank_holidays;
pub mod decoys;
mod error;
pub mod freshness;
mod front_matter;
mod guides;
mod hours;
mod interface;
mod links;
mod markdown;
mod places;
pub mod pseudo;
pub mod reading;
pub mod recheck;
mod screens;
mod service_summary;
mod services;
mod site_file;
mod source;

use std::path::Path;
use std::sync::Arc;

pub use error::{ContentError, ContentErrors};
pub use interface::{InterfaceText, StartText, ViewText};
pub(crate) use source::SourceFile;

use diary::text::ScreensText;
use domain::bank_holidays::BankHolidays;
use domain::guide::Guide;
use domain::place::PoliceArea;
use domain::service::{Group, Service};
use domain::site::Site;
use domain::view::View;

/// The content of one language.
#[derive(Debug, Clone)]
pub struct Edition {
    /// Text of the user interface.
    pub text: InterfaceText,
    /// Words of the screens on which a person writes.
    pub screens: ScreensText,
    /// The listed services, in the order of the list.
    pub services: Vec<Service>,
    /// Services that only guides link to ([`Service::listed`]).
    pub unlisted: Vec<Service>,
    /// Every guide, in the order of the views.
    pub guides: Vec<Guide>,
    /// The bank holidays. They are the same in each language.
    pub bank_holidays: BankHolidays,
    /// The police areas, by which people find local services.
    pub places: Vec<Arc<PoliceArea>>,
}

impl Edition {
    /// Finds the service with this id, listed or not.
    #[must_use]
    pub fn service(&self, id: &str) -> Option<&Service> {
        self.every_service().find(|service| service.id == id)
    }

    /// Iterates over every service, unlisted ones last.
    pub fn every_service(&self) -> impl Iterator<Item = &Service> {
        self.services.iter().chain(&self.unlisted)
    }

    /// Iterates over the services of a group.
    pub fn services_in(&self, group: Group) -> impl Iterator<Item = &Service> {
        self.services
            .iter()
            .filter(move |service| service.group == group)
    }

    /// Iterates over the guides of a view.
    pub fn guides_in(&self, view: View) -> impl Iterator<Item = &Guide> {
        self.guides.iter().filter(move |guide| guide.view == view)
    }
}

/// Reads `site.toml` from `root`.
///
/// # Errors
///
/// Every fault in the file.
pub fn read_site(root: &Path) -> Result<Site, ContentErrors> {
    site_file::read(root, &places::read(root)?)
}

/// The services, and what the rules of opening hours and matching need beside them.
#[derive(Debug, Clone)]
pub struct Directory {
    /// Every service, listed or not, in the order of the list.
    pub services: Vec<Service>,
    /// The bank holidays.
    pub bank_holidays: BankHolidays,
    /// The police areas.
    pub places: Vec<Arc<PoliceArea>>,
}

/// Reads `content/helplines/`, `content/bank_holidays.toml` and `content/places.toml` under `root`: an edition without
/// its guides and its interface.
///
/// # Errors
///
/// Every fault in these files, in the order of the files.
pub fn read_directory(root: &Path, language: &str) -> Result<Directory, ContentErrors> {
    let mut problems = ContentErrors::default();
    let (services, places) = services_and_places(root, language, &mut problems);
    let bank_holidays = problems.collect(bank_holidays::read(root));
    match (services, bank_holidays, places) {
        (Some(services), Some(bank_holidays), Some(places)) => Ok(Directory {
            services,
            bank_holidays,
            places,
        }),
        _ => Err(problems),
    }
}

fn services_and_places(
    root: &Path,
    language: &str,
    problems: &mut ContentErrors,
) -> (Option<Vec<Service>>, Option<Vec<Arc<PoliceArea>>>) {
    let places = problems.collect(places::read(root));
    let services = places
        .as_ref()
        .and_then(|places| problems.collect(services::read(root, language, places)));
    (services, places)
}

/// Reads one language's edition: `content/<language>/`, `content/helplines/`,
/// `content/bank_holidays.toml` and `content/places.toml` under `root`.
///
/// # Errors
///
/// Every fault in every file, in the order of the files.
pub fn read_edition(root: &Path, language: &str) -> Result<Edition, ContentErrors> {
    let mut problems = ContentErrors::default();
    let text = problems.collect(interface::read(root, language));
    let screens = problems.collect(screens::read(root, language));
    let (services, places) = services_and_places(root, language, &mut problems);
    let guides = problems
        .collect(guides::read(root, language))
        .unwrap_or_default();
    let bank_holidays = problems.collect(bank_holidays::read(root));
    if let (Some(text), Some(services)) = (&text, &services) {
        interface::name_languages(root, language, text, services, &mut problems);
    }
    // If the services failed to parse, every link to one would be reported as broken.
    if let Some(services) = &services {
        links::check(services, &guides, &mut problems);
    }
    reading::check(language, &guides, &mut problems);
    let guides = guides.into_iter().map(|(guide, _)| guide).collect();
    match (text, screens, services, bank_holidays, places) {
        (Some(text), Some(screens), Some(services), Some(bank_holidays), Some(places))
            if problems.is_empty() =>
        {
            let (services, unlisted) = services.into_iter().partition(|service| service.listed);
            Ok(Edition {
                text,
                screens,
                services,
                unlisted,
                guides,
                bank_holidays,
                places,
            })
        }
        _ => Err(problems),
    }
}
