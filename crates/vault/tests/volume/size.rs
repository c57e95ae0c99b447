//! The length of a long diary: 2,000 entries, median 90 words, no sentence twice. It decides the length of a half.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use vault::volume::{Format, VolumeError, create};

use crate::support::{below, hex, opened, phrase, random, report};

/// Frequent words first: the word of rank `n` is drawn about `1 / n` as often as the first.
const WORDS: &str = "i the and to he was my me it a that said in of on for not at had with you her she but his when so \
    they this him we have out then up told back is all again because about would if there been what from went got \
    didn't could after home called phone as be before by did came house over only time no just asked when again can't \
    door like one night go do them down off who car work into now because kids room day around want your wouldn't or \
    tell some through know message left took get where never saw money same wanted more made first didn't an how him \
    put outside morning school away another still thought every him always mum two later while kept very text old \
    anything afterwards last front our long friend other than too stood heard started something wasn't stopped sister \
    read found street parked before three sent looking looked name angry shouted locked kitchen bedroom window hours \
    evening without minutes drove picked bag keys written number against bed someone upstairs next until waiting \
    neighbour walked pulled held arm wall threw broke plate cup screen card bank account changed password checked \
    photo followed shop bus station train office manager letter post garden gate light sleep crying quiet sorry \
    promised laughed nothing everyone believe crazy friends allowed wear dress make food dinner cold table chair \
    glass floor hand face hair neck shoulder bruise doctor nurse hospital police officer reference report statement \
    court lawyer solicitor baby pushed grabbed blocked knocked banged hit kicked spat swore whispered threatened knife \
    dog cat fire fence camera tablet laptop email website app location battery charger sim contract bill rent council \
    benefit payment cash wallet purse receipt petrol engine tyre mirror seat belt motorway bridge park river church \
    library playground teacher lesson homework uniform lunch breakfast birthday christmas holiday weekend monday \
    tuesday wednesday thursday friday saturday sunday january february march april october november december spring";

/// Parts of names, numbers and misspelt words, of which every text has some that no list holds.
const SYLLABLES: &str = "an bar cor den el fin gra hol is jo ken lan mor nel os pri quen ros sta tam ur ver win yar zel";

/// Entries as the diary stores them, from numbers that look random.
struct Writer {
    state: u64,
    words: Vec<&'static str>,
    sentences: BTreeSet<String>,
}

impl Writer {
    fn new(seed: u64) -> Self {
        Self {
            state: seed,
            words: WORDS.split_whitespace().collect(),
            sentences: BTreeSet::new(),
        }
    }

    /// A word: one in twelve is a name, a number or misspelt.
    fn word(&mut self) -> String {
        let syllables: Vec<&str> = SYLLABLES.split(' ').collect();
        match below(&mut self.state, 24) {
            0 => below(&mut self.state, 2400).to_string(),
            1 => (0..=1 + below(&mut self.state, 2))
                .map(|_| syllables[below(&mut self.state, syllables.len())])
                .collect(),
            _ => {
                // Zipf's law: the rank is the number of words to the power of a number from 0 to 1.
                let unit = f64::from(u32::try_from(below(&mut self.state, 1 << 30)).unwrap())
                    / f64::from(1 << 30);
                let count = f64::from(u32::try_from(self.words.len()).unwrap());
                let index = (0..self.words.len())
                    .rfind(|rank| f64::from(u32::try_from(rank + 1).unwrap()) <= count.powf(unit));
                self.words[index.unwrap_or_default()].to_owned()
            }
        }
    }

    /// A sentence that was not written before.
    fn sentence(&mut self, length: usize) -> String {
        loop {
            let words: Vec<String> = (0..length).map(|_| self.word()).collect();
            let mut sentence = words.join(" ");
            sentence[..1].make_ascii_uppercase();
            sentence.push('.');
            if self.sentences.insert(sentence.clone()) {
                return sentence;
            }
        }
    }

    /// An entry: half of them have 30 to 90 words, half up to 300.
    fn entry(&mut self, number: usize) -> (usize, String) {
        let length = match below(&mut self.state, 2) {
            0 => 30 + below(&mut self.state, 61),
            _ => 90 + below(&mut self.state, 90) + below(&mut self.state, 121),
        };
        let (mut words, mut text) = (0, String::new());
        while words < length {
            let next = (4 + below(&mut self.state, 14)).min(length - words);
            words += next;
            write!(text, "{} ", self.sentence(next)).unwrap();
        }
        let place = self.sentence(3);
        let kinds = [
            "messages",
            "money",
            "following",
            "shouting",
            "hitting",
            "children",
        ];
        let (kind, hour) = (kinds[below(&mut self.state, 6)], below(&mut self.state, 24));
        let (month, day) = (
            1 + below(&mut self.state, 12),
            1 + below(&mut self.state, 28),
        );
        let mut hash = [0; 16];
        random(u64::try_from(number).unwrap())(&mut hash).unwrap();
        let hash = hex(&hash);
        let entry = format!(
            "{{\"number\":{number},\"written\":\"2026-{month:02}-{day:02}T{hour:02}:41:07Z\",\"when\":\"2026-{month:02}-{day:02}\",\
             \"what\":\"{}\",\"where\":\"{place}\",\"kinds\":[\"{kind}\"],\"told\":[],\"chain\":\"{hash}\"}}",
            text.trim_end()
        );
        (words, entry)
    }
}

/// The JSON of so many entries, and the number of words of each.
fn long_diary(entries: usize) -> (String, Vec<usize>) {
    let mut writer = Writer::new(11);
    let (words, entries): (Vec<usize>, Vec<String>) =
        (1..=entries).map(|number| writer.entry(number)).unzip();
    (format!("[{}]", entries.join(",\n")), words)
}

/// The shipped length of a half, at a cost that is none.
fn format(half_length: usize) -> Format {
    Format::new(half_length, [8, 1, 1]).unwrap()
}

/// How full a half is, in per cent.
fn fill(half_length: usize, snapshot: &[u8]) -> u32 {
    let made = create(
        format(half_length),
        (&phrase("one"), snapshot),
        None,
        &mut random(1),
    );
    match made {
        Ok(file) => opened(format(half_length), &file, "one").percent,
        Err(VolumeError::Full { percent }) => percent,
        Err(error) => panic!("{error}"),
    }
}

/// `-- --nocapture` prints the figures of docs/vault-format.md.
#[test]
fn two_thousand_entries_leave_room_in_a_half_and_would_not_in_a_smaller_one() {
    let (diary, mut words) = long_diary(2000);
    words.sort_unstable();
    assert!((85..=95).contains(&words[1000]), "{}", words[1000]);
    let shipped = Format::DEFAULT.half_length();
    let [small, large] = [shipped / 2, shipped].map(|length| fill(length, diary.as_bytes()));
    report(&format!(
        "2,000 entries, median {} words, mean {}, {} bytes: {small} % of 512 KiB, {large} % of 1 MiB",
        words[1000],
        words.iter().sum::<usize>() / words.len(),
        diary.len()
    ));
    assert!(small > 80, "{small} %");
    assert!(large <= 80, "{large} %");
}

#[test]
fn no_sentence_of_the_long_diary_is_there_twice() {
    let (diary, _) = long_diary(200);
    let mut sentences: Vec<&str> = diary
        .split(['.', '"'])
        .filter(|part| part.len() > 30)
        .collect();
    let all = sentences.len();
    sentences.sort_unstable();
    sentences.dedup();
    assert_eq!(sentences.len(), all);
}
