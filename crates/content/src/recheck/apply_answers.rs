//! Applies the answers to the data files: all of them, or none if one is invalid.

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::ToSpan;

use super::answers::{self, Answer, Facts, Outcome};
use super::data_file::{self, Change};
use super::dry_run::{DryRun, Edited, service_file};
use crate::{ContentError, ContentErrors, Edition};
use domain::build_date::BuildDate;
use domain::site::Site;

/// Failure to apply the answers. Nothing was written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ApplyError {
    /// An answer is invalid, or the content with the answers is.
    #[error("{0}Nothing was written.")]
    Bad(#[from] ContentErrors),
    /// A file could not be read or written.
    #[error("the files could not be written, and are as they were: {0}")]
    Files(#[from] std::io::Error),
}

/// Report of what was applied, and what a person still has to do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ApplyReport {
    /// The files that were written.
    pub written: Vec<PathBuf>,
    /// The services whose file had the answer already.
    pub unchanged: Vec<String>,
    /// The services that did not answer. They are asked again.
    pub no_answer: Vec<String>,
    /// The services that no longer exist. They stay published until a person removes them.
    pub gone: Vec<String>,
    /// What a person has to review or edit by hand.
    pub to_do: Vec<String>,
}

/// An answer that is applied to a file.
struct Filled<'a> {
    answer: &'a Answer,
    edited: Edited,
}

/// Applies the answers of a file to `content/helplines/` under `root`.
///
/// # Errors
///
/// Every error in the answers, and in the content with the answers applied. Then nothing was written.
pub fn apply_answers(
    root: &Path,
    site: &Site,
    path: &Path,
    today: BuildDate,
) -> Result<ApplyReport, ApplyError> {
    let main = site.languages.first().map_or("en", String::as_str);
    let edition = crate::read_edition(root, main)?;
    let answers = answers::read(root, path, &edition, today)?;
    let shown = path.to_string_lossy().replace('\\', "/");

    let mut problems = ContentErrors::default();
    let mut filled = Vec::new();
    let mut taken = ApplyReport::default();
    for answer in &answers {
        match &answer.heard {
            Outcome::Nothing => taken.no_answer.push(answer.service.clone()),
            Outcome::Gone => taken.gone.push(answer.service.clone()),
            Outcome::Facts(facts) => match edit(root, site, &edition, answer, facts) {
                Ok(edited) => filled.push(Filled { answer, edited }),
                Err((line, reason)) => problems.push(ContentError {
                    file: shown.clone(),
                    line,
                    reason,
                }),
            },
        }
        if let Some(notes) = &answer.notes {
            taken
                .to_do
                .push(format!("{}: you noted “{notes}”", answer.service));
        }
    }
    problems.into_result(())?;

    let edited: Vec<Edited> = filled.iter().map(|filled| filled.edited.clone()).collect();
    let trial = DryRun::new(root, &edited)?;
    dry_run(trial.root(), site, &filled, &shown)?;
    for filled in &filled {
        taken.to_do.extend(left_to_do(trial.root(), filled));
    }
    let (new, old): (Vec<Edited>, Vec<Edited>) = edited
        .into_iter()
        .partition(|file| file.before != file.after);
    trial.accept(root, &new)?;
    taken.written = new.into_iter().map(|file| file.path).collect();
    let stem = |file: Edited| {
        file.path
            .file_stem()
            .map(|id| id.to_string_lossy().into_owned())
    };
    taken.unchanged = old.into_iter().filter_map(stem).collect();
    Ok(taken)
}

/// Edits the file of a service.
///
/// # Errors
///
/// The line of the answer and the reason.
fn edit(
    root: &Path,
    site: &Site,
    edition: &Edition,
    answer: &Answer,
    facts: &Facts,
) -> Result<Edited, (usize, String)> {
    let path = service_file(&answer.service);
    let before = fs::read_to_string(root.join(&path))
        .map_err(|error| (answer.place.service, format!("its file: {error}")))?;
    let days = i64::from(site.freshness.warn_after()).days();
    let change = Change {
        checked: facts.date,
        next_check: facts.date.saturating_add(days),
        source: &facts.asked,
        source_date: &edition.text.date(facts.date),
        confidence: facts.confidence.as_deref(),
        number: facts.number.as_deref(),
        hours: facts.hours.as_ref(),
    };
    let after = data_file::changed(&before, &change).map_err(|error| {
        use data_file::EditError::{NoNumber, NotHours, SeveralNumbers};
        let line = match error {
            NoNumber | SeveralNumbers => answer.place.number,
            NotHours(_) => answer.place.hours,
            _ => answer.place.service,
        };
        (line, error.to_string())
    })?;
    Ok(Edited {
        path,
        before,
        after,
    })
}

