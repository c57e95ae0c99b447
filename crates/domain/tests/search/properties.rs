//! Property tests: what holds for any words.

use std::collections::BTreeMap;

use domain::search::{DocumentId, Index};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index as Pick;

use crate::directory::{DOCUMENTS, index};

/// The default number of cases, but at least these.
fn many() -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig {
        cases: usual.cases.max(1000),
        ..usual
    }
}

/// Of the accented letters that `word` makes, those that fold to one letter.
fn without_accent(letter: char) -> char {
    match letter {
        'á' => 'a',
        'ć' => 'c',
        'é' => 'e',
        'ł' => 'l',
        'ñ' => 'n',
        'ż' => 'z',
        other => other,
    }
}

/// Title, keywords and body.
type Texts = [String; 3];

fn filled(documents: &[Texts]) -> Index {
    let mut index = Index::default();
    for [title, keywords, body] in documents {
        index.add(title, keywords, body);
    }
    index
}

/// Words that share letters and prefixes, so that documents compete.
fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-d]{1,9}",
        "(stalk|abus|text|help)(|s|ing|ed|er|line)",
        "[éßł]?[żño][ćáb]{2,4}",
        "(0808|999|116|123)",
        "(the|my|is|ex|e)",
        "[বাংলমদ]{2,5}",
    ]
}

fn text(words: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    let joints = prop_oneof![5 => Just(" "), 1 => Just("-"), 1 => Just(", "), 1 => Just("’")];
    vec((word(), joints), words).prop_map(|words| {
        let words = words.into_iter().map(|(word, joint)| word + joint);
        words.collect()
    })
}

fn documents() -> impl Strategy<Value = Vec<Texts>> {
    vec([text(1..4), text(0..4), text(0..9)], 1..9)
}

/// Any text that could be pasted.
fn anything() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "\\PC{0,40}",
        "[a-c '’.0-9\n-]{0,40}",
        "[aé帮ßÆ]{30,80}"
    ]
}

/// A word with one typing error: a letter inserted, deleted, replaced, or transposed with the next.
fn edited(word: &str, at: usize, kind: u8, letter: char) -> Option<String> {
    let mut letters: Vec<char> = word.chars().collect();
    match kind {
        0 => letters.insert(at, letter),
        1 if at < letters.len() => drop(letters.remove(at)),
        2 => *letters.get_mut(at)? = letter,
        3 if at + 1 < letters.len() => letters.swap(at, at + 1),
        _ => return None,
    }
    // A short word has to match exactly.
    (letters.len() >= 4).then(|| letters.into_iter().collect())
}

/// The words of the directory, each with the index of a document that has it.
fn long_words() -> Vec<(usize, String)> {
    let documents = DOCUMENTS.iter().enumerate();
    let words = documents.flat_map(|(place, texts)| {
        let texts = texts
            .iter()
            .flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
        texts.map(move |word| (place, word.to_lowercase()))
    });
    words
        .filter(|(_, word)| {
            word.chars().count() >= 4 && !word.contains(|c: char| c.is_ascii_digit())
        })
        .collect()
}

#[test]
fn any_single_edit_of_any_long_word_of_the_directory_finds_its_document() {
    let index = index();
    let mut looked = 0;
    for (place, word) in long_words() {
        let finds = |query: &str| {
            let mut hits = index.search(query).into_iter();
            hits.any(|hit| hit.document.place() == place && hit.has_every_word)
        };
        assert!(finds(&word), "{word}");
        for at in 0..=word.chars().count() {
            for query in (0..4).filter_map(|kind| edited(&word, at, kind, 'x')) {
                assert!(finds(&query), "{query} for {word}");
                let beside = format!("{query} {}", DOCUMENTS.get(place).unwrap()[0]);
                assert!(finds(&beside), "{beside} for {word}");
                looked += 1;
            }
        }
    }
    assert!(looked > 3000, "{looked}");
}

