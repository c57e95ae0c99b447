//! `docs/asvs.md`: every number exists in the standard, no chapter has a gap, every file that is named exists, and
//! nothing that “does not apply” is in the sources.

use std::collections::BTreeSet;
use std::fs;

use test_support::files;

use crate::page::root;

/// How many items each section of ASVS 5.0.0 has, by chapter, from its first section on.
const ITEMS: [(u8, &[u8]); 11] = [
    (1, &[2, 10, 12, 3, 3]),
    (2, &[3, 3, 5, 2]),
    (3, &[1, 3, 5, 8, 8, 1, 5]),
    (4, &[5, 5, 2, 4]),
    (5, &[1, 6, 3, 3]),
    (11, &[4, 5, 5, 4, 2, 2, 2]),
    (12, &[5, 2, 5]),
    (13, &[4, 6, 4, 7]),
    (14, &[2, 8, 3]),
    (15, &[5, 5, 7, 4]),
    (16, &[1, 5, 4, 3, 4]),
];
/// The chapters that are excluded as a whole.
const ASIDE: [&str; 6] = ["V6", "V7", "V8", "V9", "V10", "V17"];
/// Names of the web platform, of libraries and of algorithms that make an item or a chapter apply. Where one of them is
/// in a source, “n.a.” is wrong.
const SUBJECTS: [(&str, &[&str]); 27] = [
    (
        "V6",
        &[
            "type=\"password\"",
            "PublicKeyCredential",
            "navigator.credentials",
        ],
    ),
    (
        "V7",
        &[
            "Set-Cookie",
            "set-cookie",
            "cookieStore",
            "sessionStorage.setItem",
        ],
    ),
    ("V8", &["Authorization", "WWW-Authenticate"]),
    ("V9", &["jwt", "JsonWebToken", "paseto"]),
    ("V10", &["oauth", "openid"]),
    (
        "V17",
        &["RTCPeerConnection", "RtcPeerConnection", "getUserMedia"],
    ),
    ("1.2.4", &["rusqlite", "sqlx", "SELECT "]),
    ("1.2.5", &["process::Command", "child_process"]),
    ("1.2.7", &["XPath", "document.evaluate"]),
    ("1.2.9", &["RegExp(", "Regex::new"]),
    ("1.2.10", &["text/csv", "csv::"]),
    (
        "1.3.1",
        &[
            "innerHTML",
            "insertAdjacentHTML",
            "set_inner_html",
            "DOMParser",
            "designMode",
        ],
    ),
    (
        "1.3.4",
        &["type=\"file\"", "FileReader", "showOpenFilePicker"],
    ),
    ("1.3.6", &["reqwest", "ureq", "hyper"]),
    ("1.3.11", &["lettre", "smtp", "SMTP"]),
    (
        "2.2.2",
        &[
            "method=\"post\"",
            "'POST'",
            "\"POST\"",
            "sendBeacon",
            "FormData",
        ],
    ),
    (
        "3.3.1",
        &["document.cookie", "cookieStore", "Set-Cookie", "set-cookie"],
    ),
    ("3.5.1", &["method=\"post\"", "'POST'", "\"POST\""]),
    ("3.5.5", &["postMessage", "BroadcastChannel", "onmessage"]),
    ("3.5.6", &["jsonp", "JSONP", "callback="]),
    ("4.3.1", &["graphql", "GraphQL"]),
    ("4.4.1", &["WebSocket", "EventSource", "WebTransport"]),
    (
        "5.1.1",
        &[
            "type=\"file\"",
            "FileReader",
            "showOpenFilePicker",
            "multipart",
        ],
    ),
    (
        "5.4.1",
        &[
            ".download",
            "createObjectURL",
            "showSaveFilePicker",
            "Content-Disposition",
        ],
    ),
    ("11.3.5", &["Hmac", "HMAC", "AES-CBC", "AES-CTR"]),
    ("11.4.2", &["bcrypt", "scrypt", "PBKDF2", "hash_password("]),
    (
        "11.6.1",
        &[
            "RSA", "ECDSA", "ECDH", "Ed25519", "ed25519", "X25519", "x25519",
        ],
    ),
];
/// What names a cipher, a hash, a KDF or random bytes.
const CRYPTOGRAPHY: [&str; 8] = [
    "crypto.subtle.",
    "getRandomValues",
    "aes_gcm::",
    "argon2::",
    "sha2::",
    "hkdf::",
    "getrandom::",
    "Uuid::new_v",
];
const STATES: [&str; 5] = ["met", "met by host", "host", "not met", "n.a."];

fn text() -> String {
    fs::read_to_string(root().join("docs/asvs.md")).unwrap()
}

/// The rows of all tables without their headers, cell by cell.
fn rows(text: &str) -> Vec<Vec<&str>> {
    let lines = text.lines().filter(|line| line.starts_with("| "));
    let rows = lines.map(|line| line.trim_matches('|').split('|').map(str::trim).collect());
    rows.filter(|row: &Vec<&str>| {
        row.first()
            .is_some_and(|cell| *cell != "item" && *cell != "chapter")
    })
    .collect()
}

/// The items of a cell such as `1.2.4–1.2.8`.
fn items(cell: &str) -> Vec<(u8, u8, u8)> {
    let one = |item: &str| {
        let numbers: Vec<u8> = item
            .split('.')
            .map(|number| number.parse().unwrap())
            .collect();
        (numbers[0], numbers[1], numbers[2])
    };
    let (first, last) = cell.split_once('–').unwrap_or((cell, cell));
    let (first, last) = (one(first), one(last));
    assert_eq!(
        (first.0, first.1),
        (last.0, last.1),
        "{cell} crosses sections"
    );
    assert!(first.2 <= last.2, "{cell}");
    (first.2..=last.2)
        .map(|item| (first.0, first.1, item))
        .collect()
}

