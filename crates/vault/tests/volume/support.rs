//! Random bytes that repeat, formats that cost little, and an executor for futures that are ready.

use std::fmt::Write as _;
use std::io::Write as _;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use proptest::prelude::ProptestConfig;
use vault::crypto::Passphrase;
use vault::store::RandomError;
use vault::volume::{Format, Opened, VolumeError, create, open};

/// Lengths of the parts of a file: see docs/vault-format.md.
pub(crate) const SALT: usize = 64;
pub(crate) const SLOT: usize = 112;
pub(crate) const HEADER: usize = 512;
pub(crate) const SEALED_SEQUENCE: usize = 88;

/// Halves of 1 KiB, at the lowest cost of Argon2id.
pub(crate) fn fast() -> Format {
    Format::new(1024, [8, 1, 1]).unwrap()
}

/// Bytes that look random and are the same for each seed (`SplitMix64`).
pub(crate) fn random(seed: u64) -> impl FnMut(&mut [u8]) -> Result<(), RandomError> {
    let mut state = seed;
    move |bytes| {
        assert!(bytes.len() <= 65_536, "more than a browser gives at once");
        for place in bytes {
            *place = next(&mut state).to_le_bytes()[7];
        }
        Ok(())
    }
}

/// The next number of a sequence that looks random.
pub(crate) fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mixed = (*state ^ (*state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

/// A number below `limit`.
pub(crate) fn below(state: &mut u64, limit: usize) -> usize {
    usize::try_from(next(state) % u64::try_from(limit).unwrap()).unwrap()
}

pub(crate) fn phrase(text: &str) -> Passphrase {
    Passphrase::new(text.as_bytes().to_vec()).unwrap()
}

/// A file with one volume, under “one”.
pub(crate) fn single(format: Format, snapshot: &[u8]) -> Vec<u8> {
    create(format, (&phrase("one"), snapshot), None, &mut random(1)).unwrap()
}

/// A file with two volumes, under “one” and “two”.
pub(crate) fn double(format: Format, first: &[u8], second: &[u8]) -> Vec<u8> {
    let (one, two) = (phrase("one"), phrase("two"));
    create(format, (&one, first), Some((&two, second)), &mut random(2)).unwrap()
}

pub(crate) fn opened(format: Format, file: &[u8], passphrase: &str) -> Opened {
    open(format, file, &phrase(passphrase)).unwrap()
}

/// The snapshot that a passphrase opens.
pub(crate) fn read(format: Format, file: &[u8], passphrase: &str) -> Result<Vec<u8>, VolumeError> {
    open(format, file, &phrase(passphrase)).map(|opened| opened.snapshot.to_vec())
}

/// Opens, saves and returns the new file.
pub(crate) fn saved(
    format: Format,
    file: Vec<u8>,
    passphrase: &str,
    snapshot: &[u8],
    seed: u64,
) -> Vec<u8> {
    let volume = opened(format, &file, passphrase).volume;
    volume.save(file, snapshot, &mut random(seed)).unwrap().file
}

/// The number of the slot that a passphrase opens, found by damaging one slot after the other in both headers.
pub(crate) fn slot_of(format: Format, file: &[u8], passphrase: &str) -> usize {
    let closes = |slot: &usize| {
        let mut altered = file.to_vec();
        for header in [0, file.len() - HEADER] {
            altered[header + SALT + slot * SLOT] ^= 1;
        }
        read(format, &altered, passphrase).is_err()
    };
    (0..4).find(closes).unwrap()
}

/// Where a half begins.
pub(crate) fn half_at(format: Format, slot: usize, half: usize) -> usize {
    HEADER + (slot * 2 + half) * format.half_length()
}

/// Runs a future that never waits, as those of the stores here.
pub(crate) fn run<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("the store waits"),
    }
}

/// How many random cases a test tries: `PROPTEST_CASES`, else the number given.
pub(crate) fn cases(default: usize) -> usize {
    let set = std::env::var("PROPTEST_CASES");
    set.ok().map_or(default, |cases| cases.parse().unwrap())
}

/// The same for property tests.
pub(crate) fn config(default: usize) -> ProptestConfig {
    ProptestConfig {
        cases: cases(default).try_into().unwrap(),
        ..ProptestConfig::default()
    }
}

/// Writes a line that is not captured, as what `println!` writes is.
pub(crate) fn report(line: &str) {
    let mut output = std::io::stdout().lock();
    writeln!(output, "{line}").unwrap();
    output.flush().unwrap();
}

/// Bytes as hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut digits, byte| {
        write!(digits, "{byte:02x}").unwrap();
        digits
    })
}
