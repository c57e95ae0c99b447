use std::collections::BTreeSet;

use proptest::prelude::*;

use super::weak::KNOWN;
use super::{LONGEST_WORD, SHORTEST, WORDS, WeakPassphrase, check, normalise, ready_made, words};
use crate::store::RandomError;

/// A source of random bytes that gives these numbers, two bytes each, and then fails.
fn giving(numbers: Vec<u16>) -> impl FnMut(&mut [u8]) -> Result<(), RandomError> {
    let mut bytes = numbers.into_iter().flat_map(u16::to_le_bytes);
    move |buffer| {
        for place in buffer {
            *place = bytes.next().ok_or(RandomError)?;
        }
        Ok(())
    }
}

/// What is made of these numbers.
fn made_of(numbers: &[u16]) -> String {
    ready_made(&mut giving(numbers.to_vec()))
        .unwrap()
        .to_string()
}

#[test]
fn the_list_is_sorted_and_four_letters_tell_its_words_apart() {
    let all: Vec<&str> = words().collect();
    assert_eq!(all.len(), 2048);
    assert!(all.is_sorted());
    for word in &all {
        assert!((3..=LONGEST_WORD).contains(&word.len()), "{word}");
        assert!(word.bytes().all(|byte| byte.is_ascii_lowercase()), "{word}");
    }
    let beginnings = all.iter().map(|word| word.get(..4).unwrap_or(word));
    assert_eq!(beginnings.collect::<BTreeSet<_>>().len(), 2048);
}

#[test]
fn no_word_distresses_reveals_or_is_spelt_in_two_ways() {
    const FORBIDDEN: &str = "abandon abuse accident accuse acid addict address afraid alarm alcohol alert alone anger \
        angry anxiety armed army arrest assault attack awful baby bitter blade blame bleak blind blood body bomb bone \
        boyfriend broken brother bullet burden cage camera casino caught chase cheat child coffin confess \
        control court coward cradle crash crazy crime cruel crush cry dad damage danger daughter dead death debt demand \
        deny despair destroy detect device devote diary die dirt disease divorce drug drunk dumb dwarf enemy erase \
        escape evidence evil exclude exhaust exile expose eye failure fat fatal father fault fear female fever fight \
        fire flee follow force fragile friend fury garbage gasp gaze ghost gift girl glare gloom grab grave grief guard \
        guilt gun hammer harm harsh hate hazard hell help hidden hit hospital hostage hunt hurt husband ill infant \
        inflict injury inmate insane intruder jail jealous judge kick kid kidnap kill kiss knife lady law lawsuit liar \
        lonely love lover lurk mad man marriage mask master menace mercy message misery miss mistake mobile mom \
        monitor monster mother mum murder naked nasty neck nerve nightmare obey obsess orphan owner pain panic parent \
        partner patrol penalty phone photo pistol poison police poverty power pregnant prey prison private problem \
        proof property protect punch punish push rage rape razor record refuse regret reject report rescue revenge rifle \
        riot risk rival romance rude sad safe scare scar scream search secret security seek sex shadow shame shock \
        shoot shove sick silent sister skin skull slap slave sleep smile snake sniff sorry spider spike spy stab stairs \
        stalk stay steal sting stolen stop strange stranger strangle strike struggle submit suffer suicide surprise \
        suspect swear sword tag tail target terror text theft thief threat throat toddler together torture touch track \
        tragic trap trash trial trick trigger trouble trust truth ugly unfair unhappy unknown unwanted upset useless \
        vanish victim video violent virus visit wait want war warning watch weak weapon wedding whip whisper widow wife \
        witness woman worry wound wreck wrist wrong \
        armor behavior catalog center color cozy defense draft enroll favorite fiber flavor gray harbor honor humor \
        inquiry jewelry labor license mold neighbor odor pajamas plow practice program rumor theater tire vapor";
    let all: BTreeSet<&str> = words().collect();
    let found: Vec<&str> = FORBIDDEN
        .split_whitespace()
        .filter(|word| all.contains(word))
        .collect();
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn eleven_bits_choose_a_word_and_the_other_five_nothing() {
    for (number, word) in (0_u16..).zip(words()) {
        for other_bits in [0, 0xa800, 0xf800] {
            // The other words differ, so that none of these is refused.
            let others = [3, 500, 1000, 1500].map(|step| (number + step) % 2048);
            let [second, third, fourth, fifth] = others;
            let made = made_of(&[number | other_bits, second, third, fourth, fifth]);
            assert_eq!(made.split(' ').next(), Some(word));
            assert_eq!(made.split(' ').count(), WORDS);
        }
    }
    let number = |text: &str| u16::try_from(words().position(|word| word == text).unwrap());
    let chosen = ["zoo", "abacus", "kettle", "teapot", "zoom"];
    let numbers = chosen.map(|word| number(word).unwrap());
    assert_eq!(made_of(&numbers), "zoo abacus kettle teapot zoom");
}

#[test]
fn a_refused_one_is_made_again_and_an_error_is_passed_on() {
    let random = &mut giving(vec![7, 7, 7, 7, 7, 0, 2047, 1, 2046, 2]);
    assert_eq!(
        ready_made(random).unwrap().as_str(),
        "abacus zoom abbey zoo ability"
    );
    assert_eq!(ready_made(random), Err(RandomError));
    assert_eq!(ready_made(&mut giving(vec![0, 1, 2, 3])), Err(RandomError));
}

#[test]
fn none_of_a_hundred_thousand_is_refused() {
    let all: Vec<&str> = words().collect();
    // Marsaglia's xorshift with 64 bits.
    let mut state = 1_u64;
    let mut number = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 53).unwrap()
    };
    for _ in 0..100_000 {
        let made = [(); WORDS].map(|()| all[number()]).join(" ");
        assert_eq!(check(&made), Ok(()), "{made}");
    }
}