/// Reads every edition with the answers applied, as a build would. An error in an edited file is attributed to its
/// answer.
fn dry_run(
    trial: &Path,
    site: &Site,
    filled: &[Filled<'_>],
    answers: &str,
) -> Result<(), ContentErrors> {
    let mut problems = ContentErrors::default();
    let mut seen = BTreeSet::new();
    for language in &site.languages {
        let Err(found) = crate::read_edition(trial, language) else {
            continue;
        };
        for problem in found.iter() {
            // Each edition reads the services, so errors repeat.
            if seen.insert(problem.to_string()) {
                problems.push(in_the_answer(problem, filled, answers));
            }
        }
    }
    problems.into_result(())
}

fn in_the_answer(problem: &ContentError, filled: &[Filled<'_>], answers: &str) -> ContentError {
    let of_it = |filled: &&Filled<'_>| Path::new(&problem.file) == filled.edited.path;
    let Some(Filled { answer, edited }) = filled.iter().find(of_it) else {
        return problem.clone();
    };
    let line = edited.after.lines().nth(problem.line.saturating_sub(1));
    let holds = |number: &String| line.is_some_and(|line| line.contains(number.as_str()));
    let line = match &answer.heard {
        Outcome::Facts(facts) if facts.number.as_ref().is_some_and(holds) => answer.place.number,
        _ => answer.place.hours,
    };
    ContentError {
        file: answers.to_owned(),
        line,
        reason: format!("{}: {}", answer.service, problem.reason),
    }
}

/// Lists what needs an edit by hand: text that still states the old facts.
fn left_to_do(trial: &Path, filled: &Filled<'_>) -> Vec<String> {
    let Outcome::Facts(facts) = &filled.answer.heard else {
        return Vec::new();
    };
    let file = filled.edited.path.display();
    let mut to_do = Vec::new();
    if facts.hours.is_some() {
        to_do.push(format!(
            "{file}: the hours are new. Its words about hours, its notes and its comments are as they \
             were: read them"
        ));
    }
    let old = data_file::number(&filled.edited.before);
    if let (Some(old), Some(new)) = (old, &facts.number)
        && digits(&old) != digits(new)
    {
        for place in places_of(trial, &digits(&old)) {
            to_do.push(format!("{place}: the old number {old} is still here"));
        }
    }
    to_do
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// Finds the lines of the content that contain a number, however it is spaced.
fn places_of(trial: &Path, number: &str) -> Vec<String> {
    let mut places = Vec::new();
    let mut folders = vec![trial.join("content")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = fs::read_to_string(&path).unwrap_or_default();
            let shown = path.strip_prefix(trial).unwrap_or(&path);
            let lines = (1..).zip(text.lines());
            let found = lines.filter(|(_, line)| line.replace(' ', "").contains(number));
            places.extend(found.map(|(line, _)| format!("{}:{line}", shown.display())));
        }
    }
    places.sort();
    places
}

impl fmt::Display for ApplyReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let written: Vec<String> = self
            .written
            .iter()
            .map(|path| path.display().to_string())
            .collect();
        let mut to_do = self.to_do.clone();
        if !written.is_empty() {
            to_do.push(
                "start.checked in content/<language>/interface.toml says how the numbers were checked. \
                 Is it still true?"
                    .into(),
            );
        }
        for id in &self.gone {
            let file = service_file(id);
            let file = file.display();
            to_do.push(format!(
                "{file}: THE PAGE STILL NAMES A SERVICE THAT IS GONE. Ask a second source today. Then \
                 remove the file, or correct it. A build names every link to a file that was removed. \
                 Publish the page again"
            ));
        }
        for (head, lines) in [
            ("Written:", &written),
            ("Written before, and left as it is:", &self.unchanged),
            (
                "Nobody answered. These are due as before; ring again:",
                &self.no_answer,
            ),
            ("For a person to do:", &to_do),
        ] {
            if !lines.is_empty() {
                writeln!(f, "{head}")?;
                for line in lines {
                    writeln!(f, "  {line}")?;
                }
            }
        }
        if *self == Self::default() {
            writeln!(f, "No answer is filled in.")?;
        }
        Ok(())
    }
}