proptest! {
    #![proptest_config(many())]

    #[test]
    fn any_single_edit_of_any_long_word_finds_its_document(
        mut documents in documents(),
        word in "[a-zéłбα]{4,12}",
        place in any::<Pick>(),
        field in 0..3_usize,
        (at, kind, letter) in (any::<Pick>(), 0..4_u8, proptest::char::range('a', 'z')),
    ) {
        let place = place.index(documents.len());
        let text = documents.get_mut(place).unwrap().get_mut(field).unwrap();
        *text = [text.as_str(), " ", &word].concat();
        let at = at.index(word.chars().count() + 1);
        let Some(query) = edited(&word, at, kind, letter) else { return Ok(()) };
        let hits = filled(&documents).search(&query);
        let hit = hits.iter().find(|hit| hit.document.place() == place);
        prop_assert!(hit.is_some_and(|hit| hit.has_every_word), "{query} for {word}");
    }

    #[test]
    fn a_query_that_is_a_title_finds_that_first(documents in documents(), place in any::<Pick>()) {
        let [title, ..] = place.get(&documents);
        let hits = filled(&documents).search(title);
        let first = hits.first().unwrap().document.place();
        let [found, ..] = documents.get(first).unwrap();
        // The search folds accents and joins words.
        let plain = |text: &str| -> String {
            let letters = text.chars().filter(|letter| !" -’,".contains(*letter));
            letters.map(without_accent).collect()
        };
        prop_assert_eq!(plain(found), plain(title));
    }

    #[test]
    fn a_word_as_it_is_finds_its_document(documents in documents(), place in any::<Pick>()) {
        let index = filled(&documents);
        let place = place.index(documents.len());
        for word in documents.get(place).unwrap().join(" ").split([' ', ',']) {
            let mut hits = index.search(word).into_iter();
            let is_found = hits.any(|hit| hit.document.place() == place && hit.has_every_word);
            prop_assert!(is_found || word.is_empty(), "{}", word);
        }
    }

    #[test]
    fn scores_do_not_depend_on_the_order_in_which_documents_were_added(
        (documents, mixed) in documents().prop_flat_map(|documents| {
            let places: Vec<usize> = (0..documents.len()).collect();
            (Just(documents), Just(places).prop_shuffle())
        }),
        query in text(1..5),
    ) {
        let shuffled: Vec<Texts> = mixed.iter().map(|place| documents[*place].clone()).collect();
        let scores = |index: &Index, original: &dyn Fn(usize) -> usize| -> BTreeMap<usize, u32> {
            let hits = index.search(&query).into_iter();
            hits.map(|hit| (original(hit.document.place()), hit.score)).collect()
        };
        prop_assert_eq!(
            scores(&filled(&documents), &|place| place),
            scores(&filled(&shuffled), &|place| mixed[place])
        );
    }

    #[test]
    fn hits_are_in_order_and_the_same_each_time(documents in documents(), query in text(1..5)) {
        let index = filled(&documents);
        let hits = index.search(&query);
        prop_assert_eq!(&hits, &filled(&documents).search(&query));
        for pair in hits.windows(2) {
            let [better, other] = pair else { continue };
            let first = (better.score, other.document) > (other.score, better.document);
            prop_assert!(first, "{:?}", hits);
            prop_assert!(better.has_every_word || !other.has_every_word, "{:?}", hits);
        }
    }

    #[test]
    fn text_of_any_kind_can_be_added_and_searched_for(
        documents in vec([anything(), anything(), anything()], 0..4),
        query in anything(),
    ) {
        let mut index = Index::default();
        for (place, [title, keywords, body]) in documents.iter().enumerate() {
            prop_assert_eq!(index.add(title, keywords, body).place(), place);
        }
        let known = |document: DocumentId| document.place() < documents.len();
        for query in documents.iter().flatten().chain([&query]) {
            let mut hits = index.search(query).into_iter();
            prop_assert!(hits.all(|hit| known(hit.document) && hit.score > 0));
        }
    }
}
