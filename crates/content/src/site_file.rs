//! Parser of `site.toml`: the charity's configuration.

use std::path::Path;
use std::sync::Arc;

use serde::Deserialize;
use toml::Spanned;

use super::error::{ContentError, ContentErrors};
use super::source::SourceFile;
use super::{front_matter, places};
use domain::address::{EmailAddress, WebAddress};
use domain::freshness::FreshnessLimits;
use domain::place::{Area, PoliceArea};
use domain::site::{
    ExitDestination, ExitList, Owner, OwnerContact, PublicTitle, Review, Site, revealing_word,
};

/// The unvalidated file. [`Site`] documents the fields.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SiteFile {
    title: Spanned<String>,
    address: Spanned<String>,
    #[serde(default)]
    address_may_reveal: bool,
    area: Spanned<String>,
    languages: Spanned<Vec<String>>,
    exit: Spanned<Vec<ExitFile>>,
    freshness: Option<FreshnessFile>,
    owner: Option<Spanned<OwnerFile>>,
}

/// The unvalidated owner. See [`Owner`].
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct OwnerFile {
    name: String,
    contact: Spanned<String>,
    reviewed_by: Option<String>,
    reviewed_on: Option<Spanned<toml::value::Datetime>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ExitFile {
    name: String,
    address: Spanned<String>,
}

/// The limits; a missing one has its default. See [`FreshnessLimits`].
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct FreshnessFile {
    warn_after_days: Option<Spanned<i64>>,
    fail_after_days: Option<Spanned<i64>>,
}

/// Reads and validates the file.
pub(super) fn read(root: &Path, places: &[Arc<PoliceArea>]) -> Result<Site, ContentErrors> {
    let file = SourceFile::read(root, Path::new("site.toml"))?;
    let site: SiteFile = file.toml(&file.text, 0)?;
    let mut problems = ContentErrors::default();
    let at = |offset: usize, reason: String| file.problem_at(offset, reason);

    let title = PublicTitle::parse(site.title.get_ref())
        .map_err(|error| problems.push(at(site.title.span().start, error.to_string())));
    let address = web_address(&file, &site.address, &mut problems);
    if let Some(address) = &address {
        let offset = site.address.span().start;
        if address.as_str() != format!("https://{}/", address.host()) {
            problems.push(at(
                offset,
                "the address of the site is a host of its own, like https://information.example/: other pages at the \
                 same host could open what a visitor keeps, whatever its path"
                    .into(),
            ));
        }
        if let Some(word) = revealing_word(address.as_str()).filter(|_| !site.address_may_reveal) {
            problems.push(at(offset, format!(
                "“{word}” in the address stays in every visitor's history and tells what the page is about; \
                 choose another host name, or accept it with address_may_reveal = true"
            )));
        }
    }
    if site.languages.get_ref().is_empty() {
        problems.push(at(
            site.languages.span().start,
            "at least one language is needed".into(),
        ));
    }
    let area = problems.collect(police_area(&file, &site.area, places));
    let exits = address
        .as_ref()
        .and_then(|own| exits(&file, &site.exit, own, &mut problems));
    let freshness = problems.collect(freshness(&file, site.freshness.as_ref()));
    let owner = problems.collect(owner(&file, site.owner));
    match (title, address, area, exits, freshness, owner) {
        (Ok(title), Some(address), Some(area), Some(exits), Some(freshness), Some(owner))
            if problems.is_empty() =>
        {
            Ok(Site {
                title,
                address,
                area,
                exits,
                languages: site.languages.into_inner(),
                freshness,
                owner,
            })
        }
        _ => Err(problems),
    }
}

/// Validates the owner, if there is one.
fn owner(
    file: &SourceFile,
    written: Option<Spanned<OwnerFile>>,
) -> Result<Option<Owner>, ContentErrors> {
    let Some(written) = written else {
        return Ok(None);
    };
    let offset = written.span().start;
    let owner = written.into_inner();
    let mut problems = ContentErrors::default();
    if owner.name.trim().is_empty() {
        let reason = "the owner needs a name that readers know";
        problems.push(file.problem_at(offset, reason));
    }
    let contact = problems.collect(contact(file, &owner.contact));
    let review = problems.collect(review(file, offset, owner.reviewed_by, owner.reviewed_on));
    match (contact, review) {
        (Some(contact), Some(review)) if problems.is_empty() => Ok(Some(Owner {
            name: owner.name,
            contact,
            review,
        })),
        _ => Err(problems),
    }
}

/// How readers tell the owner of a mistake.
fn contact(file: &SourceFile, written: &Spanned<String>) -> Result<OwnerContact, ContentError> {
    let contact = written.get_ref();
    EmailAddress::parse(contact)
        .map(OwnerContact::Email)
        .or_else(|_| WebAddress::parse(contact).map(OwnerContact::Page))
        .map_err(|_| {
            let reason = "readers tell the owner of a mistake by an email address or on a page that starts with https://";
            file.problem_at(written.span().start, reason)
        })
}

/// Who reviewed the words and when; `offset` is where the owner begins.
fn review(
    file: &SourceFile,
    offset: usize,
    by: Option<String>,
    on: Option<Spanned<toml::value::Datetime>>,
) -> Result<Option<Review>, ContentErrors> {
    let (by, on) = match (by, on) {
        (None, None) => return Ok(None),
        (Some(by), Some(on)) if !by.trim().is_empty() => (by, on),
        _ => {
            let reason = "a review needs both reviewed_by and reviewed_on";
            return Err(file.problem_at(offset, reason).into());
        }
    };
    let on = front_matter::date(file, 0, &on)?;
    Ok(Some(Review { by, on }))
}

/// Finds the police area that the site is for.
fn police_area(
    file: &SourceFile,
    written: &Spanned<String>,
    places: &[Arc<PoliceArea>],
) -> Result<Arc<PoliceArea>, ContentError> {
    match places::find(places, file, written)? {
        Area::Police(area) => Ok(area),
        Area::Region(_) => {
            let reason = "the site is for one area: an id of content/places.toml";
            Err(file.problem_at(written.span().start, reason))
        }
    }
}

/// Validates each exit destination, so that an error has the line of its URL.
fn exits(
    file: &SourceFile,
    written: &Spanned<Vec<ExitFile>>,
    own: &WebAddress,
    problems: &mut ContentErrors,
) -> Option<ExitList> {
    let mut destinations = Vec::new();
    for exit in written.get_ref() {
        let Some(address) = web_address(file, &exit.address, problems) else {
            continue;
        };
        let destination = ExitDestination {
            name: exit.name.clone(),
            address,
        };
        match ExitList::new(vec![destination.clone()], own) {
            Ok(_) => destinations.push(destination),
            Err(error) => {
                let offset = exit.address.span().start;
                problems.push(file.problem_at(offset, error.to_string()));
            }
        }
    }
    if destinations.len() < written.get_ref().len() {
        return None;
    }
    ExitList::new(destinations, own)
        .map_err(|error| problems.push(file.problem_at(written.span().start, error.to_string())))
        .ok()
}

fn web_address(
    file: &SourceFile,
    written: &Spanned<String>,
    problems: &mut ContentErrors,
) -> Option<WebAddress> {
    WebAddress::parse(written.get_ref())
        .map_err(|error| problems.push(file.problem_at(written.span().start, error.to_string())))
        .ok()
}

/// Validates each limit, with its line, then both together.
fn freshness(
    file: &SourceFile,
    written: Option<&FreshnessFile>,
) -> Result<FreshnessLimits, ContentErrors> {
    let usual = FreshnessLimits::default();
    let Some(written) = written else {
        return Ok(usual);
    };
    let mut problems = ContentErrors::default();
    let mut days = |field: &Option<Spanned<i64>>, usual: u16| {
        field.as_ref().map_or(usual, |field| {
            FreshnessLimits::days(*field.get_ref()).unwrap_or_else(|error| {
                problems.push(file.problem_at(field.span().start, error.to_string()));
                usual
            })
        })
    };
    let warn_after = days(&written.warn_after_days, usual.warn_after());
    let fail_after = days(&written.fail_after_days, usual.fail_after());
    if !problems.is_empty() {
        return Err(problems);
    }
    let last = written
        .fail_after_days
        .as_ref()
        .or(written.warn_after_days.as_ref());
    FreshnessLimits::new(warn_after, fail_after).map_err(|error| {
        let offset = last.map_or(0, |field| field.span().start);
        file.problem_at(offset, error.to_string()).into()
    })
}
