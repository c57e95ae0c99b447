//! How long indexing and search take, for a directory as large as it may become.
//!
//! `cargo test --release --test search -- --ignored --nocapture` prints it.

use std::time::{Duration, Instant};

use domain::search::Index;

const PARTS: [&str; 20] = [
    "sta", "lki", "ho", "me", "ri", "ab", "use", "co", "ntro", "li", "pho", "ne", "wa", "tch",
    "fe", "ar", "su", "ppo", "rt", "ed",
];

/// Pseudo-random numbers, the same in each run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    /// One of about 8,000 words, some of which are common.
    fn word(&mut self) -> String {
        let reach = *[3, 8, PARTS.len()].get(self.below(3)).unwrap();
        let parts = (0..3).map(|_| *PARTS.get(self.below(reach)).unwrap());
        parts.collect()
    }

    fn text(&mut self, words: usize) -> String {
        let words: Vec<String> = (0..words).map(|_| self.word()).collect();
        words.join(" ")
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "this measures, and runs in no browser"
)]
fn timed<T>(what: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let answer = what();
    (answer, start.elapsed())
}

#[test]
#[ignore = "a figure, not a rule: ask for it by name"]
#[expect(clippy::print_stdout, reason = "figures are for reading")]
fn how_long_it_takes() {
    let mut chance = Chance(42);
    let mut texts = |body| [chance.text(3), chance.text(9), chance.text(body)];
    let services = (0..200).map(|_| 25).chain([130; 60]);
    let documents: Vec<[String; 3]> = services.map(&mut texts).collect();
    let (index, built) = timed(|| {
        let mut index = Index::default();
        for [title, keywords, body] in &documents {
            index.add(title, keywords, body);
        }
        index
    });
    let words: usize = documents
        .iter()
        .flatten()
        .map(|text| text.split(' ').count())
        .sum();
    println!("{} documents of {words} words: {built:?}", documents.len());

    let mut chance = Chance(7);
    let queries = (0..500).map(|_| chance.text(3));
    let times = queries.map(|query| {
        let (hits, first) = timed(|| index.search(&query).len());
        let (_, again) = timed(|| index.search(&query));
        (first.min(again), query, hits)
    });
    let (longest, query, hits) = times.max().unwrap();
    println!("the longest of 500 queries of three words: {longest:?} ({query}: {hits} hits)");
}
