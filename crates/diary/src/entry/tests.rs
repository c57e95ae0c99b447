//! What can be done with a diary, and what is left of it.

use super::{Diary, DiaryError};
use crate::account::{Account, Answer, Question};
use crate::snapshot::{Snapshot, without_separator};
use crate::time::Timestamp;
use proptest::prelude::*;

const SALT: [u8; 32] = [7; 32];

const fn at(seconds: i64) -> Timestamp {
    Timestamp {
        seconds,
        offset: 60,
    }
}

fn diary_of(whats: &[&str], second: i64) -> Diary {
    let mut diary = Diary::default();
    for what in whats {
        let account = Account::new(*what);
        diary.write(account, at(second), SALT).unwrap();
    }
    diary
}

fn saved(diary: &Diary) -> Vec<u8> {
    let diary = diary.clone();
    let snapshot = Snapshot {
        diary,
        ..Snapshot::default()
    };
    snapshot.to_bytes()
}

fn numbers(diary: &Diary) -> Vec<u32> {
    let entries = diary.entries().into_iter();
    entries.map(|entry| entry.number()).collect()
}

#[test]
fn nothing_is_overwritten() {
    let mut diary = Diary::default();
    let empty = Account::new(" ");
    assert_eq!(diary.write(empty, at(1), SALT), Err(DiaryError::Empty));
    assert_eq!(diary.write(Account::new("one"), at(1), SALT), Ok(1));
    assert_eq!(diary.add(1, "later", at(2), SALT), Ok(()));
    assert_eq!(diary.add(1, "\n", at(3), SALT), Err(DiaryError::Empty));
    let entry = diary.entry(1).unwrap();
    assert_eq!(
        entry.account().map(|account| account.what.as_str()),
        Some("one")
    );
    assert_eq!(entry.written(), at(1));
    let [addition] = entry.additions() else {
        panic!("{entry:?}");
    };
    assert_eq!((addition.text, addition.written), ("later", at(2)));
}

#[test]
fn what_is_appended_gets_the_next_numbers_and_keeps_its_times() {
    let mut diary = diary_of(&["one", "two"], 9);
    let mut later = diary_of(&["three", "four"], 1);
    later.add(1, "more", at(2), SALT).unwrap();
    later.remove(2, at(3)).unwrap();
    diary.append(later);
    assert_eq!(numbers(&diary), [1, 2, 3, 4]);
    let third = diary.entry(3).unwrap();
    assert_eq!((third.written(), third.additions().len()), (at(1), 1));
    assert_eq!(diary.entry(4).unwrap().removed(), Some(at(3)));
    assert_eq!(diary.check(), Ok(diary.head()));
}

#[test]
fn what_is_removed_leaves_its_number_and_when() {
    let mut diary = diary_of(&["one", "two", "three"], 1);
    diary.add(3, "words", at(2), SALT).unwrap();
    assert_eq!(diary.remove(3, at(5)), Ok(()));
    let after = diary.clone();
    assert_eq!(diary.remove(3, at(6)), Err(DiaryError::NoSuchEntry));
    assert_eq!(
        diary.add(3, "more", at(6), SALT),
        Err(DiaryError::NoSuchEntry)
    );
    for missing in [0, 9] {
        let refused = Err(DiaryError::NoSuchEntry);
        assert_eq!(diary.remove(missing, at(6)), refused);
        assert_eq!(diary.add(missing, "more", at(6), SALT), refused);
    }
    assert_eq!(diary, after);
    let entry = diary.entry(3).unwrap();
    assert_eq!(
        (entry.account(), entry.additions(), entry.removed()),
        (None, [].as_slice(), Some(at(5)))
    );
    assert_eq!(entry.written(), at(1));
    // The number of a removed entry is not given out again.
    assert_eq!(diary.write(Account::new("four"), at(7), SALT), Ok(4));
    assert_eq!(numbers(&diary), [1, 2, 3, 4]);
}

#[test]
fn neither_a_removed_text_nor_its_salt_is_stored() {
    let mut diary = diary_of(&["kept"], 1);
    let (salts, texts) = ([[0xa1; 32], [0xa2; 32]], ["first words", "other words"]);
    let [text, addition] = texts;
    diary.write(Account::new(text), at(2), salts[0]).unwrap();
    diary.add(2, addition, at(3), salts[1]).unwrap();
    let found = |diary: &Diary| {
        let stored = String::from_utf8(saved(diary)).unwrap();
        let salts = ["a1", "a2"].map(|byte| stored.contains(&byte.repeat(32)));
        (texts.map(|text| stored.contains(text)), salts)
    };
    assert_eq!(found(&diary), ([true; 2], [true; 2]));
    diary.remove(2, at(4)).unwrap();
    assert_eq!(found(&diary), ([false; 2], [false; 2]));
    assert_eq!(diary.check(), Ok(diary.head()));
}

