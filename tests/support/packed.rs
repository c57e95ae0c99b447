//! Sizes as they travel.

use std::io::Write as _;

/// Packed as hosts pack files that do not change: brotli, quality 11, window 22.
pub(crate) fn pack(bytes: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut packed, 4096, 11, 22);
    writer.write_all(bytes).unwrap();
    drop(writer);
    packed
}
