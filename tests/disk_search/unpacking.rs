//! Decompression of streams at any offset of a file.
//!
//! Streams with magic bytes are searched for by them, at every offset. Brotli and raw deflate have none, so they
//! are tried where a stream may begin: at the start of a piece, after the header of an entry of Chromium's
//! caches, at every block of its older cache. A truncated stream counts as far as it goes.

use std::io::Read;

use base64::Engine as _;
use base64::alphabet::{STANDARD, URL_SAFE};
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use memchr::memmem;

use super::reading::without_emptiness;
use super::snappy;
use super::sqlite::Pages;

/// Bytes from a file, and how they were decompressed.
#[derive(Debug)]
pub(crate) struct Piece {
    pub(crate) how: String,
    pub(crate) bytes: Vec<u8>,
}

/// The most bytes of one stream.
const MOST: u64 = 64 << 20;
/// Less than this holds no three words.
const LEAST: usize = 12;

/// The name of a snappy block in reports.
const SNAPPY_BLOCK: &str = "snappy block";

const GZIP: &[u8] = b"\x1f\x8b\x08";
const ZLIB: [&[u8]; 4] = [b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda"];
const ZSTD: &[u8] = b"\x28\xb5\x2f\xfd";
const SNAPPY: &[u8] = b"\xff\x06\x00\x00sNaPpY";
pub(crate) const MOZ_LZ4: &[u8] = b"mozLz40\0";
const ZIP: &[u8] = b"PK\x03\x04";
/// `kSimpleInitialMagicNumber` of Chromium's cache, and that of a part of a large entry.
const SIMPLE: [&[u8]; 2] = [
    b"\x30\x5c\x72\xa7\x1b\x6d\xfb\xfc",
    b"\x5f\x41\x75\x47\x81\xd2\x03\xb0",
];
/// The older cache, as on Windows and macOS: a header of 8 kB, then blocks of 256 bytes or a multiple.
const BLOCK_FILE: &[u8] = b"\xc3\xca\x04\xc1";
/// The magic bytes at the end of a LevelDB table.
const LEVEL_DB: &[u8] = b"\x57\xfb\x80\x8b\x24\x75\x47\xdb";

impl Piece {
    /// A file without decompression.
    pub(crate) fn whole(bytes: Vec<u8>) -> Self {
        Self {
            how: "plain".into(),
            bytes,
        }
    }
}

/// All compressed data in a piece. `log` is the write-ahead log of a database. In files of storage, a snappy
/// block may begin at any offset.
pub(crate) fn unpack(piece: &Piece, log: Option<&[u8]>, is_storage: bool) -> Vec<Piece> {
    let bytes = piece.bytes.as_slice();
    let mut found: Vec<(&str, Vec<u8>)> = Vec::new();
    let from = |at: usize| bytes.get(at..).unwrap_or_default();
    for at in memmem::find_iter(bytes, GZIP) {
        found.push(("gzip", drain(flate2::read::GzDecoder::new(from(at)))));
    }
    for at in ZLIB.iter().flat_map(|mark| memmem::find_iter(bytes, mark)) {
        found.push(("zlib", drain(flate2::read::ZlibDecoder::new(from(at)))));
    }
    for at in memmem::find_iter(bytes, ZSTD) {
        if let Ok(stream) = ruzstd::decoding::StreamingDecoder::new(from(at)) {
            found.push(("zstd", drain(stream)));
        }
    }
    for at in memmem::find_iter(bytes, SNAPPY) {
        found.push(("snappy", drain(snap::read::FrameDecoder::new(from(at)))));
    }
    for at in memmem::find_iter(bytes, MOZ_LZ4) {
        found.extend(moz_lz4(from(at + MOZ_LZ4.len())).map(|bytes| ("mozLz4", bytes)));
    }
    for at in memmem::find_iter(bytes, ZIP) {
        let member = zip_member(from(at)).unwrap_or_default();
        found.push(("zip", drain(flate2::read::DeflateDecoder::new(member))));
    }
    for at in without_magic(bytes) {
        found.push(("brotli", drain(brotli::Decompressor::new(from(at), 4096))));
        found.push((
            "deflate",
            drain(flate2::read::DeflateDecoder::new(from(at))),
        ));
    }
    let database = Pages::read(bytes, log);
    if is_storage || database.is_some() || bytes.ends_with(LEVEL_DB) {
        // A value in a block may be a block itself, and no more than that.
        if piece.how.matches(SNAPPY_BLOCK).count() < 2 {
            found.push((SNAPPY_BLOCK, snappy::everywhere(&without_emptiness(bytes))));
        }
    }
    if let Some(database) = database {
        let values = database.values(LEAST).into_iter();
        found.extend(values.map(|value| ("SQLite", value)));
    }
    found.push(("base64", base64(bytes)));
    found
        .into_iter()
        .filter(|(_, bytes)| bytes.len() >= LEAST)
        .map(|(how, bytes)| Piece {
            how: format!("{}, {how}", piece.how),
            bytes,
        })
        .collect()
}

/// Reads a stream until its end or an error.
fn drain(stream: impl Read) -> Vec<u8> {
    let mut out = Vec::new();
    // What came before the error stays.
    stream.take(MOST).read_to_end(&mut out).ok();
    out
}

/// Where streams without magic bytes may begin.
fn without_magic(bytes: &[u8]) -> Vec<usize> {
    let mut places = vec![0];
    for at in SIMPLE
        .iter()
        .flat_map(|mark| memmem::find_iter(bytes, mark))
    {
        // The header has 24 bytes; the key follows, whose length is at the twelfth.
        let key = bytes
            .get(at + 12..at + 16)
            .and_then(|size| size.try_into().ok());
        let key = key.map_or(0, |size| {
            usize::try_from(u32::from_le_bytes(size)).unwrap_or(0)
        });
        places.extend([at + 24, at + 32, at.saturating_add(24).saturating_add(key)]);
    }
    if bytes.starts_with(BLOCK_FILE) {
        places.extend((8192..bytes.len()).step_by(256));
    }
    places.retain(|place| *place < bytes.len());
    places
}

/// A block of LZ4 after its decompressed size.
pub(crate) fn moz_lz4(bytes: &[u8]) -> Option<Vec<u8>> {
    let (size, block) = bytes.split_first_chunk()?;
    let size = u64::from(u32::from_le_bytes(*size)).min(MOST);
    let mut out = vec![0; usize::try_from(size).ok()?];
    // A truncated block yields its output so far, and zeros.
    lz4_flex::block::decompress_into(block, &mut out).ok();
    Some(out)
}

/// The packed bytes of a file in a zip, with whatever follows them.
fn zip_member(bytes: &[u8]) -> Option<&[u8]> {
    let size = |at: usize| {
        let size = bytes.get(at..at + 2)?.try_into().ok()?;
        Some(usize::from(u16::from_le_bytes(size)))
    };
    (size(8)? == 8).then_some(())?;
    bytes.get(30 + size(26)? + size(28)?..)
}

/// Everything that runs of base64 encode, a line for each.
fn base64(bytes: &[u8]) -> Vec<u8> {
    const SHORTEST: usize = 32;
    let lenient = GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true);
    let of = |byte: &u8| matches!(byte, b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'+' | b'/' | b'-' | b'_');
    let mut out = Vec::new();
    for run in bytes.split(|byte| !of(byte)) {
        let run = run.get(..run.len() / 4 * 4).unwrap_or_default();
        if run.len() < SHORTEST {
            continue;
        }
        for alphabet in [&STANDARD, &URL_SAFE] {
            if let Ok(text) = GeneralPurpose::new(alphabet, lenient).decode(run) {
                out.extend_from_slice(&text);
                out.push(b'\n');
                break;
            }
        }
    }
    out
}
