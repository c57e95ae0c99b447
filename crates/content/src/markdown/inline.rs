//! Parser of inline content.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::Reader;
use crate::error::ContentError;
use domain::address::WebAddress;
use domain::guide::{Block, Diagram, Inline, Sheet, Text, plain_words};
use domain::number::DialNumber;
use domain::view::View;

/// The action of a link or an image.
pub(super) enum Act {
    /// Dials the service with this id.
    Call(String),
    /// Shows the cover as a rehearsal.
    Rehearse,
    /// Fills the storage report.
    Look,
    /// Links to the page that sets up the offline copy.
    Keep,
    /// Shows this diagram.
    Show(String),
    /// Prints this sheet.
    Print(String),
    /// Is the answer with this name.
    Pick(String),
}

/// Inline text, the action of a link or image in it, and the text of that link or image.
#[derive(Default)]
pub(super) struct InlineText(pub(super) Text, pub(super) Option<Act>, String);

impl InlineText {
    pub(super) fn push_words(&mut self, words: &str) {
        if let Some(Inline::Plain(before)) = self.0.last_mut() {
            before.push_str(words);
        } else {
            self.0.push(Inline::Plain(words.to_owned()));
        }
    }

    /// Whether there is an action.
    pub(super) const fn acts(&self) -> bool {
        self.1.is_some()
    }

    /// Converts to a paragraph, or to the block of the action.
    pub(super) fn into_block(mut self) -> Result<Block, String> {
        let words = plain_words(&self.0);
        if self.acts() && words.trim() != self.2.trim() {
            return Err("what acts has a paragraph of its own, without other words".into());
        }
        let known = |what: &str, name: &str| format!("there is no {what} “{name}”");
        Ok(match self.1 {
            Some(Act::Call(service)) => Block::Call { service, words },
            Some(Act::Rehearse) => Block::Rehearsal(words),
            Some(Act::Look) => Block::Look(words),
            Some(Act::Keep) => Block::Keep(words),
            Some(Act::Show(name)) => {
                if words.trim().is_empty() {
                    return Err("a picture needs words that say what it shows".into());
                }
                Block::Picture {
                    picture: Diagram::from_name(&name).ok_or_else(|| known("picture", &name))?,
                    alternative: words,
                }
            }
            Some(Act::Print(name)) => Block::Sheet {
                sheet: Sheet::from_name(&name).ok_or_else(|| known("page to print", &name))?,
                words,
            },
            Some(Act::Pick(_)) => {
                return Err("an answer belongs in the list of a choice, below [!NOTE]".into());
            }
            None => match self.0.as_mut_slice() {
                [Inline::ViewName(view, words)] => Block::Go(*view, std::mem::take(words)),
                _ => Block::Paragraph(self.0),
            },
        })
    }
}

impl Reader<'_> {
    /// Parses inline content up to the end of the element that has just been opened.
    pub(super) fn inline(&mut self, opened: &Range<usize>) -> Result<InlineText, ContentError> {
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
                Event::Start(Tag::Emphasis) => {
                    let inner = self.inline(&range)?;
                    text.0.push(Inline::Risk(inner.0));
                }
                Event::Start(Tag::Link { dest_url, .. }) => {
                    let words = plain_words(&self.inline(&range)?.0);
                    if let Some(act) = act(&dest_url) {
                        self.act(&mut text, act, &words, &range)?;
                    } else {
                        text.0.push(self.link(&dest_url, words, &range)?);
                    }
                }
                Event::Start(Tag::Image { dest_url, .. }) => {
                    let words = plain_words(&self.inline(&range)?.0);
                    let Some(name) = dest_url.strip_prefix("picture:") else {
                        let reason = "a picture is one of the page's own: picture:…";
                        return Err(self.problem(&range, reason));
                    };
                    self.act(&mut text, Act::Show(name.to_owned()), &words, &range)?;
                }
                Event::Html(_) | Event::InlineHtml(_) => {
                    return Err(self.problem(&range, "raw HTML is not allowed"));
                }
                Event::Start(Tag::Paragraph) => {
                    return Err(self.problem(&range, "one paragraph only is allowed here"));
                }
                _ => {
                    let reason = "this is not allowed inside a line: see the table in crates/content/src/markdown";
                    return Err(self.problem(&range, reason));
                }
            }
        }
        Err(self.problem(opened, "this has no end"))
    }

    fn act(
        &self,
        text: &mut InlineText,
        act: Act,
        words: &str,
        range: &Range<usize>,
    ) -> Result<(), ContentError> {
        if text.acts() {
            return Err(self.problem(range, "one line can do one thing only"));
        }
        text.1 = Some(act);
        words.clone_into(&mut text.2);
        text.push_words(words);
        Ok(())
    }

    fn link(&self, to: &str, words: String, range: &Range<usize>) -> Result<Inline, ContentError> {
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
}

/// Returns the action of a link destination, or `None` for a real link.
fn act(to: &str) -> Option<Act> {
    let (kind, name) = to.split_once(':')?;
    let name = name.to_owned();
    match kind {
        "service" => Some(Act::Call(name)),
        "rehearsal" if name.is_empty() => Some(Act::Rehearse),
        "look" if name.is_empty() => Some(Act::Look),
        "keep" if name.is_empty() => Some(Act::Keep),
        "print" => Some(Act::Print(name)),
        "pick" => Some(Act::Pick(name)),
        _ => None,
    }
}
