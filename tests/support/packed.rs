//! Compressed sizes.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::sync::{Mutex, PoisonError};

/// Cache: compression takes seconds, and several tests compress the same bytes.
static PACKED: Mutex<BTreeMap<Vec<u8>, Vec<u8>>> = Mutex::new(BTreeMap::new());

/// Compressed as hosts compress static files: brotli, quality 11, window 22.
pub fn pack(bytes: &[u8]) -> Vec<u8> {
    let known = || PACKED.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(packed) = known().get(bytes) {
        return packed.clone();
    }
    let mut packed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut packed, 4096, 11, 22);
    writer.write_all(bytes).unwrap();
    drop(writer);
    known().insert(bytes.to_vec(), packed.clone());
    packed
}