#[test]
fn other_spaces_hyphens_and_capitals_are_the_same_passphrase() {
    for typed in [
        "kettle plum otter",
        "  Kettle plum\u{a0}\u{a0}otter \n",
        "KETTLE-PLUM-OTTER",
        "kettle, plum, otter.",
        "Kettle. Plum. Otter",
        "kettle -- plum \u{2014} otter\u{2026}",
        "kettle\u{2011}plum\u{2013}otter",
    ] {
        assert_eq!(normalise(typed).as_str(), "kettle plum otter", "{typed:?}");
    }
    for (typed, kept) in [
        ("don\u{2019}t \u{201c}go\u{201d}", "don't \"go\""),
        ("a_b/c!d", "a_b/c!d"),
        ("\u{c9}cole \u{e9}t\u{e9}", "\u{c9}cole \u{e9}t\u{e9}"),
        ("kettleplum otter", "kettleplum otter"),
        (" .,- ", ""),
    ] {
        assert_eq!(normalise(typed).as_str(), kept, "{typed:?}");
    }
}

#[test]
fn a_weak_passphrase_is_refused_with_its_reason() {
    let weak = [
        (WeakPassphrase::Short, "|plum|fourteen chars|élan vital été"),
        (
            WeakPassphrase::Known,
            "correct horse battery staple|to be or not to be|let me in please|i love you so much|mary had a little lamb\
             |god save our gracious king|passwordpassword|password12345678|password 2026 !!|1iloveyousomuch99\
             |liverpool 27061987|qwertyuiopasdfghjkl|that is the question|my password is 1987|twinkle twinkle little\
             |hello sunshine 1987|You’ll never walk alone!",
        ),
        (
            WeakPassphrase::Repeat,
            "aaaaaaaaaaaaaaaa|abababababababab|ha ha ho ho he he hi hi|plum plum plum plum|otterkettleotterkettle\
             |otter kettle otter kettle 1987|ottersottersotters12|very very very very long\
             |482748274827482748274827|98765432109876543210987|x 27061987 27061987\
             |otterkettleotterkettle 38471",
        ),
        (
            WeakPassphrase::Row,
            "abcdefghijklmnop|zyxwvutsrqponmlk|poiuytrewq12345|1q2w3e4r5t6y7u8i|1qaz2wsx3edc4rfv|123456789012345\
             |sarah0123456789|abc123xyz789qwe|aabbccddeeffgghh|987654321012345|lkjhgfdsa mnbvcxz",
        ),
        (
            WeakPassphrase::Digits,
            "07700 900 153 27|27/06/1987 0153|(020) 7946-0958 !|4827 1593 2684 07",
        ),
    ];
    for (weakness, passphrases) in weak {
        for passphrase in passphrases.split('|') {
            let passphrase = normalise(passphrase);
            assert_eq!(check(&passphrase), Err(weakness), "{:?}", *passphrase);
        }
    }
}

