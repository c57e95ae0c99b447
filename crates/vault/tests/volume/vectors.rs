//! Published vectors: whole files, altered or not, and what opens them. Every later release has to read them.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};
use vault::crypto::Passphrase;
use vault::volume::{Damage, Format, HalfDamage, LastSave, VolumeError, open};

use crate::support::{hex, phrase};

pub(crate) fn path() -> PathBuf {
    test_support::project().join("crates/vault/tests/volume/vectors.json")
}

pub(crate) fn fixture() -> Value {
    serde_json::from_str(&fs::read_to_string(path()).unwrap()).unwrap()
}

fn bytes(digits: &Value) -> Vec<u8> {
    let digits = digits.as_str().unwrap();
    let pairs = (0..digits.len()).step_by(2);
    pairs
        .map(|at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap())
        .collect()
}

fn number(value: &Value) -> usize {
    value.as_u64().unwrap().try_into().unwrap()
}

fn format(file: &Value) -> Format {
    let cost = [0, 1, 2].map(|index| number(&file["cost"][index]).try_into().unwrap());
    Format::new(number(&file["half"]), cost).unwrap()
}

/// The file of a vector, with its changes.
pub(crate) fn changed(file: &Value, vector: &Value) -> Vec<u8> {
    let mut file = bytes(&file["bytes"]);
    for change in vector["changes"].as_array().unwrap() {
        let (at, part) = (number(&change[0]), bytes(&change[1]));
        file[at..at + part.len()].copy_from_slice(&part);
    }
    if let Some(length) = vector.get("length") {
        file.resize(number(length), 0);
    }
    file
}

/// What a vector opens to, in the words of docs/vault-format.md. Slot and sequence number are not part of our API; the
/// independent reader says them.
pub(crate) fn report(format: Format, file: &[u8], passphrase: &Passphrase) -> Value {
    let opened = match open(format, file, passphrase) {
        Ok(opened) => opened,
        Err(VolumeError::Wrong) => return json!({"error": "wrong"}),
        Err(VolumeError::Damaged) => return json!({"error": "damaged"}),
        Err(error) => panic!("{error}"),
    };
    let Damage {
        length,
        headers,
        halves,
        last_save,
    } = opened.damage;
    json!({
        "snapshot": hex(&opened.snapshot),
        "length": !length,
        "headers": headers.map(|damaged| !damaged),
        "halves": halves.map(|damage| match damage {
            None => "intact",
            Some(HalfDamage::Broken) => "broken",
            Some(HalfDamage::Outdated) => "outdated",
        }),
        "last_save": match last_save {
            LastSave::Present => "present",
            LastSave::Lost => "lost",
            LastSave::Unknown => "unknown",
        },
    })
}

/// What a vector expects, without the parts that are named.
pub(crate) fn expected(vector: &Value, without: &[&str]) -> Value {
    let mut expected = vector["opens"].clone();
    let parts = expected.as_object_mut().unwrap();
    parts.retain(|name, _| !without.contains(&name.as_str()));
    expected
}

#[test]
fn every_vector_opens_to_what_it_says() {
    let fixture = fixture();
    let vectors = fixture["vectors"].as_array().unwrap();
    assert!(vectors.len() > 20, "{}", vectors.len());
    for vector in vectors {
        let file = &fixture["files"][vector["file"].as_str().unwrap()];
        let passphrase = phrase(vector["passphrase"].as_str().unwrap());
        let found = report(format(file), &changed(file, vector), &passphrase);
        let expected = expected(vector, &["slot", "sequence"]);
        assert_eq!(found, expected, "{}", vector["name"]);
    }
}
