//! How the vectors are made: files with a few volumes, and what can happen to them.

use std::fs;

use serde_json::{Value, json};
use vault::crypto::cipher::{KdfInput, argon2id};
use vault::crypto::{Key, seal_committed};
use vault::volume::Format;

use crate::support::{
    HEADER, SALT, SLOT, double, half_at, hex, phrase, random, saved, single, slot_of,
};
use crate::vectors::{changed, path, report};

const FIRST: &str = "first words";
const OLDER: &str = "the save before the last";
const NEWEST: &str = "naïve, 10 € — ✓";

/// Halves of 256 bytes: a snapshot of some words.
fn tiny() -> Format {
    Format::new(256, [8, 1, 1]).unwrap()
}

/// A file of one volume, in slot 1 under “one”, made without our writer: both halves have texts that a writer need not
/// make. Deflate is one stored block.
fn by_hand(declared: u32, padding: u8) -> Vec<u8> {
    let mut file = vec![0; tiny().file_length()];
    random(7)(&mut file).unwrap();
    let input = KdfInput {
        code: b"one",
        salt: &file[..SALT],
        ..KdfInput::default()
    };
    let derived = argon2id(input, tiny().cost()).unwrap();
    let key_slot = seal_committed(&derived, &[1; 32], b"volume 1 key\x01", &[5; 32]).unwrap();
    for header in [0, file.len() - HEADER] {
        file.copy_within(..SALT, header);
        file[header + SALT + SLOT..][..SLOT].copy_from_slice(&key_slot);
    }
    let key = Key::new([5; 32]);
    for (half, declared, padding) in [(0, 5, 0), (1, declared, padding)] {
        let sequence = (u64::from(half) + 1).to_le_bytes();
        let context = [b"volume 1 sequence\x01".as_slice(), &[half]].concat();
        let number = seal_committed(&key, &[2 + half; 32], &context, &sequence).unwrap();
        let mut text = [0; 88];
        text[..4].copy_from_slice(&u32::to_le_bytes(declared));
        text[4..14].copy_from_slice(b"\x01\x05\x00\xfa\xffhello");
        text[87] = padding;
        let context = [b"volume 1 snapshot\x01".as_slice(), &[half], &sequence].concat();
        let sealed = seal_committed(&key, &[4 + half; 32], &context, &text).unwrap();
        let at = half_at(tiny(), 1, usize::from(half));
        file[at..at + 256].copy_from_slice(&[number, sealed].concat());
    }
    file
}