/// Every source of the product, without its tests.
fn sources() -> Vec<(String, String)> {
    let tests = ["/tests/", "/tests.rs", "scripts/testing/"];
    let mut sources = Vec::new();
    for path in ["src", "crates", "scripts"]
        .into_iter()
        .flat_map(|folder| files::below(&root().join(folder)))
    {
        let name = path
            .strip_prefix(root())
            .unwrap()
            .to_string_lossy()
            .replace('\\', "/");
        let is_source = [".rs", ".js"].iter().any(|end| name.ends_with(end));
        if is_source && !tests.iter().any(|part| name.contains(part)) {
            sources.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
    sources
}

/// Whether a text has a name that does not continue a longer one, as `RSA` would in `UNIVERSAL`.
fn names(text: &str, name: &str) -> bool {
    let before = text.match_indices(name).map(|(at, _)| text.get(..at));
    let mut before = before.flatten();
    before.any(|before| {
        !name.starts_with(char::is_alphanumeric) || !before.ends_with(char::is_alphanumeric)
    })
}

/// The chapters and the items that do not apply, as `SUBJECTS` names them.
fn not_applicable(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for row in rows(text) {
        if row[0].starts_with('V') {
            found.insert(row[0].to_owned());
        } else if row[2].starts_with("n.a.") {
            let items = items(row[0]).into_iter();
            found.extend(
                items.map(|(chapter, section, item)| format!("{chapter}.{section}.{item}")),
            );
        }
    }
    found
}

#[test]
fn nothing_that_does_not_apply_is_in_the_sources() {
    let text = text();
    let sources = sources();
    assert!(sources.len() > 150, "{}", sources.len());
    let not_applicable = not_applicable(&text);
    let mut wrong = Vec::new();
    for (subject, needles) in SUBJECTS {
        for needle in needles.iter().filter(|_| not_applicable.contains(subject)) {
            let places = sources.iter().filter(|(_, source)| names(source, needle));
            wrong.extend(
                places.map(|(path, _)| format!("{subject} is n.a., and {path} has {needle}")),
            );
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    // The search finds what is there.
    let has = |needle: &str| sources.iter().any(|(_, source)| names(source, needle));
    assert!(has("postMessage") && has("Uuid::new_v") && !has("NSTALL"));
}

#[test]
fn every_use_of_cryptography_is_listed() {
    let text = text();
    let rows = rows(&text);
    let row = rows.iter().find(|row| row[0] == "11.1.3").unwrap();
    let listed = row[3].split(", ").map(|place| place.trim_matches('`'));
    let listed: BTreeSet<&str> = listed.filter(|place| !place.contains("::")).collect();
    let sources = sources();
    let uses = sources.iter().filter(|(_, source)| {
        let mut names = CRYPTOGRAPHY.iter();
        names.any(|name| source.contains(name))
    });
    let found: BTreeSet<&str> = uses.map(|(path, _)| path.as_str()).collect();
    assert_eq!(found, listed);
}

#[test]
fn every_item_of_the_standard_has_its_row_and_no_other_does() {
    let text = text();
    let mut found = Vec::new();
    for row in rows(&text).iter().filter(|row| !row[0].starts_with('V')) {
        assert_eq!(row.len(), 4, "{row:?}");
        found.extend(items(row[0]));
    }
    let mut standard = Vec::new();
    for (chapter, sections) in ITEMS {
        for (section, count) in (1..).zip(sections) {
            standard.extend((1..=*count).map(|item| (chapter, section, item)));
        }
    }
    assert_eq!(found, standard);
    let rows = rows(&text);
    let aside: Vec<&str> = rows
        .iter()
        .map(|row| row[0])
        .filter(|cell| cell.starts_with('V'))
        .collect();
    assert_eq!(aside, ASIDE);
}

#[test]
fn every_row_says_its_state_and_shows_what_it_says_is_met() {
    let text = text();
    for row in rows(&text).iter().filter(|row| !row[0].starts_with('V')) {
        let [item, _, state, place] = row[..] else {
            panic!("{row:?}");
        };
        let start = state.split([':', '(', ',']).next().unwrap().trim();
        let start = start.split(" for ").next().unwrap();
        assert!(STATES.contains(&start), "{item}: {state}");
        let reason = state.len() > start.len();
        match start {
            "met" | "met by host" => assert!(!place.is_empty(), "{item} is shown nowhere"),
            "not met" | "n.a." => assert!(reason, "{item}: no reason"),
            _ => assert!(reason || !place.is_empty() || item == "12.1.4", "{item}"),
        }
    }
}

#[test]
fn every_file_and_test_that_is_named_exists() {
    let text = text();
    let mut named = BTreeSet::new();
    for row in rows(&text).iter().filter(|row| row.len() == 4) {
        named.extend(row[3].split(", ").filter(|place| !place.is_empty()));
    }
    assert!(named.len() > 40, "{}", named.len());
    for place in named {
        let place = place
            .strip_prefix('`')
            .and_then(|place| place.strip_suffix('`'));
        let place = place.unwrap_or_else(|| panic!("{place:?} is not a place"));
        let (file, function) = place.split_once("::").unwrap_or((place, ""));
        let source = fs::read_to_string(root().join(file));
        let source = source.unwrap_or_else(|error| panic!("{file}: {error}"));
        if !function.is_empty() {
            let here = source.contains(&format!("fn {function}("));
            assert!(here, "{file} has no {function}");
        }
    }
}
