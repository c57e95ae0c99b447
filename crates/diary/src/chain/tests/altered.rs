//! What is found in a diary that was altered.

use proptest::prelude::*;

use super::super::event::{Change, Content, Event};
use super::super::hex::Hex;
use super::super::{Chain, ChainError, ChainFault};
use super::{KEPT, REMOVED, added, at, read, salt, stored, written};
use crate::account::{Account, Answer, Question};
use crate::entry::Diary;

/// A fault as `check` reports it: event, entry and what is wrong.
type Found = (usize, Option<u32>, ChainFault);

/// What `check` finds after one alteration of the diary with a removal.
fn found_after(alter: impl FnOnce(&mut Chain)) -> Found {
    let mut chain: Chain = read(REMOVED).unwrap();
    alter(&mut chain);
    let error = chain.check().unwrap_err();
    (error.event, error.entry, error.fault)
}

fn account(event: &mut Event) -> &mut Account {
    match &mut event.change {
        Change::Written(Content::Kept { text, .. }) => text,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_event_with_an_altered_value_is_named() {
    type Alteration = fn(&mut Event);
    let digest = Hex([0; 32]);
    let cases: [(usize, u32, Alteration); 12] = [
        (0, 1, |event| account(event).what.push('x')),
        (0, 1, |event| {
            account(event).answer(Question::Who, Answer::Text("him".to_owned()));
        }),
        (0, 1, |event| {
            account(event).answer(Question::Who, Answer::Text(String::new()));
        }),
        (2, 1, |event| event.change = added("I told the police.")),
        (1, 2, |event| {
            event.change = Change::Written(Content::Digest(Hex([0; 32])));
        }),
        (2, 1, |event| event.change = Change::Removed),
        (2, 1, |event| match &mut event.change {
            Change::Added(Content::Kept { text, .. }) => text.push('x'),
            other => panic!("{other:?}"),
        }),
        (4, 2, |event| event.at.seconds += 1),
        (1, 2, |event| event.at.offset = 570),
        (5, 4, |event| event.entry = 4),
        (4, 1, |event| event.entry = 1),
        (3, 2, |event| event.link.0[7] ^= 1),
    ];
    for (place, entry, alter) in cases {
        let found = found_after(|chain| alter(&mut chain.events[place]));
        assert_eq!(found, (place, Some(entry), ChainFault::Link));
    }
    let found = found_after(|chain| chain.head = digest);
    assert_eq!(found, (6, None, ChainFault::End));
}

#[test]
fn a_digest_of_another_kind_is_found() {
    let found = found_after(|chain| {
        let Change::Added(Content::Digest(digest)) = chain.events[3].change else {
            panic!("{chain:?}");
        };
        chain.events[3].change = Change::Written(Content::Digest(digest));
    });
    assert_eq!(found, (3, Some(2), ChainFault::Link));
}

#[test]
fn events_that_are_missing_repeated_or_exchanged_are_named() {
    type Alteration = fn(&mut Vec<Event>);
    let link = |event, entry| (event, Some(entry), ChainFault::Link);
    let end = |event| (event, None, ChainFault::End);
    let cases: [(Alteration, Found); 9] = [
        (|all| drop(all.remove(0)), link(0, 2)),
        (|all| drop(all.remove(2)), link(2, 2)),
        (|all| drop(all.pop()), end(5)),
        (|all| all.truncate(2), end(2)),
        (Vec::clear, end(0)),
        (|all| all.push(all[5].clone()), link(6, 3)),
        (|all| all.insert(1, all[0].clone()), link(1, 1)),
        (|all| all.swap(2, 3), link(2, 2)),
        (|all| all.swap(4, 5), link(4, 3)),
    ];
    for (alter, expected) in cases {
        assert_eq!(found_after(|chain| alter(&mut chain.events)), expected);
    }
}

#[test]
fn a_removed_text_that_is_put_back_is_found_and_so_is_one_that_is_missing() {
    for (from, to, fault) in [
        (KEPT, REMOVED, ChainFault::NotRemoved),
        (REMOVED, KEPT, ChainFault::Missing),
    ] {
        for place in [1, 3] {
            let mut chain: Chain = read(to).unwrap();
            chain.events[place] = read::<Chain>(from).unwrap().events[place].clone();
            let entry = Some(2);
            let event = place;
            assert_eq!(
                chain.check(),
                Err(ChainError {
                    event,
                    entry,
                    fault
                })
            );
            let diary: Diary = read(&stored(&chain)).unwrap();
            let entry = diary.entry(2).unwrap();
            if entry.removed().is_some() {
                assert_eq!((entry.account(), entry.additions()), (None, [].as_slice()));
            }
        }
    }
}

/// Every text with one alteration of its items.
fn alterations(text: &str) -> Vec<String> {
    let items: Vec<&str> = text.split('|').collect();
    let mut all = Vec::new();
    let mut with = |alter: &dyn Fn(&mut Vec<String>)| {
        let mut items = items.iter().map(|item| (*item).to_owned()).collect();
        alter(&mut items);
        all.push(items.join("|"));
    };
    for (place, item) in items.iter().enumerate() {
        let rest: String = item.chars().skip(1).collect();
        let other = if item.starts_with('0') { "1" } else { "0" }.to_owned() + &rest;
        for other in [
            "", "0", "1", "2", "3", "x", "-1 60", "about", "09:00", &rest, &other,
        ] {
            with(&|items| other.clone_into(&mut items[place]));
        }
        with(&|items| items[place].push('0'));
        with(&|items| drop(items.remove(place)));
        with(&|items| items.insert(place, items[place].clone()));
        with(&|items| items.truncate(place));
        for other in 0..place {
            with(&|items| items.swap(other, place));
        }
    }
    all
}

#[test]
fn every_alteration_is_found() {
    for (text, least) in [(KEPT, 170), (REMOVED, 200)] {
        let chain: Chain = read(text).unwrap();
        let mut count = 0;
        for altered in alterations(text) {
            // What cannot be read is refused. What reads as the same chain says the same in another way.
            if let Some(other) = read::<Chain>(&altered)
                && other != chain
            {
                assert!(other.check().is_err(), "{altered}");
                count += 1;
            }
        }
        assert!(count >= least, "{count}");
    }
}

/// A chain of events with links that are right.
fn chain_of(events: &[(u32, &str)]) -> Chain {
    let mut chain = Chain::default();
    for (entry, change) in events {
        let digest = Hex([0; 32]);
        let change = match *change {
            "written" => written(Account::new("x")),
            "added" => added("x"),
            "written-digest" => Change::Written(Content::Digest(digest)),
            "added-digest" => Change::Added(Content::Digest(digest)),
            _ => Change::Removed,
        };
        chain.push(*entry, at(0), change);
    }
    chain
}

#[test]
fn a_chain_whose_links_are_right_and_whose_events_cannot_be_is_refused() {
    use ChainFault::{Missing, NoSuchEntry, NotRemoved, Number};
    let (written, removed) = ((1, "written"), (1, "removed"));
    let (written_digest, added_digest) = ((1, "written-digest"), (1, "added-digest"));
    for (events, event, fault) in [
        (&[(0, "written")][..], 0, Number),
        (&[(2, "written")], 0, Number),
        (&[written, written], 1, Number),
        (&[written, (3, "written")], 1, Number),
        (&[written, (u32::MAX, "written-digest")], 1, Number),
        (&[(1, "added"), written], 0, NoSuchEntry),
        (&[written, (2, "added")], 1, NoSuchEntry),
        (&[written, (0, "added-digest")], 1, NoSuchEntry),
        (&[written_digest, removed, added_digest], 2, NoSuchEntry),
        (&[written_digest, removed, removed], 2, NoSuchEntry),
        (&[(u32::MAX, "removed")], 0, NoSuchEntry),
        (&[written, removed], 0, NotRemoved),
        (&[written_digest, (1, "added"), removed], 1, NotRemoved),
        (&[written_digest], 0, Missing),
        (&[written, added_digest], 1, Missing),
    ] {
        let entry = Some(events[event].0);
        let error = ChainError {
            event,
            entry,
            fault,
        };
        assert_eq!(chain_of(events).check(), Err(error), "{events:?}");
    }
}

#[test]
fn what_was_lost_at_the_end_is_still_noticed_after_more_is_written() {
    let mut chain: Chain = read(KEPT).unwrap();
    chain.events.pop();
    chain.push(3, at(0), written(Account::new("three")));
    let error = chain.check().unwrap_err();
    assert_eq!((error.event, error.fault), (3, ChainFault::Link));
    assert_eq!(error.to_string(), "event 3: it does not match its link");
}

/// Stored diaries with some of their items, and some of their bytes, replaced.
fn damaged() -> impl Strategy<Value = String> {
    let item = prop_oneof![
        proptest::sample::select(vec![
            "0",
            "1",
            "4294967295",
            "18446744073709551615",
            "-9223372036854775808 -1",
            "removed",
            "digest",
            ""
        ])
        .prop_map(str::to_owned),
        "[0-9a-f|]{0,9}",
    ];
    let items = proptest::collection::vec((any::<prop::sample::Index>(), item), 0..3);
    let text = proptest::sample::select(vec![KEPT, REMOVED]);
    (text, items).prop_map(|(text, replaced)| {
        let mut items: Vec<String> = text.split('|').map(str::to_owned).collect();
        for (place, item) in replaced {
            *place.get_mut(&mut items) = item;
        }
        items.join("|")
    })
}

proptest! {
    #[test]
    fn a_damaged_diary_never_makes_anything_panic(text in damaged()) {
        let Some(mut diary) = read::<Diary>(&text) else {
            return Ok(());
        };
        let is_whole = [KEPT, REMOVED].contains(&stored(&diary).as_str());
        prop_assert_eq!(diary.check().is_ok(), is_whole);
        for number in [0, 1, 2, 3, u32::MAX] {
            drop(diary.entry(number));
            diary.add(number, "x", at(0), salt(0)).ok();
            diary.remove(number, at(0)).ok();
        }
        diary.append(diary.clone());
        diary.write(Account::new("x"), at(0), salt(0)).ok();
        drop(diary.entries());
        prop_assert_eq!(diary.check().is_ok(), is_whole);
    }
}
