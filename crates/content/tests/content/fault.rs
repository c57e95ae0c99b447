//! Fault injection: one fault in one file, and the expected error.

use content::{self, ContentError, ContentErrors};

use crate::copy::Copy;

/// An edit that makes a file invalid.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Edit {
    /// Replaces the first text by the second. The first has to occur exactly once.
    Swap(&'static str, &'static str),
    /// Replaces the line of a key. The key is searched for below a line of the file (`""` for the top), so that
    /// the words of the real content may change.
    Line(&'static str, &'static str, &'static str),
    /// Replaces everything from a line on.
    Rest(&'static str, &'static str),
    /// Removes a table, up to the next empty line.
    Table(&'static str),
    /// Replaces the whole file.
    Whole(&'static str),
}

/// An edit, the expected position of the error, and words of its reason.
pub(crate) struct Fault {
    /// What the case is about.
    pub(crate) what: &'static str,
    /// How the file is spoiled.
    pub(crate) edit: Edit,
    /// Text that occurs once in the edited file, in the line that the error has to name.
    pub(crate) at: &'static str,
    /// Words of the reason.
    pub(crate) says: &'static str,
}

impl Edit {
    /// The edited text.
    #[track_caller]
    pub(crate) fn apply(self, text: &str) -> String {
        match self {
            Self::Swap(from, to) => {
                assert_eq!(
                    text.matches(from).count(),
                    1,
                    "“{from}” has to stand there once"
                );
                text.replace(from, to)
            }
            Self::Line(below, key, to) => {
                let (before, after) = split(text, below);
                let (kept, rest) = split(after, &format!("\n{key} = "));
                let kept = kept.strip_suffix(&format!("\n{key} = ")).unwrap();
                let (_, rest) = rest.split_once('\n').unwrap();
                format!("{before}{kept}\n{to}\n{rest}")
            }
            Self::Rest(from, to) => {
                let (before, _) = text.split_once(from).unwrap();
                format!("{before}{to}")
            }
            Self::Table(header) => {
                let (before, after) = text.split_once(header).unwrap();
                let (_, rest) = after.split_once("\n\n").unwrap_or_default();
                format!("{before}{rest}")
            }
            Self::Whole(text) => text.to_owned(),
        }
    }
}

/// Splits after the first `mark`.
#[track_caller]
fn split<'a>(text: &'a str, mark: &str) -> (&'a str, &'a str) {
    let at = text
        .find(mark)
        .unwrap_or_else(|| panic!("“{mark}” is not there"));
    text.split_at(at + mark.len())
}

/// The line number of text that occurs once.
#[track_caller]
pub(crate) fn line_of(text: &str, words: &str) -> usize {
    assert_eq!(
        text.matches(words).count(),
        1,
        "“{words}” has to stand once in\n{text}"
    );
    let (before, _) = text.split_once(words).unwrap();
    1 + before.matches('\n').count()
}

/// Every error that the build reports for a copy.
pub(crate) fn problems(copy: &Copy) -> Vec<ContentError> {
    let site = content::read_site(copy.root()).err();
    let edition = content::read_edition(copy.root(), "en").err();
    [site, edition]
        .iter()
        .flatten()
        .flat_map(ContentErrors::iter)
        .cloned()
        .collect()
}

/// Applies each edit to `file`, and asserts the one error that it causes.
#[track_caller]
pub(crate) fn each_is_refused(file: &str, faults: &[Fault]) {
    let wrong: Vec<String> = faults
        .iter()
        .filter_map(|fault| missed(file, fault))
        .collect();
    assert!(wrong.is_empty(), "{file}\n{}", wrong.join("\n"));
}

/// The difference from the expected error, or `None`.
fn missed(file: &str, fault: &Fault) -> Option<String> {
    let copy = Copy::new();
    let spoiled = fault.edit.apply(&copy.read(file));
    copy.write(file, &spoiled);
    let line = line_of(&spoiled, fault.at);
    let found = problems(&copy);
    let right = |problem: &ContentError| {
        problem.file == file && problem.line == line && problem.reason.contains(fault.says)
    };
    match found.as_slice() {
        [problem] if right(problem) => None,
        _ => {
            let found: Vec<String> = found.iter().take(3).map(ContentError::to_string).collect();
            Some(format!(
                "- {}: expected line {line} and “{}”, found: {}",
                fault.what,
                fault.says,
                found.join("\n    ")
            ))
        }
    }
}
