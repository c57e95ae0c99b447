//! Questions and answers.

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
fn names_in_snapshots_are_those_of_the_words_and_differ() {
    let questions: BTreeSet<&str> = Question::ALL.map(Question::name).into();
    let kinds: BTreeSet<&str> = Behaviour::ALL.map(Behaviour::name).into();
    assert_eq!((questions.len(), kinds.len()), (19, 16));
    let named = |name: &str| serde_json::Value::from(name);
    for question in Question::ALL {
        assert_eq!(
            serde_json::to_value(question).unwrap(),
            named(question.name())
        );
    }
    for kind in Behaviour::ALL {
        assert_eq!(serde_json::to_value(kind).unwrap(), named(kind.name()));
    }
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
