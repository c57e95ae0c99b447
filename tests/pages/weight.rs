//! How many bytes of the page are sent before it can be read.

use std::collections::BTreeSet;
use std::io::Read as _;

use content::Edition;
use domain::guide::{Block, Guide, Inline, ListKind, Text, plain_words};
use domain::service::Group;
use domain::view::View;

use crate::packed::pack;
use crate::page::{Page, edition, render, shipped_page};

/// The budget of the first view, compressed (docs/decisions/0019-a-first-view-of-75-kib.md).
const FIRST_VIEW: usize = 75 * 1024;
/// The initial congestion window of a connection: ten packets.
const FIRST_FLIGHT: usize = 14 * 1024;
/// The guidance of one language as it may grow, including what is there.
const GUIDANCE_WORDS: usize = 24_000;

/// What a browser can parse of a truncated page.
fn read_from_beginning(packed: &[u8], bytes: usize) -> Vec<u8> {
    let mut read = Vec::new();
    let beginning = packed.get(..bytes).unwrap_or(packed);
    // The end is missing, which is an error at the end of the input.
    brotli::Decompressor::new(beginning, 4096)
        .read_to_end(&mut read)
        .err();
    read
}

/// The links of the start to 999 and to the main stalking line: where each ends, and its HTML.
fn first_numbers(page: &Page) -> [(usize, String); 2] {
    let (_, start) = page.html().split_once("view--start\"").unwrap();
    [Group::Emergency, Group::Stalking].map(|group| {
        let mut services = page.edition.services_in(group);
        let number = services.find_map(|service| service.call()).unwrap();
        let (_, rest) = start
            .split_once(&format!("href=\"{}\"", number.tel_uri()))
            .unwrap();
        let (link, _) = rest.split_once("</a>").unwrap();
        assert!(link.contains(&format!(">{}<", number.written())), "{link}");
        let end = page.html().len() - rest.len() + link.len();
        (end, link.to_owned())
    })
}

/// Asserts the size of a page and the offsets of its first numbers; returns the size.
#[track_caller]
fn fits(page: &Page, what: &str) -> usize {
    let packed = pack(page.html().as_bytes());
    let at_once = read_from_beginning(&packed, FIRST_FLIGHT);
    assert!(page.html().as_bytes().starts_with(&at_once));
    println!(
        "{what}: {} bytes, {} packed",
        page.html().len(),
        packed.len()
    );
    println!(
        "  the first {FIRST_FLIGHT} packed bytes hold {} of them",
        at_once.len()
    );
    for (end, link) in first_numbers(page) {
        let needs = pack(page.html().get(..end).unwrap().as_bytes()).len();
        println!("  a first number ends at byte {end}, {needs} packed");
        assert!(needs <= FIRST_FLIGHT, "{link} needs {needs} bytes");
        let arrived = at_once.len() >= end;
        assert!(arrived, "{link} is not in the first {FIRST_FLIGHT} bytes");
    }
    let size = packed.len();
    assert!(size <= FIRST_VIEW, "{what}: {size} bytes packed");
    size
}

/// Every line of guidance.
fn lines(guides: &[Guide]) -> Vec<String> {
    let blocks = guides.iter().flat_map(Guide::every_block);
    let texts = blocks.flat_map(|block| match block {
        Block::Heading { text, .. } | Block::Paragraph(text) => vec![text],
        Block::List { items, .. } | Block::Note(items) | Block::Boxes(items) => {
            items.iter().collect()
        }
        Block::Example { rows, .. } => rows.iter().map(|(_, value)| value).collect(),
        Block::Term { meaning, .. } => vec![meaning],
        Block::Choice { question, .. } => vec![question],
        Block::Part { .. }
        | Block::Picture { .. }
        | Block::Sheet { .. }
        | Block::Go(..)
        | Block::Rehearsal(_)
        | Block::Look(_)
        | Block::Keep(_)
        | Block::Call { .. } => Vec::new(),
    });
    let titles = guides
        .iter()
        .flat_map(|guide| [&guide.title, &guide.summary]);
    let easy = guides.iter().filter_map(|guide| guide.easy.as_ref());
    let easy = easy.flat_map(|easy| easy.lines.iter().map(|(_, text)| text));
    texts
        .chain(easy)
        .map(|text| plain_words(text))
        .chain(titles.cloned())
        .collect()
}

