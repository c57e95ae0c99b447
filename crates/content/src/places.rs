//! Parser of `content/places.toml`: police areas and the names of their places.

use std::path::Path;
use std::sync::Arc;

use serde::Deserialize;
use toml::Spanned;

use super::error::{ContentError, ContentErrors};
use super::source::SourceFile;
use domain::place::{Area, PoliceArea, Region};

/// The unvalidated file. [`PoliceArea`] documents the fields.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PlacesFile {
    force: Vec<Spanned<ForceFile>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ForceFile {
    id: String,
    name: String,
    area: String,
    nation: Region,
    places: Vec<String>,
}

/// Reads every area.
pub(super) fn read(root: &Path) -> Result<Vec<Arc<PoliceArea>>, ContentErrors> {
    let file = SourceFile::read(root, Path::new("content/places.toml"))?;
    let written: PlacesFile = file.toml(&file.text, 0)?;
    let mut problems = ContentErrors::default();
    let mut areas: Vec<Arc<PoliceArea>> = Vec::new();
    for force in written.force {
        let offset = force.span().start;
        let force = force.into_inner();
        if areas.iter().any(|other| other.id == force.id) {
            let reason = format!("the id “{}” is used twice", force.id);
            problems.push(file.problem_at(offset, reason));
        }
        if region(&force.id).is_some() || force.nation == Region::Uk {
            let reason = "a police force is not a whole country: choose another id, and the country it lies in";
            problems.push(file.problem_at(offset, reason));
        }
        if let Some(twice) = repeated(&force.places) {
            let reason = format!("“{twice}” is there twice in the same area");
            problems.push(file.problem_at(offset, reason));
        }
        areas.push(Arc::new(PoliceArea {
            id: force.id,
            force: force.name,
            name: force.area,
            region: force.nation,
            places: force.places,
        }));
    }
    problems.into_result(areas)
}

fn repeated(names: &[String]) -> Option<&String> {
    let mut earlier = names.iter().enumerate();
    earlier.find_map(|(index, name)| names.iter().take(index).find(|other| *other == name))
}

/// Finds the area that a content file names: `uk`, a country, or the id of a police area.
pub(super) fn find(
    areas: &[Arc<PoliceArea>],
    file: &SourceFile,
    written: &Spanned<String>,
) -> Result<Area, ContentError> {
    let name = written.get_ref();
    let police = || areas.iter().find(|area| area.id == *name).cloned();
    region(name)
        .map(Area::Region)
        .or_else(|| police().map(Area::Police))
        .ok_or_else(|| {
            let reason = format!(
                "there is no area “{name}”: it is uk, england, wales, scotland, northern-ireland or an id of content/places.toml"
            );
            file.problem_at(written.span().start, reason)
        })
}

fn region(name: &str) -> Option<Region> {
    let words = serde::de::value::StrDeserializer::<serde::de::value::Error>::new(name);
    Region::deserialize(words).ok()
}
