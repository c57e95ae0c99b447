//! The ciphers against published test vectors. The same run through the shipped WASM, in Node
//! (`scripts/offline/worker.test.mjs`), which reads them from a fixture.

use std::fs;

use serde_json::json;
use vault::crypto::Key;
use vault::crypto::cipher::{
    DeriveError, KdfInput, TooLongError, argon2id, gcm_open, gcm_seal, hkdf_sha256,
};

use crate::published::{DERIVATIONS, expansions, hex, sealings};

/// The vectors as JSON, one a line.
fn fixture() -> String {
    let derivations = DERIVATIONS.iter().map(|vector| {
        json!({
            "code": hex(vector.code),
            "salt": hex(vector.salt),
            "secret": hex(vector.secret),
            "data": hex(vector.data),
            "cost": vector.cost,
            "key": vector.key,
        })
    });
    let sealings = sealings().unwrap().into_iter().map(|vector| {
        json!({
            "key": hex(&vector.key),
            "nonce": hex(&vector.nonce),
            "data": hex(&vector.data),
            "text": hex(&vector.text),
            "sealed": hex(&vector.sealed),
            "opens": vector.opens,
        })
    });
    let lines = |all: Vec<String>| format!("[\n{}\n]", all.join(",\n"));
    let derivations = lines(derivations.map(|vector| vector.to_string()).collect());
    let sealings = lines(sealings.map(|vector| vector.to_string()).collect());
    format!("{{\"argon2id\":{derivations},\n\"aesGcm\":{sealings}}}\n")
}

/// `UPDATE_FIXTURES=1` writes it.
#[test]
fn the_fixture_for_node_is_these_vectors() {
    let path = test_support::project().join("tests/fixtures/vectors.json");
    if std::env::var_os("UPDATE_FIXTURES").is_some() {
        fs::write(&path, fixture()).unwrap();
    }
    // As values: the order of names depends on which packages are built together (serde_json's `preserve_order`).
    let parse = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    let written = fs::read_to_string(path).unwrap();
    assert!(
        parse(&written) == parse(&fixture()),
        "tests/fixtures/vectors.json has other vectors: run with UPDATE_FIXTURES=1"
    );
}

#[test]
fn keys_are_derived_as_published() {
    for vector in DERIVATIONS {
        let source = KdfInput {
            code: vector.code,
            salt: vector.salt,
            secret: vector.secret,
            data: vector.data,
        };
        let key = argon2id(source, vector.cost).unwrap();
        assert_eq!(hex(key.bytes()), vector.key, "{:?}", vector.cost);
    }
}

#[test]
fn keys_are_expanded_as_published() {
    for vector in expansions() {
        let mut output = vec![0; vector.output.len() / 2];
        hkdf_sha256(&vector.secret, &vector.salt, &vector.info, &mut output).unwrap();
        assert_eq!(hex(&output), vector.output);
    }
    let most = 255 * 32;
    assert_eq!(hkdf_sha256(&[1], &[], &[], &mut vec![0; most]), Ok(()));
    let more = hkdf_sha256(&[1], &[], &[], &mut vec![0; most + 1]);
    assert_eq!(more, Err(TooLongError));
}

#[test]
fn bytes_are_sealed_and_opened_as_published_and_what_must_not_open_does_not() {
    for (number, vector) in sealings().unwrap().into_iter().enumerate() {
        let key = Key::new(vector.key.as_slice().try_into().unwrap());
        let nonce = vector.nonce.as_slice().try_into().unwrap();
        let (sealed, tag) = vector.sealed.split_last_chunk().unwrap();
        let mut text = sealed.to_vec();
        let opened = gcm_open(&key, &nonce, &vector.data, &mut text, tag);
        assert_eq!(opened.is_ok(), vector.opens, "vector {number}");
        if vector.opens {
            assert_eq!(text, vector.text, "vector {number}");
            let made = gcm_seal(&key, &nonce, &vector.data, &mut text).unwrap();
            assert_eq!((text.as_slice(), &made), (sealed, tag), "vector {number}");
        } else {
            assert_eq!(text, sealed, "vector {number} was touched");
        }
    }
}

#[test]
fn what_argon2id_is_not_defined_for_is_an_error() {
    let source = KdfInput {
        code: b"code",
        salt: b"somesalt",
        ..KdfInput::default()
    };
    let short = KdfInput {
        salt: b"short",
        ..source
    };
    for (source, cost) in [
        (source, [0, 1, 1]),
        (source, [8, 0, 1]),
        (source, [8, 1, 0]),
        (source, [8, 1, 2]),
        (short, [8, 1, 1]),
    ] {
        let derived = argon2id(source, cost);
        assert_eq!(derived.err(), Some(DeriveError::Undefined), "{cost:?}");
    }
}
