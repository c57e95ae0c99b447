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
    /// Words by which people look for it and that it does not hold. They are found, not shown.
    pub search: Vec<String>,
    /// Whether a search that holds a phrase of despair shows it before every other guide.
    pub crisis: bool,
    /// Who says so, and when that was checked.
    pub assurance: Assurance,
    /// What it says.
    pub blocks: Vec<Block>,
    /// The same in the fewest words, each with a drawing, if there is such a version.
    pub easy: Option<EasyRead>,
}

impl Guide {
    /// Its blocks, those of its parts among them, in the order in which they are read.
    pub fn every_block(&self) -> impl Iterator<Item = &Block> {
        self.blocks.iter().flat_map(|block| match block {
            Block::Part { blocks, .. } => blocks.as_slice(),
            _ => std::slice::from_ref(block),
        })
    }
}

/// A piece of guidance for whoever finds reading hard: one idea and one drawing a line (Easy Read).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EasyRead {
    /// Its heading.
    pub title: String,
    /// Its lines. A drawing only repeats what its line says.
    pub lines: Vec<(Drawing, Text)>,
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
    /// Points that a reader may tick. Nothing is counted and nothing is kept.
    Boxes(Vec<Text>),
    /// A question whose answers pick the parts of the guide that fit: at most one in a guide.
    Choice {
        /// The question.
        question: Text,
        /// Whether more than one answer may be given.
        several: bool,
        /// The answers. A [`Block::Part`] knows them by their place.
        answers: Vec<String>,
    },
    /// What fits some answers of the guide's [`Block::Choice`]: shown if one of them is given, or none.
    Part {
        /// The places of the answers, from 0.
        fits: Vec<usize>,
        /// What it holds, from its heading on.
        blocks: Vec<Block>,
    },
    /// A picture. What its figures mean stands in the list below it.
    Picture {
        /// Which one.
        picture: Diagram,
        /// What it shows, for whoever does not see it.
        alternative: String,
    },
    /// A page to print and to fill in by hand.
    Sheet {
        /// Which one.
        sheet: Sheet,
        /// What prints it.
        words: String,
    },
    /// A button that leads to another view. Without the app it is the name of that view.
    Go(View, String),
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
    /// A button that asks the browser what it holds of the page. The answers go to the points of the list that
    /// follows it: one for each of [`Block::STORAGE_ITEMS`].
    Look(String),
    /// A button that leads to the page on which all of it can be kept on the phone.
    Keep(String),
    /// A row that calls a service.
    Call {
        /// The service's id.
        service: String,
        /// When to press it.
        words: String,
    },
}

impl Block {
    /// What [`Block::Look`] asks the browser about, in the order of the points that follow it.
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

/// A closed list of names that content files use.
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

            /// What content files call it.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$name => $written,)*
                }
            }

            /// The one that content files call by this name.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.name() == name)
            }
        }
    };
}

named! {
    /// A picture that explains something, with figures for its parts.
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
        /// A handset that rings somebody.
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

/// A piece of a run of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Plain words.
    Plain(String),
    /// Important words.
    Strong(Text),
    /// What the step before it can lead to.
    Risk(Text),
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
        Inline::Strong(inner) | Inline::Risk(inner) => plain_words(inner),
        Inline::Number(number) => number.written().to_owned(),
    }
}