/// Pseudo-random words, the same in each run: a linear congruential generator with
/// Knuth's multiplier (MMIX) over the words of the real guidance.
///
/// One half of the words are as likely as they are there, the other half all alike, so that rare ones come
/// more often than in real sentences; and no phrase ever returns. So the text is harder to compress, and
/// the test below compares it with the real guidance.
struct Dice<'a> {
    state: u64,
    /// Every word as often as it occurs, and every word once.
    pools: [Vec<&'a str>; 2],
    left: usize,
}

impl<'a> Dice<'a> {
    fn new(lines: &'a [String], left: usize) -> Self {
        let words = lines.iter().flat_map(|line| line.split_whitespace());
        let often: Vec<&str> = words.collect();
        let once: BTreeSet<&str> = often.iter().copied().collect();
        Self {
            state: 1,
            pools: [often, once.into_iter().collect()],
            left,
        }
    }

    fn below(&mut self, limit: usize) -> usize {
        let product = self.state.wrapping_mul(6_364_136_223_846_793_005);
        self.state = product.wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.state >> 33).unwrap() % limit
    }

    fn word(&mut self) -> &'a str {
        let which = self.below(2);
        let at = self.below(self.pools[which].len());
        self.pools[which][at]
    }

    /// A line of `least` to twice as many words, as long as there are any left.
    fn line(&mut self, least: usize) -> Text {
        let length = (least + self.below(least + 1)).min(self.left);
        self.left -= length;
        let thrown: Vec<&str> = (0..length).map(|_| self.word()).collect();
        vec![Inline::Plain(thrown.join(" "))]
    }

    /// A section: a heading, two paragraphs and a list.
    fn section(&mut self) -> [Block; 4] {
        let heading = Block::Heading {
            depth: 1,
            text: self.line(3),
        };
        let paragraphs = [self.line(25), self.line(25)].map(Block::Paragraph);
        let items = (0..5).map(|_| self.line(10)).collect();
        let [first, second] = paragraphs;
        [
            heading,
            first,
            Block::List {
                kind: ListKind::Dots,
                items,
            },
            second,
        ]
    }
}

/// The real guidance and `count` more words, spread over every view.
fn with_filler(edition: &Edition, count: usize) -> Edition {
    let real = lines(&edition.guides);
    let mut dice = Dice::new(&real, count);
    let mut filled = edition.clone();
    let mut views = View::ALL
        .into_iter()
        .filter(|view| *view != View::Start)
        .cycle();
    let pattern = filled.guides.first().unwrap().clone();
    while dice.left > 0 {
        let [title, summary] = [dice.line(3), dice.line(6)].map(|text| plain_words(&text));
        filled.guides.push(Guide {
            id: format!("filler-{}", dice.left),
            view: views.next().unwrap(),
            title,
            summary,
            blocks: [dice.section(), dice.section()].concat(),
            search: Vec::new(),
            easy: None,
            ..pattern.clone()
        });
    }
    filled
}

fn count(lines: &[String]) -> usize {
    lines
        .iter()
        .map(|line| line.split_whitespace().count())
        .sum()
}

#[test]
fn the_numbers_that_matter_most_arrive_first_and_the_page_keeps_to_its_size() {
    fits(&shipped_page(), "the page");
}

#[test]
fn twenty_four_thousand_words_of_guidance_fit_beside_every_service() {
    let edition = edition();
    let mut bare = edition.clone();
    bare.guides.clear();
    let bare = pack(render(bare).html().as_bytes()).len();
    let full = pack(render(edition.clone()).html().as_bytes()).len();

    let real = count(&lines(&edition.guides));
    let more = with_filler(&edition, GUIDANCE_WORDS - real);
    assert_eq!(count(&lines(&more.guides)), GUIDANCE_WORDS);
    let filler = GUIDANCE_WORDS - real;
    let size = fits(&render(more), "the page with filler");
    println!(
        "  {real} words of guidance cost {} packed bytes",
        full - bare
    );
    println!("  {filler} words of filler cost {}", size - full);
    // Filler that compresses better than real guidance would prove nothing.
    assert!((size - full) * real > (full - bare) * filler);
}
