//! The same words in every encoding and escape.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};

use crate::disk::lists::List;
use crate::{TEXT, found_in, is_found};

fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn two_bytes_a_letter_at_even_and_odd_places_and_in_either_order() {
    let low_first = utf_16(TEXT, u16::to_le_bytes);
    is_found("Sessions/Session_1", &low_first, "UTF-16");
    is_found(
        "Sessions/Session_1",
        &[b"\x05".as_slice(), &low_first].concat(),
        "UTF-16",
    );
    // Marks that have two bytes of their own part the words, as they do elsewhere.
    let plain = "free at any time: keep your phone!";
    let findings = found_in("a", &utf_16(plain, u16::to_be_bytes));
    assert_eq!(findings.of(List::Runs).len(), 3, "{}", findings.lines(9));
}

#[test]
fn escapes_of_addresses_and_of_json() {
    let percent = TEXT.bytes().map(|byte| format!("%{byte:02X}"));
    let percent = percent.collect::<Vec<_>>().concat();
    is_found("History", percent.as_bytes(), "escaped");
    let spaces = TEXT
        .replace(' ', "%20")
        .replace('É', "%C3%89")
        .replace('é', "%C3%A9");
    is_found("History", spaces.as_bytes(), "escaped");
    let json = TEXT.encode_utf16().map(|unit| format!("\\u{unit:04x}"));
    let json = json.collect::<Vec<_>>().concat();
    is_found("Preferences", json.as_bytes(), "escaped");
    let lines = TEXT.replace(' ', "\\n");
    is_found("Preferences", lines.as_bytes(), "escaped");
    is_found(
        "Sessions/Session_1",
        &utf_16(&json, u16::to_le_bytes),
        "UTF-16, escaped",
    );
}

#[test]
fn base64_of_either_alphabet() {
    is_found(
        "Local State",
        format!("{{\"a\":\"{}\"}}", STANDARD.encode(TEXT)).as_bytes(),
        "base64",
    );
    let bytes = [b"\xff\xfe\xfd".as_slice(), TEXT.as_bytes()].concat();
    is_found(
        "prefs.js",
        format!("x={}&", URL_SAFE_NO_PAD.encode(bytes)).as_bytes(),
        "base64",
    );
}

#[test]
fn capitals_tags_and_marks_between_words_do_not_hide_them() {
    let shouted = TEXT.to_uppercase().replace(' ', "</b>\0 <");
    let findings = found_in("a", shouted.as_bytes());
    // “b” is between most of the words now; what the marks part is still there.
    assert!(findings.of(List::Words).len() == 1, "{}", findings.lines(9));
    let zeros = TEXT.to_uppercase().replace(' ', "\0\0\0");
    is_found("a", zeros.as_bytes(), "plain");
}

#[test]
fn what_was_typed_is_found_within_other_letters_and_in_names() {
    for (file, bytes) in [("a", "xxQUORVINDELxx"), ("storage/quorvindel+1/a", "")] {
        let findings = found_in(file, bytes.as_bytes());
        assert_eq!(findings.of(List::Typed).len(), 1, "{file}");
    }
}

#[test]
fn an_address_is_found_as_folders_have_it() {
    for file in [
        "storage/default/http+++127.0.0.1+4711/a",
        "IndexedDB/http_127.0.0.1_4711.indexeddb.leveldb/a",
    ] {
        assert_eq!(found_in(file, b"").of(List::Address).len(), 1, "{file}");
    }
}
