//! A choice, and the conditional sections of a guide that its answers select.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::Reader;
use super::inline::Act;
use crate::error::ContentError;
use domain::guide::{Block, plain_words};

/// Maximum number of answers, which `style/choices.css` supports.
const MOST_ANSWERS: usize = 9;

/// Returns the classes of a heading: `## On an iPhone {.iphone}`.
pub(super) fn names(event: &Event<'_>) -> Vec<String> {
    match event {
        Event::Start(Tag::Heading { classes, .. }) => {
            classes.iter().map(ToString::to_string).collect()
        }
        _ => Vec::new(),
    }
}

/// Groups the blocks of a guide into conditional sections.
#[derive(Default)]
pub(super) struct Parts {
    blocks: Vec<Block>,
    /// Names of the choice's answers; empty until it is parsed.
    answers: Vec<String>,
    /// For each answer, whether a section uses it.
    is_used: Vec<bool>,
    /// Whether blocks are appended to the last section.
    in_part: bool,
}

impl Parts {
    /// Adds blocks, with the classes of a heading among them and the answer names of a choice among them.
    pub(super) fn add(
        &mut self,
        blocks: Vec<Block>,
        names: &[String],
        answers: Vec<String>,
    ) -> Result<(), String> {
        for block in blocks {
            let ends_part = matches!(block, Block::Heading { depth: 1, .. });
            if matches!(block, Block::Choice { .. }) {
                if !self.answers.is_empty() {
                    return Err("a second choice: one guide can ask one thing".into());
                }
                self.is_used = vec![false; answers.len()];
                self.answers.clone_from(&answers);
            }
            if !names.is_empty() {
                if !ends_part {
                    return Err("only ## can carry the names of answers".into());
                }
                let fits = self.places(names)?;
                let blocks = vec![block];
                self.blocks.push(Block::Part { fits, blocks });
                self.in_part = true;
                continue;
            }
            self.in_part &= !ends_part;
            match self.blocks.last_mut() {
                Some(Block::Part { blocks, .. }) if self.in_part => blocks.push(block),
                _ => self.blocks.push(block),
            }
        }
        Ok(())
    }

    fn places(&mut self, names: &[String]) -> Result<Vec<usize>, String> {
        let mut places = Vec::new();
        for name in names {
            let place = self.answers.iter().position(|answer| answer == name);
            let place =
                place.ok_or_else(|| format!("no choice above has an answer “pick:{name}”"))?;
            if let Some(is_used) = self.is_used.get_mut(place) {
                *is_used = true;
            }
            places.push(place);
        }
        Ok(places)
    }

    /// Returns the blocks.
    ///
    /// # Errors
    ///
    /// The name of an answer that no section uses.
    pub(super) fn finish(self) -> Result<Vec<Block>, String> {
        let mut answers = self.answers.into_iter().zip(self.is_used);
        match answers.find(|(_, is_used)| !is_used) {
            Some((name, _)) => Err(name),
            None => Ok(self.blocks),
        }
    }
}

impl Reader<'_> {
    /// Parses a question and its answers, whose names are stored in `answers`.
    pub(super) fn choice(&mut self, opened: &Range<usize>) -> Result<Block, ContentError> {
        const SHAPE: &str = "a choice is a question, then a list of answers: - [words](pick:name)";
        let Some((Event::Start(Tag::Paragraph), range)) = self.events.next() else {
            return Err(self.problem(opened, SHAPE));
        };
        let text = self.inline(&range)?;
        self.no_call(&text, &range)?;
        let question = text.0;
        let Some((Event::Start(Tag::List(None)), _)) = self.events.next() else {
            return Err(self.problem(opened, SHAPE));
        };
        let mut answers = Vec::new();
        let mut boxes = 0;
        let mut names = Vec::new();
        while let Some((Event::Start(Tag::Item), range)) = self.events.next() {
            boxes += usize::from(self.tick() == Some(false));
            let text = self.inline(&range)?;
            let Some(Act::Pick(name)) = text.1 else {
                return Err(self.problem(&range, SHAPE));
            };
            if names.contains(&name) {
                return Err(self.problem(&range, format!("“pick:{name}” is used twice")));
            }
            names.push(name);
            answers.push(plain_words(&text.0));
        }
        // The end of the list is consumed; the block has to end here too.
        if !matches!(self.events.next(), Some((Event::End(_), _))) {
            return Err(self.problem(opened, SHAPE));
        }
        if !(2..=MOST_ANSWERS).contains(&answers.len()) {
            let reason = format!("a choice has from 2 to {MOST_ANSWERS} answers");
            return Err(self.problem(opened, reason));
        }
        if boxes > 0 && boxes < answers.len() {
            return Err(self.problem(opened, "either every answer has a box, or none"));
        }
        self.answers = names;
        Ok(Block::Choice {
            question,
            several: boxes > 0,
            answers,
        })
    }
}
