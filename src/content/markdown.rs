//! Markdown (`CommonMark`) to the blocks of a guide.
//!
//! What guidance may hold is a short list; everything else is refused, so that what a file says is
//! what a reader gets:
//!
//! | written | becomes |
//! |---|---|
//! | `## Heading`, `### Heading` | headings; no level may be skipped |
//! | `- point`, `1. step`, `- [x] tick` | the three kinds of list |
//! | `> [!IMPORTANT]` | a note: what to know first, one in a guide |
//! | `> [!TIP]`, a caption, then `label` / `: value` pairs | an example |
//! | `word` / `: meaning` | a word that opens its meaning |
//! | `[words](view:diary)` | the name of another view |
//! | `[when to press it](service:id)` alone in a paragraph | a row that calls the service |
//! | `[words](rehearsal:)` alone in a paragraph | a button that shows the cover, to try it out |
//! | `` `0808 802 0300` `` | a telephone number |
//! | `[words](https://…)` | a page elsewhere |

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, Event, HeadingLevel, Options, Parser, Tag};

use super::problem::{Problem, Problems};
use super::source::SourceFile;
use crate::domain::address::WebAddress;
use crate::domain::guide::{Block, Inline, ListKind, Text, plain_words};
use crate::domain::number::DialNumber;
use crate::domain::view::View;

/// Reads `body`, which starts at byte `start` of the file.
pub(super) fn read(file: &SourceFile, body: &str, start: usize) -> Result<Vec<Block>, Problems> {
    // The last three are known only so that they are refused, not printed with their marks.
    let options = Options::ENABLE_TASKLISTS
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM
        | Options::ENABLE_SMART_PUNCTUATION
        | Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES;
    let events: Vec<_> = Parser::new_ext(body, options).into_offset_iter().collect();
    let mut reader = Reader {
        file,
        start,
        events: events.into_iter().peekable(),
    };
    let mut problems = Problems::default();
    let mut blocks = Vec::new();
    let mut depth = 0;
    let mut notes = 0;
    while let Some((event, range)) = reader.events.next() {
        let Some(read) = problems.keep(reader.block(event, &range).map_err(Problems::from)) else {
            // What follows a fault inside a block would only be read as nonsense.
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
        blocks.extend(read);
    }
    problems.into_result(blocks)
}

type Spot<'a> = (Event<'a>, Range<usize>);

struct Reader<'a> {
    file: &'a SourceFile,
    start: usize,
    events: std::iter::Peekable<std::vec::IntoIter<Spot<'a>>>,
}

