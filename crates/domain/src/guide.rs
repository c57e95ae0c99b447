//! Guides, as a tree of a small set of blocks.
//!
//! There is no raw HTML and no external image, so only what these types express can be rendered.

use crate::address::WebAddress;
use crate::number::DialNumber;
use crate::service::Assurance;
use crate::view::View;

/// A guide: a file of `content/<language>/<view>/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guide {
    /// File name without extension. Unique within a language.
    pub id: String,
    /// The view it belongs to.
    pub view: View,
    /// Sort key within the view.
    pub order: u16,
    /// Title, also the summary of a collapsed guide.
    pub title: String,
    /// A plain line: below the title of a collapsed guide, or the first line of an open one.
    pub summary: String,
    /// Whether it starts collapsed.
    pub folded: bool,
    /// Search keywords that its text does not contain. Indexed, not shown.
    pub search: Vec<String>,
    /// Whether a search with a crisis phrase shows it before every other guide.
    pub crisis: bool,
    /// Sources, and the date of the check.
    pub assurance: Assurance,
    /// Content.
    pub blocks: Vec<Block>,
    /// The Easy Read version, if there is one.
    pub easy: Option<EasyRead>,
}

impl Guide {
    /// Iterates over its blocks, including those of conditional sections, in reading order.
    pub fn every_block(&self) -> impl Iterator<Item = &Block> {
        self.blocks.iter().flat_map(|block| match block {
            Block::Part { blocks, .. } => blocks.as_slice(),
            _ => std::slice::from_ref(block),
        })
    }
}

/// An Easy Read version, for people who find reading hard: one idea and one drawing per line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EasyRead {
    /// Its heading.
    pub title: String,
    /// Lines. Each drawing is decorative: its line says the same.
    pub lines: Vec<(Drawing, Text)>,
}

/// A block of a guide.
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
    /// Checkboxes. Nothing is counted or stored.
    Boxes(Vec<Text>),
    /// A question whose answers select conditional sections: at most one in a guide.
    Choice {
        /// The question.
        question: Text,
        /// Whether it is multiple choice.
        several: bool,
        /// The answers. A [`Block::Part`] refers to them by index.
        answers: Vec<String>,
    },
    /// A conditional section: shown if one of its answers to the guide's [`Block::Choice`] is selected, or none is.
    Part {
        /// Indexes of the answers.
        fits: Vec<usize>,
        /// Content, including the heading.
        blocks: Vec<Block>,
    },
    /// A diagram. The list below it explains its numbers.
    Picture {
        /// Which one.
        picture: Diagram,
        /// Text alternative.
        alternative: String,
    },
    /// A sheet to print and fill in by hand.
    Sheet {
        /// Which one.
        sheet: Sheet,
        /// Label of the print button.
        words: String,
    },
    /// A button that opens another view. Without the app it is the name of that view.
    Go(View, String),
    /// A note of what to know first: at most one in a guide.
    Note(Vec<Text>),
    /// Sample wording, visually distinct from advice.
    Example {
        /// What it is an example of.
        caption: Text,
        /// Label and value.
        rows: Vec<(String, Text)>,
    },
    /// A term that expands to its definition.
    Term {
        /// The word.
        word: String,
        /// What it means.
        meaning: Text,
    },
    /// A button that shows the cover as a rehearsal.
    Rehearsal(String),
    /// A button that fills the storage report into the items of the list after it: one for each of
    /// [`Block::STORAGE_ITEMS`].
    Look(String),
    /// A button that opens the page that sets up the offline copy.
    Keep(String),
    /// A row that dials a service.
    Call {
        /// The service's id.
        service: String,
        /// When to press it.
        words: String,
    },
}

impl Block {
    /// Items of the storage report, in the order of the list after [`Block::Look`].
    pub const STORAGE_ITEMS: [&str; 8] = [
        "cookies",
        "words kept for the site",
        "words kept for the tab",
        "databases",
        "copies of files",
        "programs behind the page",
        "files that were asked for",
        "other hosts that were asked",
    ];
}

/// Marker of list items.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListKind {
    /// Dots.
    Dots,
    /// Numbers: the order matters.
    Steps,
    /// Ticks: things to have or to do.
    Ticks,
}

/// Defines an enum with the names that content files use.
macro_rules! named {
    ($(#[$about:meta])* $type:ident { $($(#[$says:meta])* $name:ident = $written:literal,)* }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $type {
            $($(#[$says])* $name,)*
        }

        impl $type {
            /// Every one.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Returns its name in content files.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$name => $written,)*
                }
            }

            /// Returns the variant with this name in content files.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.name() == name)
            }
        }
    };
}

named! {
    /// A diagram with numbered parts.
    Diagram {
        /// What to get into a screenshot: the words, date and time, who sent it, the address.
        Screenshot = "screenshot",
        /// How the four signs fit together.
        Four = "four",
        /// How a stalking protection order comes about.
        Order = "order",
        /// What a good entry of a diary holds.
        Entry = "entry",
    }
}

named! {
    /// A page to print.
    Sheet {
        /// A4: one thing that happened.
        DiaryPage = "diary-page",
        /// The same, small: four on a page, to cut or to fold.
        DiarySmall = "diary-small",
    }
}

named! {
    /// A small drawing beside a line of [`EasyRead`].
    Drawing {
        /// A telephone.
        Phone = "phone",
        /// A handset that is calling.
        Call = "call",
        /// The keys of a telephone, two of them pressed.
        Keypad = "keypad",
        /// A message.
        Message = "message",
        /// Somebody.
        Person = "person",
        /// Some people.
        People = "people",
        /// Two who talk.
        Talk = "talk",
        /// A face that worries.
        Worried = "worried",
        /// A face at ease.
        Calm = "calm",
        /// An eye.
        Eye = "eye",
        /// A house.
        House = "house",
        /// A clock.
        Clock = "clock",
        /// A calendar.
        Calendar = "calendar",
        /// A notebook and a pen.
        Notebook = "notebook",
        /// A letter.
        Letter = "letter",
        /// A court.
        Court = "court",
        /// A sheet of paper.
        Paper = "paper",
        /// A tick.
        Tick = "tick",
        /// A cross.
        Cross = "cross",
        /// A computer.
        Computer = "computer",
        /// A heart.
        Heart = "heart",
        /// A sign that says stop.
        Stop = "stop",
        /// The cap of a police officer.
        Police = "police",
        /// One who looks at another.
        TwoWay = "two-way",
    }
}

/// A run of words.
pub type Text = Vec<Inline>;

/// An inline element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Plain words.
    Plain(String),
    /// Important words.
    Strong(Text),
    /// Risk of the step before it.
    Risk(Text),
    /// Link to another view; plain text until the app runs.
    ViewName(View, String),
    /// A phone number, isolated from the direction of the text around it.
    Number(DialNumber),
    /// An external link.
    Link(WebAddress, String),
}

/// Returns the plain text without markup, for tests and counting.
#[must_use]
pub fn plain_words(text: &[Inline]) -> String {
    text.iter().map(plain_words_of).collect()
}

fn plain_words_of(inline: &Inline) -> String {
    match inline {
        Inline::Plain(words) | Inline::ViewName(_, words) | Inline::Link(_, words) => words.clone(),
        Inline::Strong(inner) | Inline::Risk(inner) => plain_words(inner),
        Inline::Number(number) => number.written().to_owned(),
    }
}
