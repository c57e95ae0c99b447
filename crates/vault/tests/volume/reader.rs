//! A reader in another language, written from docs/vault-format.md alone, opens what we write.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::vectors::{expected, fixture, path};

/// Debian's packages are for its own Python, which need not be the first one of the path.
fn python() -> Command {
    let debian = Path::new("/usr/bin/python3");
    Command::new(if debian.exists() {
        debian
    } else {
        Path::new("python3")
    })
}

#[test]
fn the_independent_reader_opens_every_vector_to_what_it_says() {
    let modules = python()
        .args(["-c", "import argon2, cryptography"])
        .output();
    let is_there = modules.is_ok_and(|output| output.status.success());
    assert!(
        is_there,
        "the reader needs Debian's python3-argon2 and python3-cryptography: run tools/install.sh test"
    );
    let program = test_support::project().join("tests/readers/volume.py");
    let output = python().arg(program).arg(path()).output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    let found: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    let fixture = fixture();
    let vectors = fixture["vectors"].as_array().unwrap();
    assert_eq!(found.len(), vectors.len());
    for (found, vector) in found.iter().zip(vectors) {
        assert_eq!(*found, expected(vector, &[]), "{}", vector["name"]);
    }
}