impl Reader<'_> {
    fn problem(&self, range: &Range<usize>, reason: impl Into<String>) -> Problem {
        self.file.problem_at(self.start + range.start, reason)
    }

    fn block(&mut self, event: Event<'_>, range: &Range<usize>) -> Result<Vec<Block>, Problem> {
        match event {
            Event::Start(Tag::Paragraph) => {
                let text = self.inline(range)?;
                Ok(vec![text.into_block()])
            }
            Event::Start(Tag::Heading { level, .. }) => {
                let depth = match level {
                    HeadingLevel::H2 => 1,
                    HeadingLevel::H3 => 2,
                    HeadingLevel::H1 => {
                        return Err(self.problem(
                            range,
                            "the title stands in the front matter; headings start at ##",
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
            Event::Start(Tag::BlockQuote(_)) => Err(self.problem(
                range,
                "a quoted block starts with [!IMPORTANT] (a note) or [!TIP] (an example)",
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
                "guidance may not hold this: see the table in src/content/markdown.rs",
            )),
        }
    }

    /// Everything up to the end of the element that has just been opened, as words.
    fn inline(&mut self, opened: &Range<usize>) -> Result<InlineText, Problem> {
        let mut text = InlineText::default();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::End(_) => return Ok(text),
                Event::Text(words) => text.push_words(&words),
                Event::SoftBreak => text.push_words(" "),
                Event::Code(number) => {
                    let number = DialNumber::parse(&number)
                        .map_err(|error| self.problem(&range, error.to_string()))?;
                    text.0.push(Inline::Number(number));
                }
                Event::Start(Tag::Strong) => {
                    let inner = self.inline(&range)?;
                    text.0.push(Inline::Strong(inner.0));
                }
                Event::Start(Tag::Link { dest_url, .. }) => {
                    let words = plain_words(&self.inline(&range)?.0);
                    if let Some(id) = dest_url.strip_prefix("service:") {
                        text.1 = Some(Act::Call(id.to_owned()));
                        text.push_words(&words);
                    } else if &*dest_url == "rehearsal:" {
                        text.1 = Some(Act::Rehearse);
                        text.push_words(&words);
                    } else {
                        text.0.push(self.link(&dest_url, words, &range)?);
                    }
                }
                Event::Html(_) | Event::InlineHtml(_) => {
                    return Err(self.problem(&range, "raw HTML is not allowed"));
                }
                Event::Start(Tag::Paragraph) => {
                    return Err(self.problem(&range, "one paragraph only is allowed here"));
                }
                _ => {
                    let reason = "this is not allowed inside a line: see the table in src/content/markdown.rs";
                    return Err(self.problem(&range, reason));
                }
            }
        }
        Err(self.problem(opened, "this has no end"))
    }

    fn link(&self, to: &str, words: String, range: &Range<usize>) -> Result<Inline, Problem> {
        if words.trim().is_empty() {
            return Err(self.problem(range, "a link needs words that say where it goes"));
        }
        if let Some(name) = to.strip_prefix("view:") {
            return View::from_name(name)
                .map(|view| Inline::ViewName(view, words))
                .ok_or_else(|| self.problem(range, format!("there is no view “{name}”")));
        }
        WebAddress::parse(to)
            .map(|address| Inline::Link(address, words))
            .map_err(|error| {
                self.problem(
                    range,
                    format!("{error}; links inside the page are view:… or service:…"),
                )
            })
    }

    fn list(&mut self, numbered: bool, opened: &Range<usize>) -> Result<Block, Problem> {
        let mut kind = if numbered {
            ListKind::Steps
        } else {
            ListKind::Dots
        };
        let mut items = Vec::new();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::End(_) => return Ok(Block::List { kind, items }),
                Event::Start(Tag::Item) => {
                    if let Some((Event::TaskListMarker(_), _)) = self.events.peek() {
                        self.events.next();
                        kind = ListKind::Ticks;
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

    fn note(&mut self, opened: &Range<usize>) -> Result<Block, Problem> {
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

    fn example(&mut self, opened: &Range<usize>) -> Result<Block, Problem> {
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

    fn definitions(&mut self, opened: &Range<usize>) -> Result<Vec<(String, Text)>, Problem> {
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

    fn no_call(&self, text: &InlineText, range: &Range<usize>) -> Result<(), Problem> {
        match text.1 {
            Some(_) => Err(self.problem(
                range,
                "a service: or rehearsal: link stands in a paragraph of its own",
            )),
            None => Ok(()),
        }
    }
}

/// What a line does, if it is more than words.
enum Act {
    /// It calls the service of this id.
    Call(String),
    /// It shows the cover.
    Rehearse,
}

/// Words, and what a `service:` or `rehearsal:` link among them does.
#[derive(Default)]
struct InlineText(Text, Option<Act>);

impl InlineText {
    fn push_words(&mut self, words: &str) {
        if let Some(Inline::Plain(before)) = self.0.last_mut() {
            before.push_str(words);
        } else {
            self.0.push(Inline::Plain(words.to_owned()));
        }
    }

    fn into_block(self) -> Block {
        match self.1 {
            Some(Act::Call(service)) => Block::Call {
                service,
                words: plain_words(&self.0),
            },
            Some(Act::Rehearse) => Block::Rehearsal(plain_words(&self.0)),
            None => Block::Paragraph(self.0),
        }
    }
}
