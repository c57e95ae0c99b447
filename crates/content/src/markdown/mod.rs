//! Parses Markdown (`CommonMark`) into the blocks of a guide.
//!
//! Guides support a small subset; everything else is an error, so that a reader gets exactly what a file says:
//!
//! | written | becomes |
//! |---|---|
//! | `## Heading`, `### Heading` | headings; no level may be skipped |
//! | `- point`, `1. step`, `- [x] tick` | the three kinds of list |
//! | `- [ ] point` | a checkbox |
//! | `> [!IMPORTANT]` | a note: what to know first, one in a guide |
//! | `> [!NOTE]`, a question, then `- [answer](pick:name)` | a choice that selects sections, one in a guide; `- [ ] [answer](pick:name)` for multiple choice |
//! | `## Heading {.name}` | a conditional section for those answers, up to the next `##` |
//! | `> [!TIP]`, a caption, then `label` / `: value` pairs | an example |
//! | `word` / `: meaning` | a term that expands to its definition |
//! | `[words](view:diary)` | a link to another view |
//! | the same alone in a paragraph | a button that opens the view |
//! | `*Risk: …*` | the risk of the step before it |
//! | `![what it shows](picture:name)` alone in a paragraph | a numbered diagram, explained by the list below it |
//! | `[words](print:name)` alone in a paragraph | a sheet to print and fill in by hand |
//! | `[when to press it](service:id)` alone in a paragraph | a row that dials the service |
//! | `[words](rehearsal:)` alone in a paragraph | a button that shows the cover as a rehearsal |
//! | `[words](look:)` alone in a paragraph | a button that fills the items of the list below it with the storage report |
//! | `` `0808 802 0300` `` | a phone number |
//! | `[words](https://…)` | an external link |

mod choice;
mod easy;
mod inline;

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, Event, HeadingLevel, Options, Parser, Tag};

use super::error::{ContentError, ContentErrors};
use super::source::SourceFile;
use choice::Parts;
use domain::guide::{Block, ListKind, Text, plain_words};
pub(super) use easy::read as read_easy;
use inline::InlineText;

/// Parses `body`, which starts at byte `start` of the file.
pub(super) fn read(
    file: &SourceFile,
    body: &str,
    start: usize,
) -> Result<Vec<Block>, ContentErrors> {
    let mut reader = Reader::new(file, body, start);
    let mut problems = ContentErrors::default();
    let mut parts = Parts::default();
    let mut depth = 0;
    let mut notes = 0;
    while let Some((event, range)) = reader.events.next() {
        let names = choice::names(&event);
        let Some(read) = problems.collect(reader.block(event, &range).map_err(ContentErrors::from))
        else {
            // After an error inside a block the parser is out of step: further errors would be spurious.
            break;
        };
        for block in &read {
            match block {
                Block::Heading { depth: next, .. } if *next > depth + 1 => {
                    problems.push(
                        reader.problem(&range, "a heading level is skipped: ### has to follow ##"),
                    );
                }
                Block::Heading { depth: next, .. } => depth = *next,
                Block::Note(_) if notes == 1 => {
                    problems.push(
                        reader.problem(&range, "a second note: only one thing can come first"),
                    );
                }
                Block::Note(_) => notes += 1,
                _ => {}
            }
        }
        let names_of_answers = std::mem::take(&mut reader.answers);
        if let Err(reason) = parts.add(read, &names, names_of_answers) {
            problems.push(reader.problem(&range, reason));
        }
    }
    match parts.finish() {
        Ok(blocks) => problems.into_result(blocks),
        Err(name) => {
            let place = file.text.find(&format!("(pick:{name})"));
            let reason =
                format!("nothing fits the answer “pick:{name}”: a heading says {{.{name}}}");
            problems.push(file.problem_at(place.unwrap_or(start), reason));
            Err(problems)
        }
    }
}

type Spot<'a> = (Event<'a>, Range<usize>);

struct Reader<'a> {
    file: &'a SourceFile,
    start: usize,
    events: std::iter::Peekable<std::vec::IntoIter<Spot<'a>>>,
    /// Answer names of the choice that has just been parsed.
    answers: Vec<String>,
}

impl<'a> Reader<'a> {
    fn new(file: &'a SourceFile, body: &'a str, start: usize) -> Self {
        // The extensions in the last line are enabled only so that they are rejected instead of printed as text.
        let options = Options::ENABLE_TASKLISTS
            | Options::ENABLE_DEFINITION_LIST
            | Options::ENABLE_GFM
            | Options::ENABLE_HEADING_ATTRIBUTES
            | Options::ENABLE_SMART_PUNCTUATION
            | (Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES);
        let events: Vec<_> = Parser::new_ext(body, options).into_offset_iter().collect();
        Self {
            file,
            start,
            events: events.into_iter().peekable(),
            answers: Vec::new(),
        }
    }

    fn problem(&self, range: &Range<usize>, reason: impl Into<String>) -> ContentError {
        self.file.problem_at(self.start + range.start, reason)
    }

