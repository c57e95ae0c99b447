//! What a person writes about one event: the account in her own words, and answers to questions, each optional.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::str::Split;

use domain::props::Props;
use serde::{Deserialize, Serialize};

use super::time::{CivilDate, ClockTime};

/// What happened in one event.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Account {
    /// In her own words.
    pub what: String,
    /// The answers. A question without one was left out.
    answers: BTreeMap<Question, Answer>,
}

/// A question about an event. The order of the variants is the order in which they are asked, and that of stored
/// answers, which the chain of a diary binds: a new one comes last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Question {
    /// When it happened.
    When,
    /// Where the person was, or in which app or website.
    Place,
    /// Kinds of behaviour.
    Behaviour,
    /// Who did it.
    Who,
    /// What was kept as proof.
    Proof,
    /// What it did to the person's feelings and daily life.
    Effect,
    /// Who was told.
    Report,
    /// Crime number, incident number, name of an officer.
    Reference,
    /// What was said or done about it.
    Outcome,
    /// Who else saw or heard it.
    Witness,
    /// By which number, user name or address the perpetrator made contact.
    Channel,
    /// How long it lasted.
    Duration,
    /// Where the perpetrator was.
    Distance,
    /// A vehicle.
    Vehicle,
    /// Technology that was used.
    Technology,
    /// What the person did.
    Response,
    /// An order or bail that was broken.
    Order,
    /// Whether children were there.
    Children,
    /// Injury or damage.
    Harm,
}

/// The answer to a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// The person does not know.
    NotSure,
    /// In her own words.
    Text(String),
    /// The answer to [`Question::When`].
    Happened(Happened),
    /// The answer to [`Question::Behaviour`].
    Behaviours(BTreeSet<Behaviour>),
}

/// When something happened, as far as the person knows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Happened {
    /// The day.
    pub date: Option<CivilDate>,
    /// The time of day.
    pub time: Option<ClockTime>,
    /// Whether both are approximate.
    pub about: bool,
}

/// A kind of behaviour. The order of the variants is that in a stored answer, which the chain of a diary binds: a new
/// one comes last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Behaviour {
    /// Unwanted contact.
    Contact,
    /// Gifts and deliveries.
    Gifts,
    /// Following.
    Following,
    /// Watching or waiting.
    Watching,
    /// Turning up.
    TurningUp,
    /// Watching or posting online.
    Online,
    /// Getting into accounts or devices.
    Accounts,
    /// Tracking.
    Tracking,
    /// Damage or entry.
    Property,
    /// Threats.
    Threats,
    /// Hurting a person or an animal.
    Violence,
    /// Using other people.
    Others,
    /// False complaints.
    Complaints,
    /// Private images.
    Images,
    /// Money.
    Money,
    /// Something else.
    Other,
}

impl Question {
    /// Every question, in the order in which they are asked.
    pub const ALL: [Self; 19] = [
        Self::When,
        Self::Place,
        Self::Behaviour,
        Self::Who,
        Self::Proof,
        Self::Effect,
        Self::Report,
        Self::Reference,
        Self::Outcome,
        Self::Witness,
        Self::Channel,
        Self::Duration,
        Self::Distance,
        Self::Vehicle,
        Self::Technology,
        Self::Response,
        Self::Order,
        Self::Children,
        Self::Harm,
    ];

    /// How many of [`ALL`](Self::ALL) are asked one after another; the others only on request.
    pub const MAIN: usize = 6;

    /// The next of the main questions, or `None` after the last, and after any other.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        let main = Self::ALL.iter().take(Self::MAIN);
        main.skip_while(|question| **question != self)
            .nth(1)
            .copied()
    }
}

impl Behaviour {
    /// Every kind, in the order of a list.
    pub const ALL: [Self; 16] = [
        Self::Contact,
        Self::Gifts,
        Self::Following,
        Self::Watching,
        Self::TurningUp,
        Self::Online,
        Self::Accounts,
        Self::Tracking,
        Self::Property,
        Self::Threats,
        Self::Violence,
        Self::Others,
        Self::Complaints,
        Self::Images,
        Self::Money,
        Self::Other,
    ];
}

impl Question {
    /// Its name in a snapshot, which never changes.
    const fn name(self) -> &'static str {
        match self {
            Self::When => "when",
            Self::Place => "place",
            Self::Behaviour => "behaviour",
            Self::Who => "who",
            Self::Proof => "proof",
            Self::Effect => "effect",
            Self::Report => "report",
            Self::Reference => "reference",
            Self::Outcome => "outcome",
            Self::Witness => "witness",
            Self::Channel => "channel",
            Self::Duration => "duration",
            Self::Distance => "distance",
            Self::Vehicle => "vehicle",
            Self::Technology => "technology",
            Self::Response => "response",
            Self::Order => "order",
            Self::Children => "children",
            Self::Harm => "harm",
        }
    }
}

