//! The directory of services as open data, for charities that maintain a directory.
//!
//! The format is Open Referral's Human Services Data Specification, HSDS. `prerender` writes it to `kit/directory/`,
//! beside `dist/` and not into it. The output is deterministic for an edition and a date of build.
//! `docs/open-data.md` documents every field.

mod hours;
mod ids;
mod service;
mod shape;

use std::path::Path;
use std::{fs, io};

use jiff::civil::Date;

use content::Edition;
use shape::Directory;

/// Version of HSDS.
const HSDS: &str = "3.1";

/// Notes for consumers of the data, who are developers: they are the same in each language.
const NOTICE: [&str; 6] = [
    "The facts were compared with published pages on the assured_date of each service. Nobody dialled \
     a number, unless a source of that service says so.",
    "Hours can change. Show no hours without saying so, and none that are not here.",
    "Keep each service's assured_date, x_next_check and x_sources with it.",
    "A service works only in its service_areas. Where there are none, it is not known where it works.",
    "Names of police areas contain public sector information licensed under the Open Government \
     Licence v3.0.",
    "Names of places in Scotland and Northern Ireland: mySociety, UK local authority names and codes \
     (July 2025), CC BY 4.0.",
];

/// The directory in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenData {
    /// The file, as pretty-printed JSON.
    pub json: String,
}

impl OpenData {
    /// Builds the directory of an edition, as of the date of the build.
    ///
    /// # Errors
    ///
    /// The error of `serde_json` if a value cannot be serialised.
    pub fn new(edition: &Edition, built: Date) -> serde_json::Result<Self> {
        let services = edition
            .services
            .iter()
            .map(|service| service::write(edition, service));
        let directory = Directory {
            hsds_version: HSDS,
            generated: built.to_string(),
            language: edition.text.locale.lang.clone(),
            license: env!("CARGO_PKG_LICENSE"),
            notice: NOTICE,
            services: services.collect::<serde_json::Result<_>>()?,
        };
        let mut json = serde_json::to_string_pretty(&directory)?;
        json.push('\n');
        Ok(Self { json })
    }

    /// Writes the file to a folder.
    ///
    /// # Errors
    ///
    /// The I/O error of a file that cannot be written.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        fs::create_dir_all(folder)?;
        fs::write(folder.join("services.json"), &self.json)
    }
}