/// The vectors' files: one volume, two with some saves, one at the shipped cost, and some that are made by hand.
fn files() -> [(&'static str, Format, Vec<u8>); 7] {
    let one = single(tiny(), FIRST.as_bytes());
    let mut two = double(tiny(), FIRST.as_bytes(), b"second words");
    for (seed, text) in [(5, "third"), (6, OLDER), (7, NEWEST)] {
        two = saved(tiny(), two, "one", text.as_bytes(), seed);
    }
    let shipped = Format::new(256, Format::DEFAULT.cost()).unwrap();
    let full_cost = single(shipped, &[b'a'; 1000]);
    [
        ("one", tiny(), one),
        ("two", tiny(), two),
        ("full cost", shipped, full_cost),
        ("by hand", tiny(), by_hand(5, 0)),
        ("padding", tiny(), by_hand(5, 1)),
        ("shorter", tiny(), by_hand(6, 0)),
        ("longer", tiny(), by_hand(4, 0)),
    ]
}

/// A vector without what it expects.
fn case(name: &str, passphrase: &str, changes: &[Value]) -> Value {
    json!({"name": name, "file": "two", "passphrase": passphrase, "changes": changes})
}

fn with(mut case: Value, name: &str, value: Value) -> Value {
    case[name] = value;
    case
}

fn passphrases() -> Vec<Value> {
    let file = |name: &str, case| with(case, "file", json!(name));
    vec![
        file("one", case("a new file", "one", &[])),
        file("full cost", case("the shipped cost", "one", &[])),
        case("the first of two", "one", &[]),
        case("the second of two", "two", &[]),
        case("a wrong passphrase", "three", &[]),
        file("one", case("a passphrase of another file", "two", &[])),
        file("by hand", case("a stored block of deflate", "one", &[])),
        file(
            "padding",
            case("a text with padding that is not zero", "one", &[]),
        ),
        file(
            "shorter",
            case("a text with less than its length", "one", &[]),
        ),
        file(
            "longer",
            case("a text with more than its length", "one", &[]),
        ),
    ]
}

/// The file of two volumes, and the slots of both.
struct Two {
    file: Vec<u8>,
    slot: usize,
    other: usize,
}

impl Two {
    fn flip(&self, at: usize) -> Value {
        json!([at, hex(&[self.file[at] ^ 1])])
    }

    fn copy(&self, from: usize, to: usize, length: usize) -> Value {
        json!([to, hex(&self.file[from..from + length])])
    }

    fn back(&self) -> usize {
        self.file.len() - HEADER
    }

    fn headers(&self) -> Vec<Value> {
        let (front, back) = (0, self.back());
        let key = |header: usize, slot: usize| header + SALT + SLOT * slot;
        let (slot, other) = (self.slot, self.other);
        let flip = |at| self.flip(at);
        let exchange = |header| {
            [
                self.copy(key(front, other), key(header, slot), SLOT),
                self.copy(key(front, slot), key(header, other), SLOT),
            ]
        };
        let both = [flip(front), flip(back)];
        let slots = [flip(key(front, slot)), flip(key(back, slot))];
        let crossed = [flip(front), flip(key(back, slot))];
        let exchanged = [exchange(front), exchange(back)].concat();
        vec![
            case("the front salt is damaged", "one", &[flip(front)]),
            case("the back salt is damaged", "one", &[flip(back)]),
            case(
                "the front key slot is damaged",
                "one",
                &[flip(key(front, slot) + 70)],
            ),
            case(
                "the back key slot is damaged",
                "one",
                &[flip(key(back, slot) + 5)],
            ),
            case("front salt and back key slot are damaged", "one", &crossed),
            case("both salts are damaged", "one", &both),
            case("both key slots are damaged", "one", &slots),
            case("the key slots are exchanged", "two", &exchanged),
        ]
    }

    fn halves(&self) -> Vec<Value> {
        let half = |slot, half| half_at(tiny(), slot, half);
        let [newest, older] = [0, 1].map(|number| half(self.slot, number));
        let flip = |at| self.flip(at);
        let other = self.copy(half(self.other, 0), newest, 512);
        let both = [flip(newest + 90), flip(older + 90)];
        let context = [b"volume 1 snapshot".as_slice(), &[0; 10]].concat();
        let foreign = seal_committed(&Key::new([9; 32]), &[8; 32], &context, &[0; 88]).unwrap();
        let first = double(tiny(), FIRST.as_bytes(), b"second words");
        let put_back = json!([older, hex(&first[older..older + 256])]);
        vec![
            case("the newest text is damaged", "one", &[flip(newest + 200)]),
            case(
                "the newest commitment is damaged",
                "one",
                &[flip(newest + 88 + 40)],
            ),
            case("the newest tag is damaged", "one", &[flip(newest + 255)]),
            case(
                "the newest sequence number is damaged",
                "one",
                &[flip(newest + 66)],
            ),
            case("the older text is damaged", "one", &[flip(older + 200)]),
            case(
                "the older sequence number is damaged",
                "one",
                &[flip(older)],
            ),
            case("both halves are damaged", "one", &both),
            case(
                "the older half is copied over the newest",
                "one",
                &[self.copy(older, newest, 256)],
            ),
            case(
                "the newest half is copied over the older",
                "one",
                &[self.copy(newest, older, 256)],
            ),
            case("the halves are of the other slot", "one", &[other]),
            case(
                "the newest text is under another key",
                "one",
                &[json!([newest + 88, hex(&foreign)])],
            ),
            case("the older half is as it was at first", "one", &[put_back]),
        ]
    }

    fn lengths(&self) -> Vec<Value> {
        let cut = |name, length: usize| with(case(name, "one", &[]), "length", json!(length));
        vec![
            cut("cut in the back header", self.back() + 100),
            cut("cut after the front header", HEADER),
            cut("cut to nothing", 0),
            cut("longer", self.back() + HEADER + 7),
        ]
    }
}

/// Writes the fixture if `UPDATE_FIXTURES=1`. What it has stays true for ever, so it changes with the format only.
#[test]
fn the_fixture_can_be_written_again() {
    let files = files();
    let file = files[1].2.clone();
    let [slot, other] = ["one", "two"].map(|passphrase| slot_of(tiny(), &file, passphrase));
    let two = Two { file, slot, other };
    let vectors = [passphrases(), two.headers(), two.halves(), two.lengths()].concat();
    let vectors = vectors.into_iter().map(|mut vector| {
        let name = vector["file"].as_str().unwrap().to_owned();
        let (_, format, bytes) = files.iter().find(|file| file.0 == name).unwrap();
        let changed = changed(&json!({"bytes": hex(bytes)}), &vector);
        let passphrase = vector["passphrase"].as_str().unwrap().to_owned();
        let mut opens = report(*format, &changed, &phrase(&passphrase));
        if opens.get("error").is_none() {
            opens["slot"] = json!(slot_of(*format, bytes, &passphrase));
            let texts = [(NEWEST, 5), (OLDER, 4)].into_iter();
            let mut numbers = texts.filter(|(text, _)| opens["snapshot"] == hex(text.as_bytes()));
            let is_half_broken = name != "by hand" && opens["snapshot"] == hex(b"hello");
            let number = if is_half_broken { 1 } else { 2 };
            opens["sequence"] = json!(numbers.next().map_or(number, |(_, number)| number));
        }
        vector["opens"] = opens;
        vector
    });
    let vectors: Vec<String> = vectors.map(|vector| vector.to_string()).collect();
    let files = files.iter().map(|(name, format, bytes)| {
        let file =
            json!({"half": format.half_length(), "cost": format.cost(), "bytes": hex(bytes)});
        format!("{}: {file}", json!(name))
    });
    let files: Vec<String> = files.collect();
    let (files, vectors) = (files.join(",\n"), vectors.join(",\n"));
    let text = format!("{{\"files\": {{\n{files}\n}}, \"vectors\": [\n{vectors}\n]}}\n");
    let written: Value = serde_json::from_str(&text).unwrap();
    assert!(written["vectors"].as_array().unwrap().len() > 20);
    if std::env::var_os("UPDATE_FIXTURES").is_some() {
        fs::write(path(), text).unwrap();
    }
}