impl Behaviour {
    /// Its name in a snapshot, which never changes.
    const fn name(self) -> &'static str {
        match self {
            Self::Contact => "contact",
            Self::Gifts => "gifts",
            Self::Following => "following",
            Self::Watching => "watching",
            Self::TurningUp => "turning-up",
            Self::Online => "online",
            Self::Accounts => "accounts",
            Self::Tracking => "tracking",
            Self::Property => "property",
            Self::Threats => "threats",
            Self::Violence => "violence",
            Self::Others => "others",
            Self::Complaints => "complaints",
            Self::Images => "images",
            Self::Money => "money",
            Self::Other => "other",
        }
    }
}

impl Props for Answer {
    fn write(&self, lines: &mut Vec<String>) {
        let mut push = |text: &str| lines.push(text.to_owned());
        match self {
            Self::NotSure => push("not-sure"),
            Self::Text(text) => {
                push("text");
                push(text);
            }
            Self::Happened(happened) => {
                push("happened");
                push(happened.date.as_ref().map_or("", CivilDate::as_str));
                push(happened.time.as_ref().map_or("", ClockTime::as_str));
                push(if happened.about { "about" } else { "" });
            }
            Self::Behaviours(kinds) => {
                push("behaviours");
                push(&kinds.len().to_string());
                for kind in kinds {
                    push(kind.name());
                }
            }
        }
    }

    fn read(lines: &mut Split<'_, char>) -> Option<Self> {
        match lines.next()? {
            "not-sure" => Some(Self::NotSure),
            "text" => String::read(lines).map(Self::Text),
            "happened" => {
                let (date, time) = (lines.next()?, lines.next()?);
                let date = (!date.is_empty()).then(|| CivilDate::parse(date));
                let time = (!time.is_empty()).then(|| ClockTime::parse(time));
                Some(Self::Happened(Happened {
                    date: date.transpose().ok()?,
                    time: time.transpose().ok()?,
                    about: match lines.next()? {
                        "about" => true,
                        "" => false,
                        _ => return None,
                    },
                }))
            }
            "behaviours" => {
                let mut kinds = BTreeSet::new();
                for _ in 0..usize::read(lines)? {
                    let name = lines.next()?;
                    let kind = Behaviour::ALL
                        .into_iter()
                        .find(|kind| kind.name() == name)?;
                    kinds.insert(kind);
                }
                Some(Self::Behaviours(kinds))
            }
            _ => None,
        }
    }
}

/// What happened, the number of answers, then each: the name of its question, and the answer.
impl Props for Account {
    fn write(&self, lines: &mut Vec<String>) {
        self.what.write(lines);
        self.answers.len().write(lines);
        for (question, answer) in &self.answers {
            lines.push(question.name().to_owned());
            answer.write(lines);
        }
    }

    fn read(lines: &mut Split<'_, char>) -> Option<Self> {
        let mut account = Self::new(lines.next()?);
        for _ in 0..usize::read(lines)? {
            let name = lines.next()?;
            let question = Question::ALL.into_iter().find(|it| it.name() == name)?;
            // As it is, also if it says nothing: the chain is checked with what was stored.
            account.answers.insert(question, Props::read(lines)?);
        }
        Some(account)
    }
}

impl Answer {
    /// Whether it says nothing, as an empty field does.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::NotSure => false,
            Self::Text(text) => text.trim().is_empty(),
            Self::Happened(happened) => happened.date.is_none() && happened.time.is_none(),
            Self::Behaviours(kinds) => kinds.is_empty(),
        }
    }
}

impl Account {
    /// An account without answers.
    #[must_use]
    pub fn new(what: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            answers: BTreeMap::new(),
        }
    }

    /// Whether it says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.what.trim().is_empty() && self.answers.is_empty()
    }

    /// Answers a question anew. An answer that says nothing removes the earlier one.
    pub fn answer(&mut self, question: Question, answer: Answer) {
        if answer.is_empty() {
            self.answers.remove(&question);
        } else {
            self.answers.insert(question, answer);
        }
    }

    /// The answer to a question.
    #[must_use]
    pub fn answer_to(&self, question: Question) -> Option<&Answer> {
        self.answers.get(&question)
    }

    /// The answers in the order of the questions.
    pub fn answers(&self) -> impl Iterator<Item = (Question, &Answer)> {
        self.answers
            .iter()
            .map(|(question, answer)| (*question, answer))
    }
}
