//! Parser of `content/<language>/<view>/`: one Markdown file per guide.
//!
//! A file starts with TOML front matter between two lines of `+++`: title and sources.

use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use super::error::{ContentError, ContentErrors};
use super::front_matter::AssuranceFile;
use super::markdown;
use super::screens;
use super::source::SourceFile;
use domain::guide::{EasyRead, Guide};
use domain::view::View;

/// The unvalidated front matter. [`Guide`] documents the fields.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct FrontMatter {
    title: Spanned<String>,
    summary: String,
    order: u16,
    #[serde(default)]
    folded: bool,
    #[serde(default)]
    search: Vec<String>,
    #[serde(default)]
    crisis: bool,
    assurance: AssuranceFile,
}

/// The front matter of an Easy Read version: `content/<language>/easy/<guide id>.md`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct EasyFrontMatter {
    title: String,
}

const FENCE: &str = "+++\n";
/// Folder of the Easy Read versions.
const EASY: &str = "easy";

/// Reads every guide, each with its source file.
pub(super) fn read(root: &Path, language: &str) -> Result<Vec<(Guide, SourceFile)>, ContentErrors> {
    let language = Path::new("content").join(language);
    let mut known = View::ALL.map(View::name).to_vec();
    known.extend(["interface.toml", screens::FILE, EASY, "tools"]);
    let mut problems = SourceFile::refuse_others(root, &language, &known);
    let mut guides: Vec<(Guide, SourceFile)> = Vec::new();
    for view in View::ALL {
        let folder = language.join(view.name());
        if !root.join(&folder).is_dir() {
            continue;
        }
        let files = problems
            .collect(SourceFile::read_folder(root, &folder, "md"))
            .unwrap_or_default();
        let mut in_view = Vec::new();
        for file in files {
            let Some(guide) = problems.collect(read_one(&file, view)) else {
                continue;
            };
            if let Some((other, _)) = guides
                .iter()
                .chain(&in_view)
                .find(|(other, _)| other.id == guide.id)
            {
                let reason = format!("the id “{}” (the name of the file) is used twice", other.id);
                problems.push(file.problem_at(0, reason));
            }
            in_view.push((guide, file));
        }
        in_view.sort_by(|(a, _), (b, _)| (a.order, &a.id).cmp(&(b.order, &b.id)));
        guides.append(&mut in_view);
    }
    let easy = language.join(EASY);
    if root.join(&easy).is_dir() {
        for file in problems
            .collect(SourceFile::read_folder(root, &easy, "md"))
            .unwrap_or_default()
        {
            let Some(easy) = problems.collect(read_easy(&file)) else {
                continue;
            };
            if let Some((guide, _)) = guides.iter_mut().find(|(guide, _)| guide.id == file.stem) {
                guide.easy = Some(easy);
            } else if problems.is_empty() {
                // A guide that failed to parse is not reported as missing too.
                let reason = format!("there is no guide “{}”", file.stem);
                problems.push(file.problem_at(0, reason));
            }
        }
    }
    problems.into_result(guides)
}

fn read_easy(file: &SourceFile) -> Result<EasyRead, ContentErrors> {
    let Parts {
        front,
        front_at,
        body,
        body_at,
    } = split(file)?;
    let front: EasyFrontMatter = file.toml(front, front_at)?;
    let lines = markdown::read_easy(file, body, body_at)?;
    Ok(EasyRead {
        title: front.title,
        lines,
    })
}

fn read_one(file: &SourceFile, view: View) -> Result<Guide, ContentErrors> {
    let Parts {
        front,
        front_at,
        body,
        body_at,
    } = split(file)?;
    let mut problems = ContentErrors::default();
    let front: Option<FrontMatter> =
        problems.collect(file.toml(front, front_at).map_err(ContentErrors::from));
    let blocks = problems.collect(markdown::read(file, body, body_at));
    let (Some(front), Some(blocks)) = (front, blocks) else {
        return Err(problems);
    };
    if front.title.get_ref().trim().is_empty() {
        problems
            .push(file.problem_at(front_at + front.title.span().start, "a guide needs a title"));
    }
    let assurance = problems.collect(front.assurance.check(file, front_at));
    match assurance {
        Some(assurance) if problems.is_empty() => Ok(Guide {
            id: file.stem.clone(),
            view,
            order: front.order,
            title: front.title.into_inner(),
            summary: front.summary,
            folded: front.folded,
            search: front.search,
            crisis: front.crisis,
            assurance,
            blocks,
            easy: None,
        }),
        _ => Err(problems),
    }
}

/// Front matter and Markdown of a guide, each with its byte offset.
pub(super) struct Parts<'a> {
    pub(super) front: &'a str,
    pub(super) front_at: usize,
    body: &'a str,
    body_at: usize,
}

/// Splits a file at the fences of the front matter.
pub(super) fn split(file: &SourceFile) -> Result<Parts<'_>, ContentError> {
    let missing = || {
        file.problem_at(
            0,
            "the file has to start with +++, its front matter, and +++",
        )
    };
    let rest = file.text.strip_prefix(FENCE).ok_or_else(missing)?;
    let (front, body) = rest.split_once("\n+++\n").ok_or_else(missing)?;
    Ok(Parts {
        front,
        front_at: FENCE.len(),
        body,
        body_at: file.text.len() - body.len(),
    })
}
