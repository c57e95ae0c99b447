//! Parser of Easy Read lines: `- ![](picture:name) One short sentence.`

use pulldown_cmark::{Event, Tag};

use super::Reader;
use super::inline::Act;
use crate::error::ContentErrors;
use crate::source::SourceFile;
use domain::guide::{Drawing, Text, plain_words};

/// Parses `body`, which starts at byte `start` of the file.
pub(crate) fn read(
    file: &SourceFile,
    body: &str,
    start: usize,
) -> Result<Vec<(Drawing, Text)>, ContentErrors> {
    const SHAPE: &str =
        "Easy Read is one list, each point a picture and a sentence: - ![](picture:name) words";
    let mut reader = Reader::new(file, body, start);
    let mut problems = ContentErrors::default();
    let mut lines = Vec::new();
    if !matches!(
        reader.events.next(),
        Some((Event::Start(Tag::List(None)), _))
    ) {
        return Err(file.problem_at(start, SHAPE).into());
    }
    while let Some((event, range)) = reader.events.next() {
        match event {
            Event::Start(Tag::Item) => {
                let text = reader.inline(&range)?;
                let Some(Act::Show(name)) = text.1 else {
                    problems.push(reader.problem(&range, SHAPE));
                    continue;
                };
                if plain_words(&text.0).trim().is_empty() {
                    problems.push(reader.problem(&range, SHAPE));
                }
                match Drawing::from_name(&name) {
                    Some(drawing) => lines.push((drawing, text.0)),
                    None => {
                        problems
                            .push(reader.problem(&range, format!("there is no drawing “{name}”")));
                    }
                }
            }
            Event::End(_) => {}
            _ => problems.push(reader.problem(&range, SHAPE)),
        }
    }
    problems.into_result(lines)
}
