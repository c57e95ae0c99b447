//! Guidance: what a reader is told, as a tree of the few things that guidance may hold.
//!
//! There is no raw HTML and no picture from elsewhere in it, so what is rendered can only be what
//! these types can say.

use crate::domain::address::WebAddress;
use crate::domain::number::DialNumber;
use crate::domain::service::Assurance;
use crate::domain::view::View;

/// One piece of guidance: a file of `content/<language>/<view>/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guide {
    /// Its file name without the ending. Unique within a language.
    pub id: String,
    /// The view it belongs to.
    pub view: View,
    /// Its place in that view, smallest first.
    pub order: u16,
    /// Its heading, or what a folded guide shows.
    pub title: String,
    /// One plain line: what a folded guide shows below its title, or the first line of an open one.
    pub summary: String,
    /// Whether it starts as one line that opens in place.
    pub folded: bool,
    /// Who says so, and when that was checked.
    pub assurance: Assurance,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// One block of guidance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading inside a guide. `depth` is 1 for the highest, 2 below it.
    Heading {
        /// 1 or 2.
        depth: u8,
        /// Its words.
        text: Text,
    },
    /// A paragraph.
    Paragraph(Text),
    /// A list.
    List {
        /// Numbers, dots or ticks.
        kind: ListKind,
        /// Its points.
        items: Vec<Text>,
    },
    /// What to know first: at most one in a guide.
    Note(Vec<Text>),
    /// Something as a person might write it, told apart from advice.
    Example {
        /// What it is an example of.
        caption: Text,
        /// Label and value.
        rows: Vec<(String, Text)>,
    },
    /// A word and its meaning, which opens in place.
    Term {
        /// The word.
        word: String,
        /// What it means.
        meaning: Text,
    },
    /// A button that shows the cover, to try it out.
    Rehearsal(String),
    /// A row that calls a service.
    Call {
        /// The service's id.
        service: String,
        /// When to press it.
        words: String,
    },
}

/// What stands before the points of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListKind {
    /// Dots.
    Dots,
    /// Numbers: the order matters.
    Steps,
    /// Ticks: things to have or to do.
    Ticks,
}

/// A run of words.
pub type Text = Vec<Inline>;

/// A piece of a run of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Plain words.
    Plain(String),
    /// Important words.
    Strong(Text),
    /// The name of another view, in words; with the app running it can be pressed.
    ViewName(View, String),
    /// A telephone number to read, isolated from the direction of the text around it.
    Number(DialNumber),
    /// A page elsewhere.
    Link(WebAddress, String),
}

/// The words of a text without their marks, for tests and for counting.
#[must_use]
pub fn plain_words(text: &[Inline]) -> String {
    text.iter().map(plain_words_of).collect()
}

fn plain_words_of(inline: &Inline) -> String {
    match inline {
        Inline::Plain(words) | Inline::ViewName(_, words) | Inline::Link(_, words) => words.clone(),
        Inline::Strong(inner) => plain_words(inner),
        Inline::Number(number) => number.written().to_owned(),
    }
}