#[test]
fn many_good_ones_are_accepted() {
    for passphrase in [
        "the blue kettle sings on tuesdays",
        "two goats ate my yellow umbrella",
        "fifteen letters",
        "gran's tea at 4 o'clock, always",
        "seven wet ducks & a cold bus stop",
        "we never did find aunt betty's hat",
        "marmalade on the piano keys again",
        "password chairs float over leeds",
        "chelsea buns with extra cinnamon",
        "my sunshine jumper has nine buttons",
        "properties were powered by tyres",
        "the cat sat on the mat and ate it",
        "xK7#qv92!mPz4wLd",
        "48271593268407153826",
        "le chat de ma sœur dort toujours",
        "žluťoučký kůň pěl ódy",
        "кошка спит на тёплой печке",
        "小貓在窗邊睡覺夢見一條大藍魚游水",
    ] {
        let passphrase = normalise(passphrase);
        assert_eq!(check(&passphrase), Ok(()), "{:?}", *passphrase);
    }
}

#[test]
fn the_shortest_lengths_are_in_characters() {
    assert_eq!(check("žluťoučký kůň"), Err(WeakPassphrase::Short));
    assert_eq!("žluťoučký kůň p".chars().count(), SHORTEST);
    assert_eq!(check("žluťoučký kůň p"), Ok(()));
    assert_eq!(check("4827159326840715382"), Err(WeakPassphrase::Digits));
}

#[test]
fn known_phrases_are_letters_and_each_is_refused() {
    assert!(KNOWN.is_sorted());
    for known in KNOWN {
        assert!(
            known.bytes().all(|byte| byte.is_ascii_lowercase()),
            "{known}"
        );
        let typed = format!("{known} 20261201153");
        assert_eq!(check(&typed), Err(WeakPassphrase::Known), "{typed}");
    }
}

#[test]
fn each_reason_has_its_code() {
    use WeakPassphrase::{Digits, Known, Repeat, Row, Short};
    let codes = [Short, Repeat, Row, Digits, Known].map(WeakPassphrase::as_str);
    assert_eq!(codes, ["short", "repeat", "row", "digits", "known"]);
}

proptest! {
    #[test]
    fn a_ready_made_one_is_accepted_and_opens_however_it_is_typed(
        numbers in proptest::array::uniform5(any::<u16>()),
        gaps in proptest::array::uniform5(
            prop::sample::select(vec![" ", "  ", "-", ". ", ", ", "\u{a0}", " \u{2013} "])
        ),
        capitals in any::<u64>(),
    ) {
        // A refused one is made again, of numbers that are accepted.
        let numbers = [&numbers[..], &[0, 2047, 1, 2046, 2]].concat();
        let made = made_of(&numbers);
        prop_assert_eq!(check(&made), Ok(()));
        prop_assert_eq!(normalise(&made).to_string(), made.clone());
        let words = made.split(' ').zip(gaps);
        let spaced: String = words.flat_map(|(word, gap)| [word, gap]).collect();
        let letters = spaced.chars().enumerate().map(|(place, letter)| {
            if capitals >> (place % 64) & 1 == 1 {
                letter.to_ascii_uppercase()
            } else {
                letter
            }
        });
        let typed: String = letters.collect();
        prop_assert_eq!(normalise(&typed).to_string(), made);
    }

    #[test]
    fn normalising_again_changes_nothing_and_any_text_can_be_checked(
        any_text in any::<String>(),
        few_letters in "[a-c1 .’—É]{0,40}",
    ) {
        for typed in [any_text, few_letters] {
            let once = normalise(&typed);
            let again = normalise(&once);
            prop_assert_eq!(&*again, &*once);
            prop_assert!(once.len() <= typed.len());
            let _ = check(&once);
        }
    }
}
