//! What a person writes about one event: the account in her own words, and answers to questions, each optional.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::time::{CivilDate, ClockTime};

/// What happened in one event.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Account {
    /// In her own words.
    pub what: String,
    /// The answers. A question without one was left out.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    answers: BTreeMap<Question, Answer>,
}

/// A question about an event. The order of the variants is the order in which they are asked.
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
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
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Happened {
    /// The day.
    pub date: Option<CivilDate>,
    /// The time of day.
    pub time: Option<ClockTime>,
    /// Whether both are approximate.
    pub about: bool,
}

/// A kind of behaviour.
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

#[cfg(test)]
mod tests {
    use super::{Account, Answer, Behaviour, Happened, Question};
    use std::collections::BTreeSet;

    #[test]
    fn the_lists_have_every_variant_once_and_in_order() {
        assert!(Question::ALL.is_sorted());
        assert!(Behaviour::ALL.is_sorted());
        let questions: BTreeSet<_> = Question::ALL.into_iter().collect();
        let kinds: BTreeSet<_> = Behaviour::ALL.into_iter().collect();
        assert_eq!((questions.len(), kinds.len()), (19, 16));
    }

    #[test]
    fn the_main_questions_follow_each_other_and_then_stop() {
        let mut asked = vec![Question::When];
        while let Some(next) = asked.last().and_then(|last| last.next()) {
            asked.push(next);
        }
        assert_eq!(asked, Question::ALL[..Question::MAIN]);
        assert_eq!(Question::Harm.next(), None);
    }

    #[test]
    fn an_answer_that_says_nothing_takes_the_earlier_one_away() {
        let mut account = Account::default();
        for (question, answer, nothing) in [
            (
                Question::Place,
                Answer::Text("bus".into()),
                Answer::Text(" \n".into()),
            ),
            (
                Question::When,
                Answer::Happened(Happened {
                    time: super::ClockTime::parse("17:40").ok(),
                    ..Happened::default()
                }),
                Answer::Happened(Happened {
                    about: true,
                    ..Happened::default()
                }),
            ),
            (
                Question::Behaviour,
                Answer::Behaviours([Behaviour::Gifts].into()),
                Answer::Behaviours(BTreeSet::new()),
            ),
        ] {
            account.answer(question, answer.clone());
            assert_eq!(account.answer_to(question), Some(&answer));
            account.answer(question, nothing);
            assert_eq!(account.answer_to(question), None);
            account.answer(question, Answer::NotSure);
            assert_eq!(account.answer_to(question), Some(&Answer::NotSure));
        }
        let questions: Vec<_> = account.answers().map(|(question, _)| question).collect();
        assert_eq!(
            questions,
            [Question::When, Question::Place, Question::Behaviour]
        );
    }
}
