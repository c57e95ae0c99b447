//! One file for each compression: whole, embedded in other bytes, and truncated.

use std::io::{Read as _, Write as _};

use flate2::Compression;

use crate::{TEXT, is_found, is_hidden, padded};

fn brotli() -> Vec<u8> {
    let mut packed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut packed, 4096, 9, 22);
    writer.write_all(&padded()).unwrap();
    drop(writer);
    packed
}

fn read(mut source: impl std::io::Read) -> Vec<u8> {
    let mut packed = Vec::new();
    source.read_to_end(&mut packed).unwrap();
    packed
}

fn gzip() -> Vec<u8> {
    read(flate2::read::GzEncoder::new(
        padded().as_slice(),
        Compression::best(),
    ))
}

fn zlib() -> Vec<u8> {
    read(flate2::read::ZlibEncoder::new(
        padded().as_slice(),
        Compression::best(),
    ))
}

fn deflate() -> Vec<u8> {
    read(flate2::read::DeflateEncoder::new(
        padded().as_slice(),
        Compression::best(),
    ))
}

fn zstd() -> Vec<u8> {
    ruzstd::encoding::compress_to_vec(
        padded().as_slice(),
        ruzstd::encoding::CompressionLevel::Fastest,
    )
}

fn snappy_stream() -> Vec<u8> {
    let mut writer = snap::write::FrameEncoder::new(Vec::new());
    writer.write_all(&padded()).unwrap();
    writer.into_inner().unwrap()
}

fn snappy_block() -> Vec<u8> {
    snap::raw::Encoder::new().compress_vec(&padded()).unwrap()
}

fn moz_lz4() -> Vec<u8> {
    let text = padded();
    let mut packed = b"mozLz40\0".to_vec();
    packed.extend(u32::try_from(text.len()).unwrap().to_le_bytes());
    packed.extend(lz4_flex::block::compress(&text));
    packed
}

/// An entry of Chromium's cache: a header, the address, the body as received, the response headers.
fn simple_entry(body: &[u8]) -> Vec<u8> {
    let key = b"1/0/_dk_https://information.example https://information.example/";
    let mut entry = 0xfcfb_6d1b_a772_5c30_u64.to_le_bytes().to_vec();
    entry.extend(5_u32.to_le_bytes());
    entry.extend(u32::try_from(key.len()).unwrap().to_le_bytes());
    entry.extend([7; 8]);
    entry.extend(key);
    entry.extend(body);
    entry.extend(b"\xd8\x41\x0d\x97\x45\x6f\xfa\xf4HTTP/1.1 200 OK\0content-encoding:br\0");
    entry
}

fn within(packed: &[u8]) -> Vec<u8> {
    [
        b"something else \x00\x1f\x8b\x78\x9c",
        packed,
        b"\x00 and more",
    ]
    .concat()
}

#[test]
fn words_as_they_are() {
    is_found("Default/Some File", &within(TEXT.as_bytes()), "plain");
}

#[test]
fn what_begins_with_a_mark_is_found_anywhere() {
    let packings: [(&str, Vec<u8>); 5] = [
        ("gzip", gzip()),
        ("zlib", zlib()),
        ("zstd", zstd()),
        ("snappy", snappy_stream()),
        ("mozLz4", moz_lz4()),
    ];
    for (name, packed) in packings {
        is_hidden(&packed);
        is_found("cache2/entries/0A1B", &packed, name);
        is_found("cache2/entries/0A1B", &within(&packed), name);
    }
}

#[test]
fn what_has_no_mark_is_found_where_it_may_begin() {
    for (name, packed) in [("brotli", brotli()), ("deflate", deflate())] {
        is_hidden(&packed);
        is_found("cache2/entries/0A1B", &packed, name);
        is_found(
            "Default/Cache/Cache_Data/0a1b_0",
            &simple_entry(&packed),
            name,
        );
        let mut blocks = vec![0; 8192 + 5 * 256];
        blocks[..4].copy_from_slice(b"\xc3\xca\x04\xc1");
        blocks.extend(&packed);
        is_found("Default/Cache/Cache_Data/data_3", &blocks, name);
    }
}

#[test]
fn an_entry_of_a_cache_is_found_within_a_larger_file() {
    let file = [b"head of something".as_slice(), &simple_entry(&brotli())].concat();
    is_found("Default/Cache/Cache_Data/0a1b_0", &file, "brotli");
}

#[test]
fn blocks_of_snappy_are_found_in_storage_wherever_they_begin() {
    let block = snappy_block();
    is_hidden(&block);
    is_found(
        "Default/IndexedDB/a.leveldb/000005.ldb",
        &within(&block),
        "snappy block",
    );
    // A LevelDB table is known by its footer, whatever its file name.
    let table = [
        within(&block),
        0xdb47_7524_8b80_fb57_u64.to_le_bytes().to_vec(),
    ]
    .concat();
    is_found("somewhere/000005.ldb", &table, "snappy block");
}

#[test]
fn a_file_in_a_zip_is_found() {
    let packed = deflate();
    let mut zip = b"PK\x03\x04\x14\0\0\0\x08\0".to_vec();
    zip.resize(26, 0);
    zip.extend([5, 0, 2, 0]);
    zip.extend(b"a.txt..");
    zip.extend(&packed);
    is_found("extensions/a.xpi", &within(&zip), "zip");
}

#[test]
fn what_breaks_off_counts_as_far_as_it_goes() {
    for (name, mut packed) in [
        ("gzip", gzip()),
        ("zlib", zlib()),
        ("brotli", brotli()),
        ("deflate", deflate()),
        ("mozLz4", moz_lz4()),
        ("snappy block", snappy_block()),
    ] {
        // The text comes twice, so that truncation loses nothing.
        packed.truncate(packed.len() - 4);
        is_found("storage/a", &packed, name);
    }
}

#[test]
fn packed_in_packed_is_found() {
    let mut twice = Vec::new();
    flate2::read::GzEncoder::new(brotli().as_slice(), Compression::fast())
        .read_to_end(&mut twice)
        .unwrap();
    is_found("cache2/entries/0A1B", &twice, "gzip, brotli");
}