    fn block(
        &mut self,
        event: Event<'_>,
        range: &Range<usize>,
    ) -> Result<Vec<Block>, ContentError> {
        match event {
            Event::Start(Tag::Paragraph) => {
                let text = self.inline(range)?;
                Ok(vec![text.into_block().map_err(|reason| self.problem(range, reason))?])
            }
            Event::Start(Tag::Heading { level, .. }) => {
                let depth = match level {
                    HeadingLevel::H2 => 1,
                    HeadingLevel::H3 => 2,
                    HeadingLevel::H1 => {
                        return Err(self.problem(
                            range,
                            "the title belongs in the front matter; headings start at ##",
                        ));
                    }
                    _ => return Err(self.problem(range, "headings go no deeper than ###")),
                };
                Ok(vec![Block::Heading {
                    depth,
                    text: self.inline(range)?.0,
                }])
            }
            Event::Start(Tag::List(first)) => Ok(vec![self.list(first.is_some(), range)?]),
            Event::Start(Tag::BlockQuote(Some(BlockQuoteKind::Important))) => {
                Ok(vec![self.note(range)?])
            }
            Event::Start(Tag::BlockQuote(Some(BlockQuoteKind::Tip))) => {
                Ok(vec![self.example(range)?])
            }
            Event::Start(Tag::BlockQuote(Some(BlockQuoteKind::Note))) => {
                Ok(vec![self.choice(range)?])
            }
            Event::Start(Tag::BlockQuote(_)) => Err(self.problem(
                range,
                "a quoted block starts with [!IMPORTANT] (a note), [!NOTE] (a choice) or [!TIP] (an example)",
            )),
            Event::Start(Tag::DefinitionList) => {
                let pairs = self.definitions(range)?;
                Ok(pairs
                    .into_iter()
                    .map(|(word, meaning)| Block::Term { word, meaning })
                    .collect())
            }
            Event::Html(_) | Event::Start(Tag::HtmlBlock) => {
                Err(self.problem(range, "raw HTML is not allowed"))
            }
            _ => Err(self.problem(
                range,
                "guidance may not hold this: see the table in crates/content/src/markdown",
            )),
        }
    }

    fn list(&mut self, numbered: bool, opened: &Range<usize>) -> Result<Block, ContentError> {
        let mut kind = if numbered {
            ListKind::Steps
        } else {
            ListKind::Dots
        };
        let mut items = Vec::new();
        let mut empty_boxes = 0;
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::End(_) if empty_boxes == items.len() => return Ok(Block::Boxes(items)),
                Event::End(_) if empty_boxes > 0 => {
                    return Err(
                        self.problem(opened, "either every point has an empty box, or none")
                    );
                }
                Event::End(_) => return Ok(Block::List { kind, items }),
                Event::Start(Tag::Item) => {
                    match self.tick() {
                        Some(true) => kind = ListKind::Ticks,
                        Some(false) => empty_boxes += 1,
                        None => {}
                    }
                    if let Some((Event::Start(Tag::Paragraph), spot)) = self.events.peek() {
                        let spot = spot.clone();
                        return Err(
                            self.problem(&spot, "no blank lines between the points of a list")
                        );
                    }
                    let text = self.inline(&range)?;
                    self.no_call(&text, &range)?;
                    items.push(text.0);
                }
                _ => return Err(self.problem(&range, "a list may hold points only")),
            }
        }
        Err(self.problem(opened, "the list has no end"))
    }

    /// Parses the task list marker of an item: `Some(true)` if ticked, `None` if there is no marker.
    fn tick(&mut self) -> Option<bool> {
        let (Event::TaskListMarker(ticked), _) = self.events.peek()? else {
            return None;
        };
        let ticked = *ticked;
        self.events.next();
        Some(ticked)
    }

    fn note(&mut self, opened: &Range<usize>) -> Result<Block, ContentError> {
        let mut paragraphs = Vec::new();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::End(_) => return Ok(Block::Note(paragraphs)),
                Event::Start(Tag::Paragraph) => {
                    let text = self.inline(&range)?;
                    self.no_call(&text, &range)?;
                    paragraphs.push(text.0);
                }
                _ => return Err(self.problem(&range, "a note may hold paragraphs only")),
            }
        }
        Err(self.problem(opened, "the note has no end"))
    }

    fn example(&mut self, opened: &Range<usize>) -> Result<Block, ContentError> {
        let caption = match self.events.next() {
            Some((Event::Start(Tag::Paragraph), range)) => self.inline(&range)?.0,
            _ => {
                return Err(
                    self.problem(opened, "an example starts with a line that says what it is")
                );
            }
        };
        let rows = match self.events.next() {
            Some((Event::Start(Tag::DefinitionList), range)) => self.definitions(&range)?,
            _ => {
                return Err(self.problem(
                    opened,
                    "an example goes on with a label and, on the next line, “: value”",
                ));
            }
        };
        match self.events.next() {
            Some((Event::End(_), _)) => Ok(Block::Example { caption, rows }),
            _ => Err(self.problem(
                opened,
                "an example holds a caption and its rows, and nothing else",
            )),
        }
    }

    fn definitions(&mut self, opened: &Range<usize>) -> Result<Vec<(String, Text)>, ContentError> {
        let mut pairs = Vec::new();
        let mut label = None;
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::End(_) => return Ok(pairs),
                Event::Start(Tag::DefinitionListTitle) => {
                    label = Some(plain_words(&self.inline(&range)?.0));
                }
                Event::Start(Tag::DefinitionListDefinition) => {
                    let label = label
                        .take()
                        .ok_or_else(|| self.problem(&range, "one “: value” for each label"))?;
                    let text = self.inline(&range)?;
                    self.no_call(&text, &range)?;
                    pairs.push((label, text.0));
                }
                _ => {
                    return Err(
                        self.problem(&range, "a label is followed by “: value” on the next line")
                    );
                }
            }
        }
        Err(self.problem(opened, "the list has no end"))
    }

    fn no_call(&self, text: &InlineText, range: &Range<usize>) -> Result<(), ContentError> {
        if text.acts() {
            let reason = "what acts (service:, print:, rehearsal:, look:), a picture and a pick: stand in a paragraph of its own, or in a choice";
            return Err(self.problem(range, reason));
        }
        Ok(())
    }
}
