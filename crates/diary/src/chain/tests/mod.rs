//! Links and digests.

mod altered;

use std::collections::BTreeSet;

use domain::props;
use proptest::prelude::*;

use super::event::{Change, Content};
use super::hex::Hex;
use super::{Chain, ChainHead};
use crate::account::{Account, Answer, Behaviour, Happened, Question};
use crate::entry::Diary;
use crate::time::{CivilDate, ClockTime, Timestamp};

/// Two diaries, with `|` between items, which a program in Python made from the description of the format in
/// docs/diary.md. In the second one, an entry of the first is removed, and another one follows.
const KEPT: &str = "4|\
    1|1793732100 60|written|kept|000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f|\
    A van.\n“Hello”, 6 o’clock 🚐|6|when|happened|2026-11-03|17:40|about|place|text|at home|\
    behaviour|behaviours|3|gifts|watching|other|who|not-sure|report|happened||00:05||harm|happened|2026-11-04|||b51cdd475dd1b172|\
    2|1793732200 -570|written|kept|202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f|two|0|cfc1382e9c81fb84|\
    1|-1 0|added|kept|404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f|I told the police.|bd89d39d23e8aa97|\
    2|1793732300 60|added|kept|606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f|more|1decb426b456b4d3|\
    1decb426b456b4d3425b03b2ab0a948c20e64a10bd870d09cb6760627963635f";
const REMOVED: &str = "6|\
    1|1793732100 60|written|kept|000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f|\
    A van.\n“Hello”, 6 o’clock 🚐|6|when|happened|2026-11-03|17:40|about|place|text|at home|\
    behaviour|behaviours|3|gifts|watching|other|who|not-sure|report|happened||00:05||harm|happened|2026-11-04|||b51cdd475dd1b172|\
    2|1793732200 -570|written|digest|29c2b045f51980277ba285680a3836f4d4fefb9b89dfaebb0d51a1231df28566|cfc1382e9c81fb84|\
    1|-1 0|added|kept|404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f|I told the police.|bd89d39d23e8aa97|\
    2|1793732300 60|added|digest|41416b8eaa7285ab3505ad7c0df685aea54d53c1b2f6a112450bd91b3b0f2f25|1decb426b456b4d3|\
    2|1793732400 60|removed|8180f3b9afbf91d4|\
    3|1793732500 60|written|kept|808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f|three|0|99c696255eecf7a4|\
    99c696255eecf7a42f9fe4b4530f5bef253e0e7343c21d1af6b8f0d5a1ec7a4f";

/// The links of the second one. The first four are those of the first.
const LINKS: [&str; 6] = [
    "b51cdd475dd1b1723b9b255ebf693f1188e08822396f96db5c1e0c0cc68dbb1e",
    "cfc1382e9c81fb8406970ff31eced6d91c8a79c06202fecf7d364a78c23927a8",
    "bd89d39d23e8aa9766e0881f8d1a01ae48dcaade047ec8f0188cde5f89944b18",
    "1decb426b456b4d3425b03b2ab0a948c20e64a10bd870d09cb6760627963635f",
    "8180f3b9afbf91d4fa0a51955359fdd0031a82565d0ef880d00f617557fafcb7",
    "99c696255eecf7a42f9fe4b4530f5bef253e0e7343c21d1af6b8f0d5a1ec7a4f",
];

/// Reads what [`stored`] wrote. `Props` is not imported: its `write` would hide that of a diary.
fn read<T: props::Props>(stored: &str) -> Option<T> {
    let mut items = stored.split('|');
    let value = T::read(&mut items)?;
    items.next().is_none().then_some(value)
}

/// The items of a value.
fn stored(value: &impl props::Props) -> String {
    let mut items = Vec::new();
    props::Props::write(value, &mut items);
    items.join("|")
}

const fn at(seconds: i64) -> Timestamp {
    Timestamp {
        seconds,
        offset: 60,
    }
}

fn salt(first: u8) -> [u8; 32] {
    std::array::from_fn(|place| first + u8::try_from(place).unwrap())
}

/// An entry that says this, with the first salt.
fn written(account: Account) -> Change {
    Change::Written(Content::Kept {
        salt: Hex(salt(0)),
        text: account,
    })
}

/// An addition that says this, with the first salt.
fn added(text: &str) -> Change {
    Change::Added(Content::Kept {
        salt: Hex(salt(0)),
        text: text.to_owned(),
    })
}

fn happened(date: &str, time: &str, about: bool) -> Answer {
    Answer::Happened(Happened {
        date: CivilDate::parse(date).ok(),
        time: ClockTime::parse(time).ok(),
        about,
    })
}