#[test]
fn a_text_that_is_not_stored_whole_is_checked_as_it_is_stored() {
    let mut account = Account::new("one\u{1e}");
    account.answer(Question::Place, Answer::Text("\u{1e}".to_owned()));
    let mut diary = Diary::default();
    diary.write(account, at(1), SALT).unwrap();
    diary.add(1, "\u{1e}more", at(2), SALT).unwrap();
    let opened = Snapshot::from_bytes(&saved(&diary)).unwrap().diary;
    assert_eq!(opened.check(), Ok(diary.head()));
}

/// What a person does, with the number of an entry, a text and a time.
#[derive(Debug, Clone)]
enum Act {
    Write,
    Add,
    Remove,
    Append,
}

fn acts() -> impl Strategy<Value = Vec<(Act, u32, String, i64, [u8; 32])>> {
    let act = prop_oneof![
        Just(Act::Write),
        Just(Act::Add),
        Just(Act::Remove),
        Just(Act::Append)
    ];
    proptest::collection::vec(
        (
            act,
            0..8_u32,
            "[\\PC\\n\u{1e}]{0,12}",
            any::<i64>(),
            any::<[u8; 32]>(),
        ),
        0..24,
    )
}

/// An entry as it has to be: account, additions, when it was removed.
type Expected = (String, Vec<String>, Option<i64>);

fn shown(diary: &Diary) -> Vec<Expected> {
    let entries = diary.entries().into_iter().enumerate();
    let shown = entries.map(|(place, entry)| {
        assert_eq!(Some(entry.number()), u32::try_from(place + 1).ok());
        assert_eq!(diary.entry(entry.number()), Some(entry.clone()));
        let what = entry.account().map(|account| account.what.clone());
        let additions = entry.additions().iter();
        let additions = additions.map(|addition| addition.text.to_owned());
        let removed = entry.removed().map(|at| at.seconds);
        (what.unwrap_or_default(), additions.collect(), removed)
    });
    shown.collect()
}

/// What is left of the texts after they were saved.
fn without_separators(entries: &[Expected]) -> Vec<Expected> {
    let entries = entries.iter().map(|(what, additions, removed)| {
        let additions = additions.iter().map(|text| without_separator(text));
        (without_separator(what), additions.collect(), *removed)
    });
    entries.collect()
}

proptest! {
    #[test]
    fn whatever_is_done_the_chain_is_right_and_reads_back(acts in acts()) {
        let mut diary = Diary::default();
        let mut expected: Vec<Expected> = Vec::new();
        for (act, number, text, seconds, salt) in acts {
            let head = diary.head();
            let entry = number.checked_sub(1).and_then(|place| expected.get_mut(place as usize));
            let entry = entry.filter(|entry| entry.2.is_none());
            let is_empty = text.trim().is_empty();
            let account = Account::new(text.as_str());
            let is_done = match act {
                Act::Write => diary.write(account, at(seconds), salt).is_ok(),
                Act::Add => diary.add(number, &text, at(seconds), salt).is_ok(),
                Act::Remove => diary.remove(number, at(seconds)).is_ok(),
                Act::Append => {
                    let mut other = Diary::default();
                    let is_done = other.write(account, at(seconds), salt).is_ok();
                    diary.append(other);
                    is_done
                }
            };
            let can_be_done = match (act, entry) {
                (Act::Write | Act::Append, _) => {
                    if !is_empty {
                        expected.push((text, Vec::new(), None));
                    }
                    !is_empty
                }
                (Act::Add, Some(entry)) if !is_empty => {
                    entry.1.push(text);
                    true
                }
                (Act::Remove, Some(entry)) => {
                    *entry = (String::new(), Vec::new(), Some(seconds));
                    true
                }
                _ => false,
            };
            prop_assert_eq!(is_done, can_be_done);
            prop_assert_eq!(diary.head() != head, is_done);
            prop_assert_eq!(diary.check(), Ok(diary.head()));
            prop_assert_eq!(&shown(&diary), &expected);
            let opened = Snapshot::from_bytes(&saved(&diary)).unwrap().diary;
            prop_assert_eq!(opened.check(), Ok(diary.head()));
            prop_assert_eq!(shown(&opened), without_separators(&expected));
        }
    }
}