/// The first diary, written here: all kinds of answers, a clock that goes backwards, a time zone in the west.
fn kept() -> Diary {
    let mut first = Account::new("A van.\n“Hello”, 6 o’clock 🚐");
    first.answer(Question::When, happened("2026-11-03", "17:40", true));
    first.answer(Question::Place, Answer::Text("at home".to_owned()));
    let kinds = [Behaviour::Other, Behaviour::Gifts, Behaviour::Watching];
    first.answer(Question::Behaviour, Answer::Behaviours(kinds.into()));
    first.answer(Question::Who, Answer::NotSure);
    first.answer(Question::Report, happened("", "00:05", false));
    first.answer(Question::Harm, happened("2026-11-04", "", false));
    let in_the_west = Timestamp {
        seconds: 1_793_732_200,
        offset: -570,
    };
    let before_1970 = Timestamp {
        seconds: -1,
        offset: 0,
    };
    let mut diary = Diary::default();
    diary.write(first, at(1_793_732_100), salt(0)).unwrap();
    diary
        .write(Account::new("two"), in_the_west, salt(32))
        .unwrap();
    let text = "I told the police.";
    diary.add(1, text, before_1970, salt(64)).unwrap();
    diary.add(2, "more", at(1_793_732_300), salt(96)).unwrap();
    diary
}

#[test]
fn another_program_makes_the_same_links() {
    let kept = kept();
    let mut removed = kept.clone();
    removed.remove(2, at(1_793_732_400)).unwrap();
    let three = Account::new("three");
    removed.write(three, at(1_793_732_500), salt(128)).unwrap();
    for (diary, text, links) in [(kept, KEPT, &LINKS[..4]), (removed, REMOVED, &LINKS)] {
        assert_eq!(stored(&diary), text);
        let chain: Chain = read(text).unwrap();
        assert_eq!(stored(&chain), text);
        let mut link = [0; 32];
        for (event, expected) in chain.events().iter().zip(links) {
            link = event.link_to(&link);
            assert_eq!(stored(&Hex(link)), *expected);
        }
        let head = ChainHead(link);
        assert_eq!((diary.check(), diary.head()), (Ok(head), head));
        assert_eq!(
            (chain.check(), chain.events().len()),
            (Ok(head), links.len())
        );
    }
}

#[test]
fn names_and_order_of_answers_stay() {
    let mut account = Account::new("x");
    for question in Question::ALL.into_iter().rev() {
        account.answer(question, Answer::NotSure);
    }
    let kinds = Behaviour::ALL.into_iter().rev().collect();
    account.answer(Question::Behaviour, Answer::Behaviours(kinds));
    assert_eq!(
        stored(&account),
        "x|19|when|not-sure|place|not-sure|\
         behaviour|behaviours|16|contact|gifts|following|watching|turning-up|online|accounts|tracking|property|\
         threats|violence|others|complaints|images|money|other|\
         who|not-sure|proof|not-sure|effect|not-sure|report|not-sure|reference|not-sure|outcome|not-sure|\
         witness|not-sure|channel|not-sure|duration|not-sure|distance|not-sure|vehicle|not-sure|\
         technology|not-sure|response|not-sure|order|not-sure|children|not-sure|harm|not-sure"
    );
}

#[test]
fn the_head_is_shown_as_four_groups_of_digits() {
    assert_eq!(kept().head().to_string(), "1dec b426 b456 b4d3");
    let empty = Diary::default();
    assert_eq!(empty.head().to_string(), "0000 0000 0000 0000");
    assert_eq!(empty.check(), Ok(empty.head()));
}

#[test]
fn equal_texts_have_digests_that_differ_by_salt_and_kind() {
    let with_another_salt = Change::Added(Content::Kept {
        salt: Hex(salt(1)),
        text: "x".to_owned(),
    });
    let changes = [
        written(Account::new("x")),
        written(Account::new("y")),
        added("x"),
        with_another_salt,
    ];
    let digests = changes.map(|change| change.digest().unwrap().0);
    assert_eq!(BTreeSet::from(digests).len(), 4);
}

#[test]
fn a_character_that_is_not_stored_is_not_in_the_digest() {
    let account = |text: &str| {
        let mut account = Account::new(text);
        account.answer(Question::Place, Answer::Text(text.to_owned()));
        written(account).digest()
    };
    assert_eq!(account("a\u{1e}b"), account("ab"));
    assert_eq!(added("a\u{1e}b").digest(), added("ab").digest());
}

/// Accounts that are alike: few letters and answers.
fn accounts() -> impl Strategy<Value = Account> {
    const TEXT: &str = "[a1|\n\u{0}]{0,3}";
    let date = proptest::sample::select(vec!["", "2026-11-03"]);
    let time = proptest::sample::select(vec!["", "17:40"]);
    let moment = (date, time, any::<bool>());
    let kinds = proptest::sample::subsequence(Behaviour::ALL.to_vec(), 0..3);
    let answer = prop_oneof![
        Just(Answer::NotSure),
        TEXT.prop_map(Answer::Text),
        moment.prop_map(|(date, time, about)| happened(date, time, about)),
        kinds.prop_map(|kinds| Answer::Behaviours(kinds.into_iter().collect())),
    ];
    let question = proptest::sample::select(Question::ALL[..3].to_vec());
    let answers = proptest::collection::vec((question, answer), 0..3);
    (TEXT, answers).prop_map(|(what, answers)| {
        let mut account = Account::new(what);
        for (question, answer) in answers {
            account.answer(question, answer);
        }
        account
    })
}

proptest! {
    #[test]
    fn two_accounts_have_one_digest_only_if_they_are_the_same(one in accounts(), other in accounts()) {
        let digests = [&one, &other].map(|account| written(account.clone()).digest());
        prop_assert_eq!(digests[0] == digests[1], one == other);
    }
}
